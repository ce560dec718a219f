/// Where a step goes, as far as its parameters name it.
enum N8nTarget {
    private static let addresses: [StaticString] = ["url", "uri", "baseUrl", "endpoint", "serverUrl", "host"]
    private static let places: [StaticString] = [
        "database", "bucketName", "documentId", "base", "schema", "queue", "owner", "siteId",
    ]

    /// A host in lower case, or the name of a database, bucket or document; nil when none is stated in plain text.
    static func target(of parameters: JSONValue) -> String? {
        for name in addresses {
            if let text = parameters[name]?.string, let host = hostName(of: text) { return host }
        }
        for name in places {
            guard let value = parameters[name], let text = value.isObject ? value["value"]?.string : value.string else {
                continue
            }
            if !text.isEmpty, text.utf8.first != UInt8(ascii: "="), text.utf8.count <= 200 { return text }
        }
        return nil
    }

    /// What follows the host in an address, without the query; nil when nothing does.
    static func path(of text: String) -> String? {
        var rest = Substring(text)
        if let scheme = rest.firstRange(ofText: "://") { rest = rest[scheme.upperBound...] }
        guard let slash = rest.firstIndex(of: "/") else { return nil }
        return String(rest[slash...].prefix { $0 != "?" && $0 != "#" })
    }
}
