extension XMLElement {
    /// The answer of an interface as the JSON that the vendor's command line writes of it.
    ///
    /// An element whose children are all `member` is a list, one without children a text, any other an object.
    var json: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        guard let first = children.first else {
            Self.write(text, to: &bytes)
            return
        }
        let isList = first.name == "member"
        bytes.append(UInt8(ascii: isList ? "[" : "{"))
        for (place, child) in children.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            if !isList {
                Self.write(child.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
            }
            child.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: isList ? "]" : "}"))
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
