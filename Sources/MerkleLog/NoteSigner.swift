import Crypto

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A private key with a name that signs notes.
public struct NoteSigner: Sendable {
    /// The public half, to be published.
    public let verifier: NoteVerifier
    private let privateKey: Curve25519.Signing.PrivateKey

    /// Makes a signer from the raw key.
    ///
    /// - Parameters:
    ///   - name: For a log its origin; no spaces, no plus signs.
    ///   - kind: `.ed25519` for a log, `.cosignature` for a witness.
    ///   - privateKey: The 32 bytes of an Ed25519 seed.
    /// - Throws: `.invalidName` or `.invalidKey`.
    public init(name: String, kind: NoteVerifier.Kind = .ed25519, privateKey: [UInt8]) throws(NoteError) {
        do {
            self.privateKey = try Curve25519.Signing.PrivateKey(rawRepresentation: privateKey)
        } catch {
            throw .invalidKey("an Ed25519 private key must be 32 bytes")
        }
        verifier = try NoteVerifier(
            name: name,
            kind: kind,
            publicKey: Array(self.privateKey.publicKey.rawRepresentation),
        )
    }

    /// A fresh Ed25519 seed of 32 bytes, for the caller to seal.
    public static func generatePrivateKey() -> [UInt8] {
        Array(Curve25519.Signing.PrivateKey().rawRepresentation)
    }

    /// Signs a note's text.
    ///
    /// - Parameters:
    ///   - text: The text with the line break at its end.
    ///   - time: Seconds since 1970, written into a cosignature; a log's signature has no time and ignores it.
    /// - Returns: The line to append to the note.
    /// - Throws: `.invalidKey` when the key can't sign.
    public func sign(_ text: String, time: UInt64 = 0) throws(NoteError) -> SignedNote.Signature {
        let prefix: [UInt8]
        let message: [UInt8]
        switch verifier.kind {
        case .ed25519:
            prefix = []
            message = Array(text.utf8)
        case .cosignature:
            prefix = (0..<8).map { UInt8(truncatingIfNeeded: time >> (56 - 8 * $0)) }
            message = NoteVerifier.cosignedMessage(text, time: time)
        }
        guard let signature = try? privateKey.signature(for: message) else {
            throw .invalidKey("the key of `\(verifier.name)` can't sign")
        }
        return try SignedNote.Signature(name: verifier.name, keyID: verifier.id, bytes: prefix + Array(signature))
    }
}
