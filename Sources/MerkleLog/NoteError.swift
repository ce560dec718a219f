/// Why a signed note, a checkpoint, a key or a proof file is refused.
public enum NoteError: Error, Sendable, Hashable {
    /// The bytes do not follow the format; the text says what was expected.
    case malformed(String)
    /// A name is empty or has a space or a plus sign.
    case invalidName(String)
    /// The key's id does not belong to its name and bytes, its kind is unknown, or it is no key.
    case invalidKey(String)
    /// No signature line is by this key.
    case notSigned(by: String)
    /// A signature line claims this key, but the signature is not its.
    case wrongSignature(by: String)
    /// The checkpoint is of another log.
    case wrongOrigin(expected: String, found: String)
    /// The inclusion proof does not hold.
    case proof(ProofError)
}

extension NoteError: CustomStringConvertible {
    /// What is wrong, in one line.
    public var description: String {
        switch self {
        case .malformed(let reason): reason
        case .invalidName(let name): "`\(name)` is no key name: it must be non-empty, without spaces and plus signs"
        case .invalidKey(let reason): reason
        case .notSigned(let name): "there is no signature by `\(name)`"
        case .wrongSignature(let name): "the signature by `\(name)` is wrong"
        case .wrongOrigin(let expected, let found): "the checkpoint is of `\(found)`, not of `\(expected)`"
        case .proof(let error): error.description
        }
    }
}
