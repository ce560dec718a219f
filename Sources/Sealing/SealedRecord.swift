/// The record that a sealed value belongs to: part of what is authenticated, so that a value moved to another row, or
/// to another column of the same row, can't be opened.
package struct SealedRecord: Sendable, Hashable {
    /// What the value is, for example `systemCredential`.
    package let kind: String
    /// Id of the record it stands in.
    package let id: String

    package init(kind: String, id: String) {
        self.kind = kind
        self.id = id
    }

    /// The associated data: version, then both parts, each behind its length.
    func associatedData(version: UInt8) -> [UInt8] {
        var bytes = [version]
        for part in [kind, id] {
            let text = Array(part.utf8)
            let count = UInt32(truncatingIfNeeded: text.count)
            bytes += (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) }
            bytes += text
        }
        return bytes
    }
}
