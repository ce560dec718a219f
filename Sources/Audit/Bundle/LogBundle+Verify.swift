package import MerkleLog

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension LogBundle {
    /// Checks a file that `export` wrote, in constant memory and without any store.
    ///
    /// - Parameters:
    ///   - key: The log's public key as the checker knows it; nil to believe the key in the file, which proves no more
    ///     than that the file agrees with itself.
    ///   - trusted: Signed checkpoints kept elsewhere that the log has to continue.
    ///   - read: Gives the next piece of the file, of any length; nil at its end.
    /// - Returns: What was found; problems are no errors.
    /// - Throws: What `read` throws.
    package static func verify(
        key: NoteVerifier?,
        trusted: [SignedNote] = [],
        read: @escaping () throws -> [UInt8]?,
    ) throws -> VerificationReport {
        var lines = LineReader(read)
        guard let first = try lines.next() else { return BundleVerification.failed(key, "line 1 is missing") }
        guard let header = Header(line: first), let published = try? NoteVerifier(header.key) else {
            return BundleVerification.failed(key, "line 1 is not the header of a file of format `\(format)`")
        }
        if let key, key != published {
            return BundleVerification.failed(key, "the file is of the log with the key `\(published)`, not of `\(key)`")
        }
        var verification = BundleVerification(key: published, size: header.size, trusted: trusted)
        while let line = try lines.next(), verification.take(line) {}
        return verification.finish(hasRest: !lines.rest.isEmpty)
    }
}

extension LogBundle.Header {
    fileprivate init?(line: ArraySlice<UInt8>) {
        guard let header = try? JSONDecoder().decode(Self.self, from: Data(line)), header.format == LogBundle.format,
            header.size > 0
        else { return nil }
        self = header
    }
}

/// Splits what comes in pieces into lines.
private struct LineReader {
    /// What stands behind the last line break; all of it once `next` has returned nil.
    private(set) var rest: ArraySlice<UInt8> = []

    private let read: () throws -> [UInt8]?
    /// No line of a sound file is as long as this, in bytes.
    private let maximum = 16 << 20

    init(_ read: @escaping () throws -> [UInt8]?) {
        self.read = read
    }

    /// The next line without its end; nil when there is no further line break, or none within any sound line.
    mutating func next() throws -> ArraySlice<UInt8>? {
        var searched = rest.startIndex
        while true {
            if let end = rest[searched...].firstIndex(of: newline) {
                defer { rest = rest[(end + 1)...] }
                return rest[..<end]
            }
            guard rest.count <= maximum, let piece = try read() else { return nil }
            searched = rest.count
            rest = ArraySlice(Array(rest) + piece)
        }
    }
}
