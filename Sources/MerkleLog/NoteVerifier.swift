import Crypto

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A public key with a name, in the form logs and witnesses publish: `name+8 hex digits+base64`.
///
/// Source: C2SP signed-note, "Verifier keys".
public struct NoteVerifier: Sendable, Hashable {
    /// What a key signs, told by the first byte of its encoding.
    public enum Kind: UInt8, Sendable, Hashable {
        /// Ed25519 over the note's text: logs.
        case ed25519 = 1
        /// Ed25519 over a time and the note's text: witnesses (C2SP tlog-cosignature, `cosignature/v1`).
        case cosignature = 4
    }

    /// The key's name, for a log its origin.
    public let name: String
    /// What the key signs.
    public let kind: Kind
    /// The Ed25519 public key, 32 bytes.
    public let publicKey: [UInt8]

    /// Names a public key.
    ///
    /// - Throws: `.invalidName`; `.invalidKey` when it is not 32 bytes.
    public init(name: String, kind: Kind, publicKey: [UInt8]) throws(NoteError) {
        guard NoteVerifier.isName(name) else { throw .invalidName(name) }
        guard publicKey.count == 32 else { throw .invalidKey("an Ed25519 public key must be 32 bytes") }
        self.name = name
        self.kind = kind
        self.publicKey = publicKey
    }

    /// Reads a published key.
    ///
    /// - Throws: `.malformed`, `.invalidName`, or `.invalidKey` when the id does not match.
    public init(_ text: String) throws(NoteError) {
        // The Base64 part may itself contain plus signs.
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 8, let encoded = Base64.decode(parts[2].utf8) else {
            throw .malformed("a key must be written as name, 8 hex digits and Base64, with plus signs between")
        }
        guard let first = encoded.first, let kind = Kind(rawValue: first) else {
            throw .invalidKey("the key is neither Ed25519 nor a cosignature key")
        }
        try self.init(name: String(parts[0]), kind: kind, publicKey: Array(encoded.dropFirst()))
        guard parts[1] == hexadecimalID else {
            throw .invalidKey("the id in the key is not that of its name and bytes")
        }
    }

    /// First four bytes of the hash over name, kind and key: a hint, not an identity.
    public var id: UInt32 {
        let hash = SHA256.hash(data: Array(name.utf8) + [0x0A, kind.rawValue] + publicKey)
        return hash.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Checks that the note carries a right signature by this key.
    ///
    /// - Throws: `.notSigned` when no line is by this key, `.wrongSignature` when one is and none is right.
    public func verify(_ note: SignedNote) throws(NoteError) {
        _ = try time(on: note)
    }

    /// Checks a witness's signature and tells when it saw the note, in seconds since 1970.
    ///
    /// - Throws: `.invalidKey` for a key that signs no time; otherwise as ``verify(_:)``.
    public func cosignatureTime(on note: SignedNote) throws(NoteError) -> UInt64 {
        guard let time = try time(on: note) else { throw .invalidKey("the key of `\(name)` is not a witness's") }
        return time
    }

    private func time(on note: SignedNote) throws(NoteError) -> UInt64? {
        let id = id
        // By bytes: Swift's string equality would take two spellings of an accented letter for the same name.
        let candidates = note.signatures.filter { $0.name.utf8.elementsEqual(name.utf8) && $0.keyID == id }
        guard !candidates.isEmpty else { throw .notSigned(by: name) }
        for signature in candidates {
            switch kind {
            case .ed25519 where isValid(signature.bytes, for: Array(note.text.utf8)):
                return nil
            case .cosignature where signature.bytes.count == 72:
                let time = signature.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                let message = NoteVerifier.cosignedMessage(note.text, time: time)
                if time <= Int64.max, isValid(Array(signature.bytes.dropFirst(8)), for: message) { return time }
            default:
                continue
            }
        }
        throw .wrongSignature(by: name)
    }

    /// What a witness signs: the time and the whole text.
    static func cosignedMessage(_ text: String, time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n\(text)".utf8)
    }

    /// True for a name that can stand in a signature line and a published key.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 }
    }

    private var hexadecimalID: String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    private func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}

extension NoteVerifier: CustomStringConvertible {
    /// The key as published.
    public var description: String {
        "\(name)+\(hexadecimalID)+\(Base64.encode([kind.rawValue] + publicKey))"
    }
}
