/// Reads comma-separated values, row by row; the separator is the comma, semicolon or tab that the first row uses.
///
/// Source: RFC 4180. Beyond it, rows may end in a line feed alone, and empty rows are passed over.
struct CSVReader {
    struct Field: Hashable {
        var text: String
        /// Where it begins: line and column, counted from 1 in Unicode scalars.
        var line: Int
        var column: Int
    }

    enum Row {
        case fields([Field])
        /// A row that breaks the rules; the next one is read all the same.
        case broken(Unreadable)
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1
    private var column = 1

    private static let quote = UInt8(ascii: "\"")

    /// - Throws: When the text is no UTF-8.
    init(_ bytes: [UInt8]) throws(Unreadable) {
        let invalid = bytes.withUnsafeBufferPointer { firstInvalidUTF8(in: $0) }
        if let invalid {
            let place = JSONFailure(offset: invalid, reason: "").position(in: bytes)
            throw Unreadable(line: place.line, column: place.column, reason: "byte \(bytes[invalid]) is not UTF-8")
        }
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        separator = Self.separator(of: bytes)
    }

    /// The next row that is not empty; nil at the end.
    ///
    /// - Throws: When a quote is never closed, so that it is unknown where rows end.
    mutating func next() throws(Unreadable) -> Row? {
        while position < bytes.count {
            var fields: [Field] = []
            var failure: Unreadable?
            repeat {
                let (field, problem) = try field()
                fields.append(field)
                failure = failure ?? problem
            } while take(separator)
            endLine()
            if let failure { return .broken(failure) }
            if fields.count > 1 || fields.first?.text.isEmpty == false { return .fields(fields) }
        }
        return nil
    }

    // MARK: - Fields

    private mutating func field() throws(Unreadable) -> (Field, Unreadable?) {
        var field = Field(text: "", line: line, column: column)
        guard position < bytes.count, bytes[position] == Self.quote else {
            let start = position
            var problem: Unreadable?
            while position < bytes.count, !isEnd(bytes[position]) {
                if bytes[position] == Self.quote, problem == nil {
                    let reason =
                        "a quote stands inside a field that does not begin with one; put the whole field in quotes"
                    problem = Unreadable(line: line, column: column, reason: reason)
                }
                advance()
            }
            field.text = String(decoding: bytes[start..<position], as: UTF8.self)
            return (field, problem)
        }
        advance()
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            advance()
            guard byte == Self.quote else {
                text.append(byte)
                continue
            }
            if position < bytes.count, bytes[position] == Self.quote {
                text.append(byte)
                advance()
                continue
            }
            field.text = String(decoding: text, as: UTF8.self)
            guard position < bytes.count, !isEnd(bytes[position]) else { return (field, nil) }
            let problem = Unreadable(
                line: line,
                column: column,
                reason: "something follows the closing quote of a field"
            )
            while position < bytes.count, !isEnd(bytes[position]) { advance() }
            return (field, problem)
        }
        throw Unreadable(line: field.line, column: field.column, reason: "the quote that begins here is never closed")
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        advance()
        return true
    }

    private mutating func endLine() {
        if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
        if position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
            position += 1
        }
        line += 1
        column = 1
    }

    private mutating func advance() {
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }

    /// The separator that stands most often in the first row.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counted = candidates.map { candidate in (candidate, first.count { $0 == candidate }) }
        return counted.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? UInt8(ascii: ",")
    }
}
