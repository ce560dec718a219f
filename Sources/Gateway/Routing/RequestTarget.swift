package import Domain

/// Where a request goes: the system, the resource in it that is decided on, and the bytes to forward.
///
/// A path is decoded once, to know the resource, and forwarded as it came. Whatever could make the upstream see another
/// resource than the one that was decided on is refused: encoded separators, dot segments in any spelling, empty
/// segments, characters encoded twice.
package struct RequestTarget: Sendable, Hashable {
    package let resource: ResourcePath
    /// From the `/` after the system's name, without query; empty when the target is `/SYSTEM` alone.
    package let path: String
    /// With the leading `?`; empty without one.
    package let query: String

    /// What can be wrong with a target.
    package enum Fault: String, Error, Sendable, Hashable, CaseIterable {
        case absoluteForm = "the target must be a path; `http://` addresses and `*` are not forwarded"
        case noSystem = "the path must begin with the name of a system, as in `/crm/contacts`"
        case badByte = "the path holds a byte that must be percent-encoded"
        case badEncoding = "a `%` is not followed by two hexadecimal digits"
        case encodedSeparator = "a slash or backslash stands in a segment"
        case control = "the path holds a control character"
        case doubleEncoding = "a character is percent-encoded twice"
        case dotSegment = "the path holds a `.` or `..` segment"
        case emptySegment = "the path holds an empty segment"
        case notUnicode = "the path does not decode to UTF-8"
        case badSegment = "a segment of the path names no resource"
    }

    package init(_ target: some Sequence<UInt8>) throws(Fault) {
        let bytes = Array(target)
        guard bytes.first == UInt8(ascii: "/") else { throw .absoluteForm }
        let queryStart = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
        for byte in bytes where byte >= 0x7F || byte <= 0x20 || byte == UInt8(ascii: "#") { throw .badByte }
        let pathBytes = bytes[1..<queryStart]
        let systemEnd = pathBytes.firstIndex(of: UInt8(ascii: "/")) ?? queryStart
        let name = String(decoding: bytes[1..<systemEnd], as: UTF8.self)
        guard System.isName(name) else { throw .noSystem }

        var segments: [String] = []
        var start = systemEnd + 1
        while start < queryStart {
            let end = bytes[start..<queryStart].firstIndex(of: UInt8(ascii: "/")) ?? queryStart
            if start == end { throw .emptySegment }
            segments.append(try Self.segment(bytes[start..<end]))
            start = end + 1
        }
        guard let resource = ResourcePath(system: name, segments: segments) else { throw .badSegment }
        self.resource = resource
        path = String(decoding: bytes[systemEnd..<queryStart], as: UTF8.self)
        query = String(decoding: bytes[queryStart...], as: UTF8.self)
    }

    /// A segment decoded once and checked.
    private static func segment(_ encoded: ArraySlice<UInt8>) throws(Fault) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(encoded.count)
        var position = encoded.startIndex
        while position < encoded.endIndex {
            var byte = encoded[position]
            position += 1
            if byte == UInt8(ascii: "%") {
                guard position + 1 < encoded.endIndex, let high = ByteClass.hexValue(encoded[position]),
                    let low = ByteClass.hexValue(encoded[position + 1])
                else { throw .badEncoding }
                byte = high << 4 | low
                position += 2
            }
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") { throw .encodedSeparator }
            if byte < 0x20 || byte == 0x7F { throw .control }
            decoded.append(byte)
        }
        try refuseDoubleEncoding(decoded)
        // Some servers drop `;…` from a segment before they resolve dots, others drop blanks at its end.
        let plain = decoded.prefix { $0 != UInt8(ascii: ";") }
        let bare = plain.reversed().drop { $0 == 0x20 }
        if (1...2).contains(bare.count), bare.allSatisfy({ $0 == UInt8(ascii: ".") }) { throw .dotSegment }
        if bare.isEmpty { throw .emptySegment }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .notUnicode }
        return text
    }

    private static func refuseDoubleEncoding(_ decoded: [UInt8]) throws(Fault) {
        guard decoded.count >= 3 else { return }
        for index in 0..<decoded.count - 2
        where decoded[index] == UInt8(ascii: "%") && ByteClass.hexValue(decoded[index + 1]) != nil
            && ByteClass.hexValue(decoded[index + 2]) != nil
        {
            throw .doubleEncoding
        }
    }
}
