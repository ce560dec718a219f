import Crypto
import CryptoExtras
import Foundation

@testable import Tokens

/// Signs whatever a test wants to be signed, however wrong.
enum TestSigner {
    case p256(P256.Signing.PrivateKey)
    case ed25519(Curve25519.Signing.PrivateKey)
    case rsa(_RSA.Signing.PrivateKey, SignatureAlgorithm)

    static func p256() -> TestSigner { .p256(P256.Signing.PrivateKey()) }
    static func ed25519() -> TestSigner { .ed25519(Curve25519.Signing.PrivateKey()) }

    /// Made once: an RSA key takes its time.
    static let rsaKey = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    static func rsa(_ algorithm: SignatureAlgorithm) throws -> TestSigner { .rsa(try rsaKey.get(), algorithm) }

    var algorithm: String {
        switch self {
        case .p256: "ES256"
        case .ed25519: "EdDSA"
        case .rsa(_, let algorithm): algorithm.rawValue
        }
    }

    /// The public half as a JWK; further members as JSON, each with a comma in front.
    func jwk(_ more: String = "") throws -> String {
        switch self {
        case .p256(let key):
            let point = key.publicKey.rawRepresentation
            return #"{"kty":"EC","crv":"P-256","x":"\#(Base64URL.text(point.prefix(32)))","#
                + #""y":"\#(Base64URL.text(point.suffix(32)))"\#(more)}"#
        case .ed25519(let key):
            return #"{"kty":"OKP","crv":"Ed25519","x":"\#(Base64URL.text(key.publicKey.rawRepresentation))"\#(more)}"#
        case .rsa(let key, _):
            let numbers = try key.publicKey.getKeyPrimitives()
            return #"{"kty":"RSA","n":"\#(Base64URL.text(numbers.modulus))","#
                + #""e":"\#(Base64URL.text(numbers.publicExponent))"\#(more)}"#
        }
    }

    func keySet(_ more: String = "") throws -> KeySet {
        try KeySet(json: Array(#"{"keys":[\#(jwk(more))]}"#.utf8))
    }

    func sign(_ payload: String, header: String? = nil) throws -> String {
        let header = header ?? #"{"alg":"\#(algorithm)","typ":"JWT"}"#
        let input = Base64URL.text(Array(header.utf8)) + "." + Base64URL.text(Array(payload.utf8))
        let message = Data(input.utf8)
        let signature: Data =
            switch self {
            case .p256(let key): try key.signature(for: message).rawRepresentation
            case .ed25519(let key): try key.signature(for: message)
            case .rsa(let key, let algorithm):
                try key.signature(
                    for: SHA256.hash(data: message),
                    padding: algorithm == .ps256 ? .PSS : .insecurePKCS1v1_5
                ).rawRepresentation
            }
        return input + "." + Base64URL.text(signature)
    }
}
