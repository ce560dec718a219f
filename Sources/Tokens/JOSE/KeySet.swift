/// Public keys to choose from by a token's `kid` and `alg`.
///
/// Source: RFC 7517, section 5.
package struct KeySet: Sendable {
    /// Most keys in one set; more would let one token cost that many verifications.
    package static let maximumCount = 20

    package let keys: [PublicKey]

    /// A set of keys made elsewhere.
    package init(_ keys: [PublicKey]) {
        self.keys = keys
    }

    /// Reads a key set, or a single key.
    ///
    /// Every key must be usable: a set with a symmetric or private key, or with two keys of one name, is refused whole,
    /// so that a mistake shows when the set is registered and not when a token comes.
    ///
    /// - Throws: `.unusableKey`.
    package init(json bytes: [UInt8]) throws(JOSEError) {
        guard let value = JSONReader.value(bytes), let object = value.object else {
            throw .unusableKey("a key set must be a JSON object with `keys`")
        }
        let listed = object["keys"] == nil ? [value] : object["keys"]?.array ?? []
        guard !listed.isEmpty, listed.count <= Self.maximumCount else {
            throw .unusableKey("a key set must hold 1 to \(Self.maximumCount) keys")
        }
        var keys: [PublicKey] = []
        for jwk in listed {
            keys.append(try PublicKey(jwk: jwk))
        }
        let names = keys.compactMap(\.id)
        guard Set(names).count == names.count else { throw .unusableKey("two keys of the set have the same `kid`") }
        self.keys = keys
    }

    /// The set as published.
    package var json: [UInt8] {
        JSONWriter.object { $0.member("keys", .array(keys.map(\.json))) }
    }

    /// Verifies a token with whichever key fits.
    ///
    /// - Throws: `.unknownKey` when none fits by `kid` and `alg`, `.wrongSignature` when those that fit have not signed.
    func verify(_ token: CompactJWS) throws(JOSEError) {
        var failure = JOSEError.unknownKey
        for key in keys {
            do throws(JOSEError) {
                return try key.verify(token)
            } catch .unknownKey {
                continue
            } catch {
                failure = error
            }
        }
        throw failure
    }
}
