/// A piece of JSON that was read: the text of its file and the nodes of the piece.
///
/// Values share it.
final class JSONDocument: Sendable {
    let bytes: [UInt8]
    let nodes: [JSONNode]

    init(bytes: [UInt8], nodes: [JSONNode]) {
        self.bytes = bytes
        self.nodes = nodes
    }

    var root: JSONValue { JSONValue(document: self, index: 0) }
}

/// What the top of a file holds.
enum JSONTop {
    case object(JSONValue)
    case array
    case scalar
}

extension JSONDocument {
    /// Reads a file's text and hands out large lists piece by piece, so that memory follows the largest workflow.
    ///
    /// - Parameters:
    ///   - bytes: The text: UTF-8, with or without a byte order mark.
    ///   - limits: When to refuse it.
    ///   - lists: Members of the top object whose arrays are handed out element by element, as a top array's are.
    ///   - element: Takes each such element that is an object or array, with its place in the list. Once it returns
    ///     false, the rest is only checked.
    /// - Returns: What stands at the top, without the elements handed out.
    /// - Throws: At the first byte that is not JSON; elements handed out before it must then be dropped.
    static func read(
        _ bytes: [UInt8],
        limits: JSONLimits = JSONLimits(),
        lists: [StaticString] = [],
        element: (JSONValue, Int) -> Bool,
    ) throws(JSONFailure) -> JSONTop {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONTop, JSONFailure> in
            do throws(JSONFailure) {
                if let invalid = firstInvalidUTF8(in: buffer) { throw encodingFailure(in: buffer, at: invalid) }
                var reader = TopReader(bytes: bytes, buffer: buffer, limits: limits, lists: lists)
                return .success(try reader.read(element: element))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    static func encodingFailure(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> JSONFailure {
        let isUTF16 = bytes.count > 1 && (bytes[0], bytes[1]) == (0xFF, 0xFE) || (bytes.first == 0xFE && offset == 0)
        let reason = isUTF16 ? "the text is UTF-16; save it as UTF-8" : "byte \(bytes[offset]) is not UTF-8"
        return JSONFailure(offset: offset, reason: reason)
    }
}

/// Walks the top of a file and decides what is kept whole and what is handed out.
private struct TopReader {
    let bytes: [UInt8]
    let buffer: UnsafeBufferPointer<UInt8>
    let limits: JSONLimits
    let lists: [StaticString]
    private var parser: JSONParser
    private var wantsMore = true

    init(bytes: [UInt8], buffer: UnsafeBufferPointer<UInt8>, limits: JSONLimits, lists: [StaticString]) {
        self.bytes = bytes
        self.buffer = buffer
        self.limits = limits
        self.lists = lists
        let mark = buffer.count >= 3 && (buffer[0], buffer[1], buffer[2]) == (0xEF, 0xBB, 0xBF)
        parser = JSONParser(buffer, from: mark ? 3 : 0, limits: limits)
    }

    mutating func read(element: (JSONValue, Int) -> Bool) throws(JSONFailure) -> JSONTop {
        let top: JSONTop
        switch parser.peek() {
        case nil: throw JSONFailure(offset: parser.position, reason: "the file is empty")
        case UInt8(ascii: "["):
            try list(element: element)
            top = .array
        case UInt8(ascii: "{"):
            top = .object(try object(element: element))
        default:
            try parser.value()
            top = .scalar
        }
        if parser.peek() != nil {
            throw JSONFailure(offset: parser.position, reason: "something follows the end of the JSON value")
        }
        return top
    }

    private mutating func object(element: (JSONValue, Int) -> Bool) throws(JSONFailure) -> JSONValue {
        let index = try parser.openContainer(.object)
        if !parser.take(UInt8(ascii: "}")) {
            repeat { try member(element: element) } while parser.take(UInt8(ascii: ","))
            guard parser.take(UInt8(ascii: "}")) else { throw parser.unexpected(wanted: "`,` or `}`") }
        }
        parser.close(index)
        return JSONDocument(bytes: bytes, nodes: parser.nodes).root
    }

    private mutating func member(element: (JSONValue, Int) -> Bool) throws(JSONFailure) {
        try parser.memberName()
        guard let name = parser.nodes.last else { return }
        if parser.peek() == UInt8(ascii: "["), lists.contains(where: { matches($0, name) }) {
            let kept = parser.takeNodes()
            try list(element: element)
            // The list itself stays as an empty array, so that the top object shows that it was there.
            let place = UInt32(truncatingIfNeeded: parser.position)
            let next = UInt32(truncatingIfNeeded: kept.count + 1)
            parser.restore(kept + [JSONNode(start: place, end: place, next: next, kind: .array)])
        } else if limits.passedOver.contains(where: { matches($0, name) }) {
            parser.dropLastNode()
            parser.isSkipping = true
            try parser.value()
            parser.isSkipping = false
        } else {
            try parser.value()
        }
    }

    private mutating func list(element: (JSONValue, Int) -> Bool) throws(JSONFailure) {
        _ = parser.take(UInt8(ascii: "["))
        guard !parser.take(UInt8(ascii: "]")) else { return }
        var place = 0
        repeat {
            try self.element(place, element: element)
            place += 1
        } while parser.take(UInt8(ascii: ","))
        guard parser.take(UInt8(ascii: "]")) else { throw parser.unexpected(wanted: "`,` or `]`") }
    }

    private mutating func element(
        _ place: Int,
        element: (JSONValue, Int) -> Bool,
    ) throws(JSONFailure) {
        guard wantsMore, parser.peek() == UInt8(ascii: "{") else {
            parser.isSkipping = true
            try parser.value()
            parser.isSkipping = false
            return
        }
        parser.dropNodes()
        let index = try parser.openContainer(.object)
        if !parser.take(UInt8(ascii: "}")) {
            repeat {
                try parser.memberName()
                if let name = parser.nodes.last, limits.passedOver.contains(where: { matches($0, name) }) {
                    parser.dropLastNode()
                    parser.isSkipping = true
                    try parser.value()
                    parser.isSkipping = false
                } else {
                    try parser.value()
                }
            } while parser.take(UInt8(ascii: ","))
            guard parser.take(UInt8(ascii: "}")) else { throw parser.unexpected(wanted: "`,` or `}`") }
        }
        parser.close(index)
        wantsMore = element(JSONDocument(bytes: bytes, nodes: parser.takeNodes()).root, place)
    }

    private func matches(_ name: StaticString, _ node: JSONNode) -> Bool {
        let start = Int(node.start)
        let count = Int(node.end) - start
        guard count == name.utf8CodeUnitCount else { return false }
        for offset in 0..<count where buffer[start + offset] != name.utf8Start[offset] { return false }
        return true
    }
}
