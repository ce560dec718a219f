/// Why a sealed value, a key file or a passphrase hash can't be used.
package enum SealingError: Error, Sendable, Hashable {
    /// The key file is not there.
    case keyFileMissing(path: String)
    /// The key file is there already and is not overwritten.
    case keyFileExists(path: String)
    /// Others than the file's owner may read or write the key file.
    case keyFileTooOpen(path: String, mode: String)
    /// The key file holds something else than 32 bytes in Base64.
    case keyFileMalformed(path: String)
    /// The system refused to read or write the key file.
    case keyFileUnusable(path: String, reason: String)
    /// The bytes are not a sealed value, or one of a later format.
    case malformed
    /// The value was sealed under a master key that is not at hand.
    case unknownKey(id: String)
    /// The value was changed, or belongs to another record.
    case notAuthentic
    /// The passphrase hash does not have the expected form or parameters.
    case malformedHash
}

extension SealingError: CustomStringConvertible {
    /// What is wrong and what to do, in one line.
    package var description: String {
        switch self {
        case .keyFileMissing(let path):
            "there is no master key at `\(path)`; restore it from your backup, or point PENSTOCK_MASTER_KEY_FILE to it"
        case .keyFileExists(let path):
            "`\(path)` exists already and is not overwritten; use it, or choose another path"
        case .keyFileTooOpen(let path, let mode):
            "the master key `\(path)` is open to others (mode \(mode)); run `chmod 600 \(path)`"
        case .keyFileMalformed(let path):
            "`\(path)` must hold 32 random bytes as one line of Base64, as `openssl rand -base64 32` prints"
        case .keyFileUnusable(let path, let reason):
            "the master key `\(path)` can't be used: \(reason)"
        case .malformed:
            "the bytes are no sealed value of a known format"
        case .unknownKey(let id):
            "the value was sealed under the master key \(id), which is not at hand; add the file of that key"
        case .notAuthentic:
            "the sealed value was changed or belongs to another record"
        case .malformedHash:
            "the passphrase hash does not have the expected form"
        }
    }
}
