import Domain

/// A secret that a source holds, of which only the fingerprint is kept.
struct StoredSecret: Sendable, Hashable {
    /// nil when the import keeps none.
    var fingerprint: Fingerprint?
}

/// Secrets that a source keeps with the thing that they are for: `{"user": …, "password": …}`.
enum StoredSecrets {
    /// The secret among the members of an object, as its fingerprint.
    ///
    /// - Returns: nil when no member holds one; names of accounts and places are none.
    static func secret(
        in object: JSONValue,
        fingerprint: (@Sendable ([UInt8]) -> Fingerprint)?,
    ) -> StoredSecret? {
        var best: (rank: Int, bytes: [UInt8])?
        for (key, value) in object.members {
            guard let name = key.string?.lowercased(), let text = value.string, !text.isEmpty else { continue }
            guard !harmless.contains(where: name.hasSuffix) else { continue }
            let rank = telling.firstIndex { name.contains($0) } ?? telling.count
            if rank < best?.rank ?? .max { best = (rank, Array(text.utf8)) }
        }
        return best.map { StoredSecret(fingerprint: fingerprint?($0.bytes)) }
    }

    /// Parts of names that speak of a secret, the clearest first.
    private static let telling = ["password", "passphrase", "secret", "token", "key", "pass"]
    private static let harmless = [
        "user", "username", "login", "email", "userid", "clientid", "client_id", "host", "server", "account", "name",
        "region", "endpoint", "url",
    ]
}
