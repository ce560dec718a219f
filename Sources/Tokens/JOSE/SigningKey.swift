import Crypto
package import Domain

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The private key that signs the tokens of an installation: ECDSA with P-256 and SHA-256.
package struct SigningKey: Sendable {
    /// The public half, named by its thumbprint.
    package let publicKey: PublicKey

    private let privateKey: P256.Signing.PrivateKey

    /// A fresh random key.
    package static func generate() -> SigningKey {
        SigningKey(P256.Signing.PrivateKey())
    }

    /// Restores a key from what ``secret`` gave.
    ///
    /// - Throws: `.unusableKey` when it is not the 32 bytes of a P-256 key.
    package init(_ secret: Secret) throws(JOSEError) {
        guard let key = secret.withBytes({ try? P256.Signing.PrivateKey(rawRepresentation: $0) }) else {
            throw .unusableKey("the signing key is not a P-256 key")
        }
        self.init(key)
    }

    private init(_ key: P256.Signing.PrivateKey) {
        privateKey = key
        let material = PublicKey.Material.p256(key.publicKey)
        let id = PublicKey(id: nil, algorithms: [.es256], material: material).thumbprint
        publicKey = PublicKey(id: id, algorithms: [.es256], material: material)
    }

    /// The key's name: the thumbprint of its public half.
    package var id: String { publicKey.id ?? "" }

    /// The 32 bytes of the key, to be sealed.
    package var secret: Secret { Secret(Array(privateKey.rawRepresentation)) }

    /// The key as PKCS #8 in PEM, to be handed to other tools.
    package var pem: Secret { Secret(privateKey.pemRepresentation) }

    /// A signature in the form that tokens carry: r and s, 32 bytes each.
    ///
    /// - Throws: When the library can't sign.
    func signature(for message: some Sequence<UInt8>) throws -> [UInt8] {
        Array(try privateKey.signature(for: SHA256.hash(data: Array(message))).rawRepresentation)
    }

    /// Signs a payload as a compact token.
    ///
    /// - Parameters:
    ///   - payload: The claims as JSON.
    ///   - type: What kind of token it is, `typ`.
    /// - Returns: Header, payload and signature with dots between.
    /// - Throws: When the library can't sign.
    func sign(_ payload: [UInt8], type: String) throws -> String {
        var token = Base64URL.encode(header(type: type))
        token.append(UInt8(ascii: "."))
        token += Base64URL.encode(payload)
        let signature = try signature(for: token)
        token.append(UInt8(ascii: "."))
        token += Base64URL.encode(signature)
        return String(decoding: token, as: UTF8.self)
    }

    private func header(type: String) -> [UInt8] {
        JSONWriter.object { header in
            header.member("alg", SignatureAlgorithm.es256.rawValue)
            header.member("kid", id)
            header.member("typ", type)
        }
    }
}
