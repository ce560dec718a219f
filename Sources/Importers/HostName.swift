/// The host of an address in lower case, without port and user; nil when none is stated in plain text.
func hostName(of text: String) -> String? {
    var rest = Substring(text)
    if rest.first == "=" { rest = rest.dropFirst() }
    if let scheme = rest.firstRange(ofText: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    if let colon = rest.lastIndex(of: ":") { rest = rest[..<colon] }
    let isHost = rest.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
    guard isHost, rest.contains("."), rest.utf8.count <= 253 else { return nil }
    return rest.lowercased()
}

extension Substring {
    /// The first place where `text` stands.
    func firstRange(ofText text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}

/// The last part of a path that is neither an expression nor a number, without its query.
func lastPlainSegment(_ path: String) -> String? {
    path.prefix { $0 != "?" }.split(separator: "/").last { part in
        part.utf8.contains { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
            && !part.contains { "{}@[]()$'".contains($0) }
    }
    .map(String.init)
}
