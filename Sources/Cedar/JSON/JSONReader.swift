/// A strict reader of JSON: no duplicate keys, no fractions or exponents, no integers beyond 64 bits, at most 128 levels.
///
/// Source: RFC 8259.
public struct JSONReader {
    private let source: SourceText
    private var index = 0
    private var depth = 0

    /// Arrays and objects may be nested this deep.
    public static let depthLimit = 128

    private init(_ source: SourceText) {
        self.source = source
    }

    /// The value that the text consists of.
    ///
    /// - Throws: The first error.
    public static func read(_ source: SourceText) throws(SourceDiagnostic) -> JSONNode {
        if let range = Lexer.invalidUTF8(in: source.bytes) {
            throw SourceDiagnostic("the text is not UTF-8", at: range, in: source)
        }
        var reader = JSONReader(source)
        let node = try reader.value()
        reader.skipBlanks()
        if reader.index < source.bytes.count { throw reader.unexpected("end of input") }
        return node
    }

    private mutating func skipBlanks() {
        while index < source.bytes.count {
            switch source.bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    private var byte: UInt8? { index < source.bytes.count ? source.bytes[index] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard byte == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private func fail(_ message: String, at start: Int) -> SourceDiagnostic {
        SourceDiagnostic(message, at: SourceRange(start, max(start, index)), in: source)
    }

    private func unexpected(_ expected: String...) -> SourceDiagnostic {
        guard index < source.bytes.count else {
            return SourceDiagnostic(
                "unexpected end of input",
                at: SourceRange(index, index),
                in: source,
                found: "",
                expected: expected,
            )
        }
        var end = index + 1
        while end < source.bytes.count, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
        let found = source.string(SourceRange(index, end))
        return SourceDiagnostic(
            "unexpected character `\(found)`",
            at: SourceRange(index, end),
            in: source,
            found: found,
            expected: expected,
        )
    }

    private mutating func value() throws(SourceDiagnostic) -> JSONNode {
        skipBlanks()
        let start = index
        switch byte {
        case UInt8(ascii: "{"): return JSONNode(.object(try object()), offset: start)
        case UInt8(ascii: "["): return JSONNode(.array(try array()), offset: start)
        case UInt8(ascii: "\""): return JSONNode(.string(try string()), offset: start)
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            return JSONNode(.integer(try integer()), offset: start)
        default: throw unexpected("a value")
        }
    }

    private mutating func word(_ word: StaticString, _ kind: JSONNode.Kind) throws(SourceDiagnostic) -> JSONNode {
        let start = index
        let range = SourceRange(start, start + word.utf8CodeUnitCount)
        guard range.upper <= source.bytes.count, source.matches(range, word) else { throw unexpected("a value") }
        index = range.upper
        return JSONNode(kind, offset: start)
    }

    private mutating func enter() throws(SourceDiagnostic) {
        depth += 1
        if depth > Self.depthLimit { throw fail("arrays and objects are nested too deep", at: index) }
        index += 1
    }

    private mutating func array() throws(SourceDiagnostic) -> [JSONNode] {
        try enter()
        defer { depth -= 1 }
        var elements: [JSONNode] = []
        if take("]") { return elements }
        while true {
            elements.append(try value())
            if take("]") { return elements }
            guard take(",") else { throw unexpected("`,`", "`]`") }
        }
    }

    private mutating func object() throws(SourceDiagnostic) -> [JSONNode.Member] {
        try enter()
        defer { depth -= 1 }
        var members: [JSONNode.Member] = []
        var keys: Set<Text> = []
        if take("}") { return members }
        while true {
            skipBlanks()
            let start = index
            guard byte == UInt8(ascii: "\"") else { throw unexpected("a string") }
            let key = try string()
            if members.count < 8 ? members.contains(where: { $0.key == key }) : keys.contains(key) {
                throw fail("the key `\(key)` occurs two or more times in the same JSON object", at: start)
            }
            guard take(":") else { throw unexpected("`:`") }
            members.append(JSONNode.Member(key, try value()))
            if members.count == 8 { keys = Set(members.map(\.key)) } else if members.count > 8 { keys.insert(key) }
            if take("}") { return members }
            guard take(",") else { throw unexpected("`,`", "`}`") }
        }
    }

    private mutating func integer() throws(SourceDiagnostic) -> Int64 {
        let start = index
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let first = index
        var value: Int64 = 0
        var isTooLarge = false
        while let digit = byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
            let (product, over) = value.multipliedReportingOverflow(by: 10)
            let units = Int64(digit) - 48
            let (sum, overflow) = product.addingReportingOverflow(isNegative ? -units : units)
            isTooLarge = isTooLarge || over || overflow
            value = sum
            index += 1
        }
        guard index > first else { throw unexpected("a digit") }
        if index - first > 1, source.bytes[first] == UInt8(ascii: "0") {
            throw fail("a number cannot begin with 0", at: start)
        }
        if let next = byte, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(next) {
            throw fail("a number with a fraction or exponent is no Cedar value, use a decimal", at: start)
        }
        if isNegative, value == 0, !isTooLarge { throw fail("-0 is no integer", at: start) }
        if isTooLarge { throw fail("the integer does not fit 64 bits", at: start) }
        return value
    }
}

extension JSONReader {
    private mutating func string() throws(SourceDiagnostic) -> Text {
        let start = index
        index += 1
        let first = index
        while let next = byte, next != UInt8(ascii: "\""), next != UInt8(ascii: "\\"), next >= 0x20 { index += 1 }
        if byte == UInt8(ascii: "\"") {
            index += 1
            return Text(utf8: source.bytes[first..<index - 1])
        }
        var out = Array(source.bytes[first..<index])
        while let next = byte {
            switch next {
            case UInt8(ascii: "\""):
                index += 1
                return Text(utf8: out)
            case UInt8(ascii: "\\"):
                out.append(contentsOf: String(try escape()).utf8)
            case ..<0x20:
                throw fail("a control character in a string must be escaped", at: index)
            default:
                out.append(next)
                index += 1
            }
        }
        throw fail("the string has no end", at: start)
    }

    private mutating func escape() throws(SourceDiagnostic) -> Unicode.Scalar {
        let start = index
        index += 1
        let letter = byte
        index += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            if let scalar = scalar() { return scalar }
        default: break
        }
        index = min(index, source.bytes.count)
        throw fail("invalid escape in a string", at: start)
    }

    /// Four hexadecimal digits, or a surrogate pair.
    private mutating func scalar() -> Unicode.Scalar? {
        guard let first = unit() else { return nil }
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, byte == UInt8(ascii: "\\") else { return nil }
        index += 1
        guard byte == UInt8(ascii: "u") else { return nil }
        index += 1
        guard let second = unit(), (0xDC00...0xDFFF).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func unit() -> UInt32? {
        guard index + 4 <= source.bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in source.bytes[index..<index + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 87)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 55)
            default: return nil
            }
        }
        index += 4
        return value
    }
}
