/// Reads JSON text into a flat list of nodes, without recursion and without copying any of the text.
///
/// Accepts what RFC 8259 describes. Of members with the same name all are kept; look-ups take the last.
struct JSONParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: JSONLimits
    private(set) var position: Int
    private(set) var nodes: [JSONNode] = []
    /// Whether values are only checked, not kept.
    var isSkipping = false
    private var open: [UInt32] = []
    private var kinds: [JSONNode.Kind] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int, limits: JSONLimits) {
        self.bytes = bytes
        self.position = position
        self.limits = limits
    }

    /// Gives up what was read so far, so that the next value starts a list of its own.
    mutating func takeNodes() -> [JSONNode] {
        let taken = nodes
        nodes = []
        return taken
    }

    mutating func dropNodes() { nodes.removeAll(keepingCapacity: true) }

    mutating func dropLastNode() { nodes.removeLast() }

    mutating func restore(_ nodes: [JSONNode]) { self.nodes = nodes }

    /// The byte at the next position that is not white space; nil at the end.
    mutating func peek() -> UInt8? {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            case let byte: return byte
            }
        }
        return nil
    }

    /// Takes the next byte that is not white space when it is `byte`.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    /// Opens an array or object node whose members the caller reads one by one; closed with `close(_:)`.
    mutating func openContainer(_ kind: JSONNode.Kind) throws(JSONFailure) -> Int {
        try append(kind, start: position)
        position += 1
        return nodes.count - 1
    }

    mutating func close(_ index: Int) {
        nodes[index].end = UInt32(truncatingIfNeeded: position)
        nodes[index].next = UInt32(truncatingIfNeeded: nodes.count)
    }

    /// Reads one whole value.
    mutating func value() throws(JSONFailure) {
        let base = kinds.count
        var expectsValue = true
        repeat {
            if expectsValue {
                expectsValue = try beginValue()
            } else {
                expectsValue = try continueContainer()
            }
        } while kinds.count > base || expectsValue
    }

    /// Reads a member's name and its colon.
    mutating func memberName() throws(JSONFailure) {
        guard peek() == UInt8(ascii: "\"") else { throw unexpected(wanted: "a member name in quotes") }
        try string()
        guard take(UInt8(ascii: ":")) else { throw unexpected(wanted: "`:`") }
    }

    /// What is there instead of what was wanted.
    mutating func unexpected(wanted: String) -> JSONFailure {
        guard let byte = peek() else {
            return JSONFailure(offset: position, reason: "the text ends where \(wanted) should stand")
        }
        let found = byte < 0x80 && byte >= 0x20 ? "`\(Character(UnicodeScalar(byte)))`" : "byte \(byte)"
        return JSONFailure(offset: position, reason: "\(found) stands where \(wanted) should stand")
    }

    // MARK: - One value

    /// Reads a scalar or opens a container.
    ///
    /// - Returns: Whether a value must follow at once: the first element or member of what was opened.
    private mutating func beginValue() throws(JSONFailure) -> Bool {
        guard let byte = peek() else { throw unexpected(wanted: "a value") }
        switch byte {
        case UInt8(ascii: "{"): return try enter(.object, until: UInt8(ascii: "}"))
        case UInt8(ascii: "["): return try enter(.array, until: UInt8(ascii: "]"))
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true", .bool)
        case UInt8(ascii: "f"): try word("false", .bool)
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        default: throw unexpected(wanted: "a value")
        }
        return false
    }

    private mutating func enter(_ kind: JSONNode.Kind, until closing: UInt8) throws(JSONFailure) -> Bool {
        guard kinds.count < limits.depth else {
            throw JSONFailure(offset: position, reason: "more than \(limits.depth) levels of arrays and objects")
        }
        let index = nodes.count
        try append(kind, start: position)
        position += 1
        if take(closing) {
            if !isSkipping { close(index) }
            return false
        }
        open.append(UInt32(truncatingIfNeeded: index))
        kinds.append(kind)
        if kind == .object { try memberName() }
        return true
    }

    /// Goes on after a value inside a container.
    ///
    /// - Returns: Whether another value must follow.
    private mutating func continueContainer() throws(JSONFailure) -> Bool {
        guard let kind = kinds.last, let index = open.last else { return false }
        if take(UInt8(ascii: ",")) {
            if kind == .object { try memberName() }
            return true
        }
        guard take(kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
            throw unexpected(wanted: kind == .object ? "`,` or `}`" : "`,` or `]`")
        }
        kinds.removeLast()
        open.removeLast()
        if !isSkipping { close(Int(index)) }
        return false
    }

    private mutating func append(
        _ kind: JSONNode.Kind,
        start: Int,
        end: Int = 0,
        isEscaped: Bool = false,
    ) throws(JSONFailure) {
        guard !isSkipping else { return }
        guard nodes.count < limits.values else {
            throw JSONFailure(offset: start, reason: "more than \(limits.values) values in one piece")
        }
        nodes.append(
            JSONNode(
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: nodes.count + 1),
                kind: kind,
                isEscaped: isEscaped,
            )
        )
    }

    // MARK: - Scalars

    private mutating func string() throws(JSONFailure) {
        let start = position + 1
        var index = start
        var isEscaped = false
        while index < bytes.count {
            index = plainEnd(from: index)
            guard index < bytes.count else { break }
            switch bytes[index] {
            case UInt8(ascii: "\""):
                try append(.string, start: start, end: index, isEscaped: isEscaped)
                position = index + 1
                return
            case UInt8(ascii: "\\"):
                isEscaped = true
                index = try escape(at: index)
            case 0..<0x20:
                throw JSONFailure(
                    offset: index,
                    reason: "a control character stands in a string; write it as an escape"
                )
            default:
                index += 1
            }
        }
        throw JSONFailure(offset: start - 1, reason: "the string that begins here has no end")
    }

    /// Skips eight bytes at a time while none of them ends a string, begins an escape or is a control character.
    private func plainEnd(from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
            let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
            // The high bit of a byte is set where that byte was zero; bytes behind it may be marked too, which only
            // ends the skipping early.
            let found = (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word
            guard found & highs == 0 else { break }
            index += 8
        }
        return index
    }

    private func escape(at index: Int) throws(JSONFailure) -> Int {
        guard index + 1 < bytes.count else { return bytes.count }
        switch bytes[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return index + 2
        case UInt8(ascii: "u"):
            for offset in 2..<6 {
                guard index + offset < bytes.count, hexDigit(bytes[index + offset]) != nil else {
                    throw JSONFailure(offset: index, reason: "`\\u` wants four hexadecimal digits")
                }
            }
            return index + 6
        default:
            throw JSONFailure(offset: index, reason: "no escape of JSON follows the backslash")
        }
    }

    private mutating func word(_ word: StaticString, _ kind: JSONNode.Kind) throws(JSONFailure) {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { throw unexpected(wanted: "`\(word)`") }
        for offset in 0..<count where bytes[position + offset] != word.utf8Start[offset] {
            throw unexpected(wanted: "a value")
        }
        try append(kind, start: position, end: position + count)
        position += count
    }

    private mutating func number() throws(JSONFailure) {
        let start = position
        var index = start
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        let integer = index
        index = digits(from: index)
        guard index > integer else { throw JSONFailure(offset: start, reason: "a number wants digits") }
        guard index == integer + 1 || bytes[integer] != UInt8(ascii: "0") else {
            throw JSONFailure(offset: start, reason: "a number must not begin with 0")
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            let fraction = index + 1
            index = digits(from: fraction)
            guard index > fraction else { throw JSONFailure(offset: start, reason: "digits must follow the point") }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            let exponent = index
            index = digits(from: exponent)
            guard index > exponent else { throw JSONFailure(offset: start, reason: "digits must follow the exponent") }
        }
        try append(.number, start: start, end: index)
        position = index
    }

    private func digits(from start: Int) -> Int {
        var index = start
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
        return index
    }
}

/// The value of a hexadecimal digit; nil for another byte.
func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
}
