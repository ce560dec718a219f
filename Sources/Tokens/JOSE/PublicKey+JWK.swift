import Crypto
import CryptoExtras

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension PublicKey {
    /// Reads a key of a key set.
    ///
    /// - Throws: `.unusableKey` for a private or symmetric key, a key for encryption, an algorithm that does not fit the
    ///   key, a point that is not on the curve, or an RSA key that is too weak.
    ///
    /// Source: RFC 7517, RFC 7518 section 6, RFC 8037.
    package init(jwk: JSONValue) throws(JOSEError) {
        guard let members = jwk.object else { throw .unusableKey("a key must be a JSON object") }
        for name in ["d", "p", "q", "dp", "dq", "qi", "oth", "k"] where members[name] != nil {
            throw .unusableKey("the key holds private parts (`\(name)`); hand over the public key only")
        }
        guard members["use"] == nil || members["use"] == .string("sig") else {
            throw .unusableKey("the key's `use` must be `sig`")
        }
        if let operations = members["key_ops"] {
            guard operations.array?.contains(.string("verify")) == true else {
                throw .unusableKey("the key's `key_ops` must contain `verify`")
            }
        }
        guard members["kid"] == nil || members["kid"]?.string?.isEmpty == false else {
            throw .unusableKey("the key's `kid` must be a text")
        }
        let material: Material
        let possible: Set<SignatureAlgorithm>
        switch (members["kty"]?.string, members["crv"]?.string) {
        case ("EC", "P-256"):
            material = try Self.p256(members)
            possible = [.es256]
        case ("OKP", "Ed25519"):
            material = try Self.ed25519(members)
            possible = [.edDSA]
        case ("RSA", nil):
            material = try Self.rsa(members)
            possible = [.rs256, .ps256]
        default:
            throw .unusableKey("the key must be EC with P-256, OKP with Ed25519, or RSA")
        }
        self.init(
            id: members["kid"]?.string,
            algorithms: try Self.algorithms(members["alg"], of: possible),
            material: material,
        )
    }

    private static func algorithms(
        _ named: JSONValue?,
        of possible: Set<SignatureAlgorithm>,
    ) throws(JOSEError) -> Set<SignatureAlgorithm> {
        guard let named else { return possible }
        guard let algorithm = named.string.flatMap(SignatureAlgorithm.init(name:)), possible.contains(algorithm) else {
            throw .unusableKey("the key's `alg` does not fit its type; use ES256, EdDSA, PS256 or RS256")
        }
        return [algorithm]
    }

    private static func p256(_ members: [String: JSONValue]) throws(JOSEError) -> Material {
        let x = try bytes("x", of: members)
        let y = try bytes("y", of: members)
        guard x.count == 32, y.count == 32, let key = try? P256.Signing.PublicKey(rawRepresentation: x + y) else {
            throw .unusableKey("the key's `x` and `y` are no point of P-256")
        }
        return .p256(key)
    }

    private static func ed25519(_ members: [String: JSONValue]) throws(JOSEError) -> Material {
        let x = try bytes("x", of: members)
        guard x.count == 32, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x) else {
            throw .unusableKey("the key's `x` must be the 32 bytes of an Ed25519 key")
        }
        return .ed25519(key)
    }

    private static func rsa(_ members: [String: JSONValue]) throws(JOSEError) -> Material {
        let modulus = try bytes("n", of: members)
        let exponent = try bytes("e", of: members)
        if let weakness = RSAStrength.weakness(modulus: modulus, exponent: exponent) { throw .unusableKey(weakness) }
        guard let key = try? _RSA.Signing.PublicKey(n: Data(modulus), e: Data(exponent)) else {
            throw .unusableKey("the key's `n` and `e` are no RSA key")
        }
        return .rsa(key, modulus: modulus, exponent: exponent)
    }

    private static func bytes(_ name: String, of members: [String: JSONValue]) throws(JOSEError) -> [UInt8] {
        guard let text = members[name]?.string, let bytes = Base64URL.decode(text.utf8) else {
            throw .unusableKey("the key's `\(name)` must be Base64url without padding")
        }
        return bytes
    }
}
