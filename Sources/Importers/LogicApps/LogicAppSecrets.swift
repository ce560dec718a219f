import Domain
import SecretScan

/// Finds secrets in files that hold no workflow, and keeps their fingerprints only.
struct LogicAppSecrets {
    let path: String
    let scanner: ParameterScanner
    let fingerprint: (@Sendable ([UInt8]) -> Fingerprint)?

    /// Every secret in a value that stands under `name`, in the order of the file.
    func found(in value: JSONValue, named name: JSONValue?, isSecure: Bool = false) -> [LiteralSecret] {
        var finder = LiteralSecretFinder(
            scanner: scanner,
            fingerprint: fingerprint,
            place: "value",
            isReference: { Self.isReference($0.value) }
        )
        if isSecure {
            finder.takeEvery(value, rule: "secure-parameter-default", unless: Self.isReference)
        } else if Self.isReference(value) {
            return []
        } else if let name {
            finder.search(value, named: name)
        } else {
            finder.search(value)
        }
        return finder.found
    }

    /// A setting or parameter that holds a secret, as a credential that the source declares; nil when it holds none.
    func setting(_ name: String, _ value: JSONValue, named: JSONValue, isSecure: Bool = false) -> Credential? {
        guard let secret = found(in: value, named: named, isSecure: isSecure).first else { return nil }
        var credential = Credential(
            reference: CredentialReference(kind: "setting", id: "\(path)#\(name)", name: name)
        )
        credential.fingerprint = secret.fingerprint
        credential.declared = true
        return credential
    }

    /// Whether a text only says where its value comes from.
    static func isReference(_ value: JSONValue) -> Bool {
        guard value.kind == .string else { return false }
        let raw = value.rawBytes
        if let first = raw.first, [UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "#")].contains(first) {
            return true
        }
        return String(decoding: raw.prefix(20), as: UTF8.self).hasPrefix("@Microsoft.KeyVault")
    }

    /// Names of application settings that a value takes its text from: `@appsetting('NAME')`.
    static func settings(in value: JSONValue) -> [String] {
        var names: [String] = []
        var rest = Substring(String(decoding: value.rawBytes, as: UTF8.self))
        while let start = rest.firstRange(ofText: "appsetting('") {
            rest = rest[start.upperBound...]
            names.append(String(rest.prefix { $0 != "'" }))
        }
        return names
    }
}
