/// Writes JSON with one text for one value: RFC 8785, without floating-point numbers.
///
/// No white space; strings escape only what they must; whoever writes an object names its members in the order of
/// their UTF-16 code units and leaves out what is nil.
struct CanonicalJSON {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init() {
        bytes.reserveCapacity(512)
    }

    mutating func object(_ members: (inout CanonicalJSON) throws -> Void) rethrows {
        try nested("{", "}", members)
    }

    mutating func array<Element>(
        _ elements: some Sequence<Element>,
        _ write: (inout CanonicalJSON, Element) throws -> Void,
    ) rethrows {
        try nested("[", "]") { json in
            for element in elements { try write(&json, element) }
        }
    }

    mutating func member(_ name: String, _ write: (inout CanonicalJSON) throws -> Void) rethrows {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        try write(&self)
    }

    mutating func member(_ name: String, _ text: String?) {
        if let text { member(name) { $0.string(text) } }
    }

    mutating func integer(_ value: Int64) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: bytes += "\\b".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0..<0x20: bytes += "\\u00".utf8 + [hexadecimal(byte >> 4), hexadecimal(byte & 15)]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func nested(
        _ open: Unicode.Scalar,
        _ close: Unicode.Scalar,
        _ body: (inout CanonicalJSON) throws -> Void,
    ) rethrows {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        try body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}
