/// A value inside a document that was read.
struct JSONValue {
    let document: JSONDocument
    let index: Int

    private var node: JSONNode { document.nodes[index] }

    var kind: JSONNode.Kind { node.kind }

    var isObject: Bool { kind == .object }
    var isArray: Bool { kind == .array }

    /// The bytes between the quotes of a string, or of a number or word as written.
    var rawBytes: ArraySlice<UInt8> {
        let node = node
        return document.bytes[Int(node.start)..<Int(node.end)]
    }

    /// The text of a string; nil for another kind.
    var string: String? {
        kind == .string ? text : nil
    }

    /// The text of a string that holds escapes; nil for another kind, and for a string whose raw bytes are its text.
    var escapedString: String? {
        kind == .string && node.isEscaped ? unescaped : nil
    }

    /// The text of a string, or of a number or word as written; nil for an array or object.
    var scalarText: String? {
        switch kind {
        case .array, .object: nil
        default: text
        }
    }

    var bool: Bool? {
        kind == .bool ? document.bytes[Int(node.start)] == UInt8(ascii: "t") : nil
    }

    var isNull: Bool { kind == .null }

    /// The elements of an array; empty for another kind.
    var elements: Elements { Elements(document: document, container: index, isWanted: isArray) }

    /// The elements of the array that is the member of that name; empty when there is none.
    func elements(of name: StaticString) -> Elements {
        self[name]?.elements ?? Elements(document: document, container: index, isWanted: false)
    }

    /// The members of an object in the order of the text; empty for another kind.
    var members: Members { Members(document: document, container: index, isWanted: isObject) }

    /// The members of the object that is the member of that name; empty when there is none.
    func members(of name: StaticString) -> Members {
        self[name]?.members ?? Members(document: document, container: index, isWanted: false)
    }

    /// The last member of that name.
    subscript(name: StaticString) -> JSONValue? {
        var found: JSONValue?
        for (key, value) in members where key.equals(name) { found = value }
        return found
    }

    /// Whether the text of a string without escapes is `text`.
    func equals(_ text: StaticString) -> Bool {
        let node = node
        let start = Int(node.start)
        let count = Int(node.end) - start
        guard count == text.utf8CodeUnitCount, !node.isEscaped else { return false }
        for offset in 0..<count where document.bytes[start + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private var text: String {
        node.isEscaped ? unescaped : String(decoding: rawBytes, as: UTF8.self)
    }

    /// The text of a string whose escapes are resolved; half a surrogate pair becomes U+FFFD.
    private var unescaped: String {
        let raw = rawBytes
        return String(unsafeUninitializedCapacity: raw.count) { target in
            var count = 0
            func write(_ byte: UInt8) {
                target[count] = byte
                count += 1
            }
            var index = raw.startIndex
            raw.withUnsafeBufferPointer { source in
                let base = raw.startIndex
                while index < raw.endIndex {
                    let byte = source[index - base]
                    index += 1
                    guard byte == UInt8(ascii: "\\") else {
                        write(byte)
                        continue
                    }
                    switch source[index - base] {
                    case UInt8(ascii: "b"): write(0x08)
                    case UInt8(ascii: "f"): write(0x0C)
                    case UInt8(ascii: "n"): write(0x0A)
                    case UInt8(ascii: "r"): write(0x0D)
                    case UInt8(ascii: "t"): write(0x09)
                    case UInt8(ascii: "u"):
                        // What an escape stands for is never longer than the escape.
                        let (scalar, length) = unicodeEscape(raw, at: index - 1)
                        for unit in UTF8.encode(scalar) ?? .init() { write(unit) }
                        index += length - 2
                    case let other: write(other)
                    }
                    index += 1
                }
            }
            return count
        }
    }

    private func unicodeEscape(_ raw: ArraySlice<UInt8>, at index: Int) -> (UnicodeScalar, length: Int) {
        func unit(_ start: Int) -> UInt32? {
            guard start + 6 <= raw.endIndex, raw[start] == UInt8(ascii: "\\"), raw[start + 1] == UInt8(ascii: "u")
            else {
                return nil
            }
            return raw[(start + 2)..<(start + 6)].reduce(0) { $0 << 4 | (hexDigit($1) ?? 0) }
        }
        let high = unit(index) ?? 0xFFFD
        if let scalar = UnicodeScalar(high) { return (scalar, 6) }
        if high < 0xDC00, let low = unit(index + 6), (0xDC00...0xDFFF).contains(low),
            let scalar = UnicodeScalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        {
            return (scalar, 12)
        }
        return ("\u{FFFD}", 6)
    }
}

extension JSONValue {
    struct Elements: Sequence, IteratorProtocol {
        private let document: JSONDocument
        private var position: Int
        private let end: Int

        init(document: JSONDocument, container: Int, isWanted: Bool) {
            self.document = document
            position = container + 1
            end = isWanted ? Int(document.nodes[container].next) : position
        }

        mutating func next() -> JSONValue? {
            guard position < end else { return nil }
            defer { position = Int(document.nodes[position].next) }
            return JSONValue(document: document, index: position)
        }
    }

    struct Members: Sequence, IteratorProtocol {
        private let document: JSONDocument
        private var position: Int
        private let end: Int

        init(document: JSONDocument, container: Int, isWanted: Bool) {
            self.document = document
            position = container + 1
            end = isWanted ? Int(document.nodes[container].next) : position
        }

        mutating func next() -> (name: JSONValue, value: JSONValue)? {
            guard position < end else { return nil }
            let name = position
            position = Int(document.nodes[name + 1].next)
            return (JSONValue(document: document, index: name), JSONValue(document: document, index: name + 1))
        }
    }
}
