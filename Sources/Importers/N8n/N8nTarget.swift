/// Where a step goes, as far as its parameters name it.
enum N8nTarget {
    private static let addresses: [StaticString] = ["url", "uri", "baseUrl", "endpoint", "serverUrl", "host"]
    private static let places: [StaticString] = [
        "database", "bucketName", "documentId", "base", "schema", "queue", "owner", "siteId",
    ]

    /// A host in lower case, or the name of a database, bucket or document; nil when none is stated in plain text.
    static func target(of parameters: JSONValue) -> String? {
        for name in addresses {
            if let text = parameters[name]?.string, let host = host(of: text) { return host }
        }
        for name in places {
            guard let value = parameters[name], let text = value.isObject ? value["value"]?.string : value.string else {
                continue
            }
            if !text.isEmpty, text.utf8.first != UInt8(ascii: "="), text.utf8.count <= 200 { return text }
        }
        return nil
    }

    /// The host of an address, without port and user; nil when an expression stands in it.
    static func host(of text: String) -> String? {
        var rest = Substring(text)
        if rest.first == "=" { rest = rest.dropFirst() }
        if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
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
}

extension Substring {
    /// The first place where `text` stands.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
