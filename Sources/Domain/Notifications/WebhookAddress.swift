/// Where a webhook may send to: an address that policy allows.
package struct WebhookAddress: Sendable, Hashable {
    package let host: String
    package let isSecure: Bool

    /// Reads an address and holds it against policy.
    ///
    /// - Throws: `Refusal` for what is no http(s) address, names a user, goes in the clear to another machine, or leads
    ///   to a host that policy does not allow.
    package init(_ url: String, allowedBy terms: GovernanceTerms.Webhooks) throws(Refusal) {
        let rest: Substring
        if url.hasPrefix("https://") {
            isSecure = true
            rest = url.dropFirst(8)
        } else if url.hasPrefix("http://") {
            isSecure = false
            rest = url.dropFirst(7)
        } else {
            throw Refusal("must begin with https://")
        }
        guard url.utf8.count <= 2000, url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw Refusal("must be at most 2000 visible ASCII characters")
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
        guard !authority.contains("@"), !url.contains("#"), !url.contains("\\") else {
            throw Refusal("must name no user and no fragment")
        }
        let name = Self.host(authority)
        guard !name.isEmpty else { throw Refusal("names no host") }
        host = name
        if Self.isLoopback(name) {
            guard terms.allowLoopback else { throw Refusal("leads to this machine, which policy does not allow") }
            return
        }
        guard isSecure else { throw Refusal("must begin with https://: events do not cross a network in the clear") }
        guard terms.hosts.contains(where: { Self.matches(name, $0) }) else {
            throw Refusal("leads to `\(name)`, which is not among the hosts that policy allows")
        }
    }

    package struct Refusal: Error, Hashable, CustomStringConvertible {
        package let description: String
        init(_ description: String) { self.description = description }
    }

    /// Whether a connection to this numeric address may be made: never into private networks that nobody allowed.
    ///
    /// Checked when it is sent, for what a name leads to can change after it was allowed.
    package static func mayConnect(to address: String, under terms: GovernanceTerms.Webhooks) -> Bool {
        if isLoopback(address) { return terms.allowLoopback }
        return terms.allowPrivate || !isPrivate(address)
    }

    static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || host == "::ffff:127.0.0.1"
            || (host.hasPrefix("127.") && octets(host) != nil)
    }

    /// Private, link-local, shared, multicast and reserved ranges; what cannot be read counts as private.
    static func isPrivate(_ address: String) -> Bool {
        if let parts = octets(address) {
            return switch (parts[0], parts[1]) {
            case (0, _), (10, _), (127, _), (224..., _): true
            case (100, 64...127), (169, 254), (172, 16...31), (192, 168), (198, 18...19), (192, 0): true
            default: false
            }
        }
        let lower = address.lowercased()
        if lower.hasPrefix("::ffff:"), octets(String(lower.dropFirst(7))) != nil {
            return isPrivate(String(lower.dropFirst(7)))
        }
        // Only global unicast is public; 2002:: and 64:ff9b:: carry IPv4 addresses within and are not.
        guard let first = lower.utf8.first, lower.contains(":") else { return true }
        if lower.hasPrefix("2002:") || lower.hasPrefix("2001:0:") || lower.hasPrefix("2001::") { return true }
        return first != UInt8(ascii: "2") && first != UInt8(ascii: "3")
    }

    private static func octets(_ text: String) -> [Int]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let numbers = parts.compactMap { part in
            part.count <= 3 && part.allSatisfy(\.isASCII) ? Int(part) : nil
        }
        return numbers.count == 4 && numbers.allSatisfy { (0...255).contains($0) } ? numbers : nil
    }

    private static func host(_ authority: Substring) -> String {
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }).lowercased() }
        var name = String(authority.prefix { $0 != ":" }).lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        return name
    }

    private static func matches(_ host: String, _ pattern: String) -> Bool {
        let pattern = pattern.lowercased()
        if pattern.hasPrefix("*.") { return host.hasSuffix(pattern.dropFirst()) && host.count > pattern.count - 1 }
        return host == pattern
    }
}
