/// Writes a JSON object member by member, in the order of the calls, without spaces.
struct JSONWriter {
    private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]

    /// The object that `body` writes.
    static func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        body(&writer)
        writer.bytes.append(UInt8(ascii: "}"))
        return writer.bytes
    }

    /// Writes a member; nothing when the value is nil.
    mutating func member(_ name: String, _ value: JSONValue?) {
        guard let value else { return }
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        Self.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.append(value, to: &bytes)
    }

    /// Writes a member with a string; nothing when it is nil.
    mutating func member(_ name: String, _ text: String?) {
        member(name, text.map { JSONValue.string($0) })
    }

    /// Appends a value; an object's members in the order of their names.
    private static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += Array("null".utf8)
        case .bool(let bool): bytes += Array((bool ? "true" : "false").utf8)
        case .integer(let integer): bytes += Array(String(integer).utf8)
        case .number(let number): bytes += Array("\(number)".utf8)
        case .string(let text): append(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(element, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes += object { writer in
                for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                    writer.member(name, value)
                }
            }
        }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
