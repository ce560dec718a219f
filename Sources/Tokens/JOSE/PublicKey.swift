import Crypto
import CryptoExtras

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A public key that verifies signatures, with the algorithms it is for.
package struct PublicKey: Sendable {
    /// The name under which tokens refer to it; nil when it has none.
    package let id: String?
    /// What it may be used with: one algorithm, or both of RSA when the key does not say.
    package let algorithms: Set<SignatureAlgorithm>

    let material: Material

    enum Material: Sendable {
        case p256(P256.Signing.PublicKey)
        case ed25519(Curve25519.Signing.PublicKey)
        case rsa(_RSA.Signing.PublicKey, modulus: [UInt8], exponent: [UInt8])
    }

    /// Verifies a token's signature under the algorithm that both token and key name.
    ///
    /// - Throws: `.unknownKey` when `alg` or `kid` is not this key's, `.wrongSignature`.
    func verify(_ token: CompactJWS) throws(JOSEError) {
        guard algorithms.contains(token.algorithm), id == nil || token.keyID == nil || token.keyID == id else {
            throw .unknownKey
        }
        guard isValid(token.signature, for: token.signingInput, algorithm: token.algorithm) else {
            throw .wrongSignature
        }
    }

    private func isValid(
        _ signature: [UInt8],
        for message: ArraySlice<UInt8>,
        algorithm: SignatureAlgorithm,
    ) -> Bool {
        switch material {
        case .p256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: SHA256.hash(data: message))
        case .ed25519(let key):
            return key.isValidSignature(signature, for: message)
        case .rsa(let key, let modulus, _):
            // A shorter or longer encoding of the same number would be a second signature for one message.
            guard signature.count == modulus.count else { return false }
            let padding: _RSA.Signing.Padding = algorithm == .ps256 ? .PSS : .insecurePKCS1v1_5
            let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
            return key.isValidSignature(signature, for: SHA256.hash(data: message), padding: padding)
        }
    }
}

extension PublicKey {
    /// SHA-256 over the key's required members: a name that depends on nothing but the key.
    ///
    /// Source: RFC 7638.
    package var thumbprint: String {
        let members = requiredMembers.sorted { $0.key < $1.key }
        let json = JSONWriter.object { writer in
            for (name, value) in members {
                writer.member(name, value)
            }
        }
        return Base64URL.text(SHA256.hash(data: json).map { $0 })
    }

    /// The key as a member of a key set.
    package var json: JSONValue {
        var members = requiredMembers.mapValues { JSONValue.string($0) }
        members["use"] = .string("sig")
        members["kid"] = id.map { .string($0) }
        if algorithms.count == 1 { members["alg"] = algorithms.first.map { .string($0.rawValue) } }
        return .object(members)
    }

    private var requiredMembers: [String: String] {
        switch material {
        case .p256(let key):
            let point = key.rawRepresentation
            return [
                "kty": "EC", "crv": "P-256",
                "x": Base64URL.text(point.prefix(32)), "y": Base64URL.text(point.suffix(32)),
            ]
        case .ed25519(let key):
            return ["kty": "OKP", "crv": "Ed25519", "x": Base64URL.text(key.rawRepresentation)]
        case .rsa(_, let modulus, let exponent):
            return ["kty": "RSA", "n": Base64URL.text(modulus), "e": Base64URL.text(exponent)]
        }
    }
}
