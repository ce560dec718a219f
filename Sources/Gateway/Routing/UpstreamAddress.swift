/// Where a system's requests are forwarded to: `http://127.0.0.1:9000`, `https://api.example.com/v2`.
package struct UpstreamAddress: Sendable, Hashable {
    package let isSecure: Bool
    /// Without the brackets of an IPv6 address.
    package let host: String
    package let port: Int
    /// Begins with `/` and does not end with one; empty for the root.
    package let prefix: String

    /// Reads `http[s]://HOST[:PORT][/PREFIX]`.
    ///
    /// - Returns: nil for other schemes, for user names, queries and fragments, and for hosts with odd characters.
    package init?(_ text: String) {
        let rest: Substring
        if text.hasPrefix("https://") {
            isSecure = true
            rest = text.dropFirst(8)
        } else if text.hasPrefix("http://") {
            isSecure = false
            rest = text.dropFirst(7)
        } else {
            return nil
        }
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"?#@\\\"<>%".utf8.contains($0) }) else { return nil }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let authority = rest[..<slash]
        var prefix = rest[slash...]
        while prefix.hasSuffix("/") { prefix.removeLast() }
        self.prefix = String(prefix)
        guard let (host, port) = Self.split(authority, defaultPort: isSecure ? 443 : 80) else { return nil }
        self.host = host
        self.port = port
    }

    /// As it stands in `Host`: without the port when that is the scheme's own.
    package var authority: String {
        let name = isAddress6 ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// `http://host:port`, the port only where it is not the scheme's own.
    package var origin: String { (isSecure ? "https://" : "http://") + authority }

    /// Whether the host is an IPv4 or IPv6 address, which TLS cannot name.
    package var isNumeric: Bool {
        isAddress6 || host.utf8.allSatisfy { ByteClass.isDigit($0) || $0 == UInt8(ascii: ".") }
    }

    private var isAddress6: Bool { host.contains(":") }

    private static func split(_ authority: Substring, defaultPort: Int) -> (host: String, port: Int)? {
        var host = authority
        var port = defaultPort
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<end]
            let rest = authority[authority.index(after: end)...]
            if !rest.isEmpty {
                guard rest.hasPrefix(":"), let number = Int(rest.dropFirst()) else { return nil }
                port = number
            }
        } else if let colon = authority.firstIndex(of: ":") {
            guard let number = Int(authority[authority.index(after: colon)...]) else { return nil }
            host = authority[..<colon]
            port = number
        }
        guard !host.isEmpty, (1...65_535).contains(port) else { return nil }
        return (String(host), port)
    }
}
