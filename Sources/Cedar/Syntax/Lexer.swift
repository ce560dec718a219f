/// Splits a source text into tokens, one at a time, in constant memory.
///
/// Blanks are those of Unicode; comments run from `//` to the end of the line. Copying a lexer saves its place.
package struct Lexer: Sendable {
    /// The text.
    package let source: SourceText

    /// Offset of the next byte to be read.
    package private(set) var offset = 0

    /// A lexer at the beginning of `source`.
    package init(_ source: SourceText) {
        self.source = source
    }

    /// The next token; `.end` again and again when the text is used up.
    package mutating func next() -> Token {
        source.bytes.withUnsafeBufferPointer { bytes in
            offset = Self.skipBlanks(bytes, offset)
            let start = offset
            guard start < bytes.count else { return Token(kind: .end, range: SourceRange(start, start)) }
            let (kind, end) = Self.scan(bytes, start)
            offset = end
            return Token(kind: kind, range: SourceRange(start, end))
        }
    }

    /// Range of the first bytes that are not UTF-8, or nil when all are.
    package static func invalidUTF8(in bytes: [UInt8]) -> SourceRange? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var decoder = UTF8()
        var iterator = CountingIterator(bytes: bytes)
        while true {
            let start = iterator.index
            switch decoder.decode(&iterator) {
            case .scalarValue: continue
            case .emptyInput: return nil
            case .error: return SourceRange(max(0, min(start, bytes.count - 1)), min(iterator.index, bytes.count))
            }
        }
    }

    private struct CountingIterator: IteratorProtocol {
        let bytes: [UInt8]
        var index = 0

        mutating func next() -> UInt8? {
            guard index < bytes.count else { return nil }
            index += 1
            return bytes[index - 1]
        }
    }

    private static func skipBlanks(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        var index = offset
        while index < bytes.count {
            switch bytes[index] {
            case 0x09...0x0D, 0x20:
                index += 1
            case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/"):
                index += 2
                while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            case 0x80...:
                let width = wideBlank(bytes, index)
                if width == 0 { return index }
                index += width
            default:
                return index
            }
        }
        return index
    }

    /// Bytes of the blank beyond ASCII at `index`; zero when there is none.
    private static func wideBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let width = bytes[index] >= 0xE0 ? 3 : 2
        guard bytes[index] < 0xF0, index + width <= bytes.count else { return 0 }
        let text = String(decoding: bytes[index..<index + width], as: UTF8.self)
        guard let scalar = text.unicodeScalars.first, scalar.properties.isWhitespace else { return 0 }
        return width
    }

    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Token.Kind, Int) {
        let byte = bytes[start]
        if Identifier.begins(byte) { return (.identifier, word(bytes, start + 1)) }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var end = start + 1
            while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) { end += 1 }
            return (.integer, end)
        case UInt8(ascii: "\""):
            return string(bytes, start)
        case UInt8(ascii: "?"):
            guard start + 1 < bytes.count, Identifier.begins(bytes[start + 1]) else { return (.question, start + 1) }
            return (.slot, word(bytes, start + 1))
        default:
            return punctuation(bytes, start)
        }
    }

    private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < bytes.count, Identifier.continues(bytes[end]) { end += 1 }
        return end
    }

    /// A backslash protects any one scalar but a line feed; an unclosed literal is one invalid token of its quote.
    private static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Token.Kind, Int) {
        var index = start + 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                return (.string, index + 1)
            case UInt8(ascii: "\\"):
                guard index + 1 < bytes.count, bytes[index + 1] != 0x0A else { return (.invalid, start + 1) }
                index += 2
            default:
                index += 1
            }
        }
        return (.invalid, bytes.count)
    }

    private static func punctuation(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Token.Kind, Int) {
        let byte = bytes[start]
        let next = start + 1 < bytes.count ? bytes[start + 1] : 0
        switch (byte, next) {
        case (UInt8(ascii: ":"), UInt8(ascii: ":")): return (.doubleColon, start + 2)
        case (UInt8(ascii: "="), UInt8(ascii: "=")): return (.doubleEqual, start + 2)
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): return (.notEqual, start + 2)
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): return (.lessOrEqual, start + 2)
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): return (.greaterOrEqual, start + 2)
        case (UInt8(ascii: "|"), UInt8(ascii: "|")): return (.or, start + 2)
        case (UInt8(ascii: "&"), UInt8(ascii: "&")): return (.and, start + 2)
        default: break
        }
        if let kind = single(byte) { return (kind, start + 1) }
        var end = start + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return (.invalid, end)
    }

    private static func single(_ byte: UInt8) -> Token.Kind? {
        switch byte {
        case UInt8(ascii: "@"): .at
        case UInt8(ascii: "."): .dot
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "("): .leftParenthesis
        case UInt8(ascii: ")"): .rightParenthesis
        case UInt8(ascii: "{"): .leftBrace
        case UInt8(ascii: "}"): .rightBrace
        case UInt8(ascii: "["): .leftBracket
        case UInt8(ascii: "]"): .rightBracket
        case UInt8(ascii: "="): .equal
        case UInt8(ascii: "<"): .less
        case UInt8(ascii: ">"): .greater
        case UInt8(ascii: "+"): .plus
        case UInt8(ascii: "-"): .minus
        case UInt8(ascii: "*"): .star
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "%"): .percent
        case UInt8(ascii: "!"): .bang
        default: nil
        }
    }
}
