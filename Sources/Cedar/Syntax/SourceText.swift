/// The bytes of one source file, and where its lines begin.
///
/// The bytes may be any; the lexer reports the first that are not UTF-8.
public struct SourceText: Sendable {
    /// The text as UTF-8.
    public let bytes: [UInt8]

    /// Offset of the first byte of each line.
    private let lineStarts: [Int]

    /// A source from its bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lineStarts = bytes.withUnsafeBufferPointer { bytes in
            var starts = [0]
            for index in bytes.indices where bytes[index] == 0x0A { starts.append(index + 1) }
            return starts
        }
    }

    /// A source from a string.
    public init(_ string: String) {
        self.init(Array(string.utf8))
    }

    /// Line and column of the byte at `offset`; linear in the length of its line.
    public func position(of offset: Int) -> SourcePosition {
        let offset = min(max(0, offset), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = bytes[lineStarts[low]..<offset].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return SourcePosition(line: low + 1, column: column)
    }

    /// The text of `range`, repaired where it is not UTF-8.
    public func string(_ range: SourceRange) -> String {
        let lower = min(max(0, range.lower), bytes.count)
        let upper = min(max(lower, range.upper), bytes.count)
        return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }

    /// Whether `range` holds exactly the ASCII text of `word`.
    package func matches(_ range: SourceRange, _ word: StaticString) -> Bool {
        guard range.upper - range.lower == word.utf8CodeUnitCount else { return false }
        return bytes[range.lower..<range.upper].elementsEqual(
            UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        )
    }
}
