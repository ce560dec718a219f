/// One way in which a log is not what was appended and signed.
package struct LogProblem: Error, Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable {
        /// The entry is not the one that was appended at its place.
        case entryChanged
        /// A column beside an entry says other than its bytes.
        case columnChanged
        /// Entries are gone.
        case entriesMissing
        /// Entries between two checkpoints are not those that were signed; the log does not say which.
        case stretchChanged
        /// A stored tile or the head does not follow from the entries.
        case treeChanged
        /// A checkpoint is not signed by the log's key or not a checkpoint of this log.
        case checkpointInvalid
        /// The file does not follow the format.
        case malformed
    }

    package let kind: Kind
    /// The first entry concerned; nil when it is about no entry.
    package let index: Int?
    /// The id of that entry's event, as far as it can be told.
    package let event: String?
    /// What is wrong, in one line.
    package let message: String

    init(_ kind: Kind, _ message: String, index: Int? = nil, event: String? = nil) {
        self.kind = kind
        self.index = index
        self.event = event
        self.message = message
    }
}

extension LogProblem: CustomStringConvertible {
    package var description: String { message }
}
