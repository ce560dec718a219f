/// Where a live source is: `scheme://user@host:port/path?name=value`, without any secret.
package struct LiveAddress: Sendable, Hashable, CustomStringConvertible {
    /// As it was given.
    package let text: String
    /// In lower case.
    package let scheme: String
    package let user: String?
    /// In lower case, IPv6 without its brackets; empty where the address names none.
    package let host: String
    package let port: Int?
    /// With its slash in front and none at its end; empty for none.
    package let path: String
    /// As written, without the question mark.
    package let query: String?

    /// Whether a path given to an import is an address: `name://…`.
    package static func isAddress(_ text: String) -> Bool {
        guard let mark = text.firstRange(of: "://") else { return false }
        let scheme = text[..<mark.lowerBound]
        return scheme.first?.isLetter ?? false && scheme.utf8.allSatisfy(isSchemeByte)
    }

    /// - Throws: `.address` when it is none, or holds a password.
    package init(_ text: String) throws(LiveFailure) {
        guard Self.isAddress(text), let mark = text.firstRange(of: "://") else {
            throw Self.failure("it is no address of the form `scheme://host:port/path`")
        }
        self.text = text
        scheme = text[..<mark.lowerBound].lowercased()
        var rest = text[mark.upperBound...]
        if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
        let question = rest.firstIndex(of: "?")
        query = question.map { String(rest[rest.index(after: $0)...]) }
        if let question { rest = rest[..<question] }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        var path = rest[slash...]
        while path.last == "/" { path = path.dropLast() }
        self.path = String(path)
        var place = rest[..<slash]
        if let at = place.lastIndex(of: "@") {
            let user = place[..<at]
            // Arguments are seen by everybody on the machine, and stay in the shell's history.
            guard !user.contains(":") else {
                throw Self.failure("it holds a password; leave it out and give it in the environment or a file")
            }
            self.user = user.isEmpty ? nil : String(user)
            place = place[place.index(after: at)...]
        } else {
            user = nil
        }
        (host, port) = try Self.hostAndPort(place)
    }

    package var description: String { text }

    private static func hostAndPort(_ text: Substring) throws(LiveFailure) -> (String, Int?) {
        var host = text
        var digits: Substring?
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { throw failure("a `]` is missing after the host") }
            host = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...]
            guard rest.isEmpty || rest.first == ":" else { throw failure("after the `]` only a port may follow") }
            digits = rest.isEmpty ? nil : rest.dropFirst()
        } else if let colon = text.firstIndex(of: ":") {
            host = text[..<colon]
            digits = text[text.index(after: colon)...]
        }
        guard host.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw failure("its host holds a blank") }
        guard let digits else { return (host.lowercased(), nil) }
        guard let port = Int(digits), (1...65535).contains(port) else {
            throw failure("its port is no number from 1 to 65535")
        }
        return (host.lowercased(), port)
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    // The text is not repeated: it may hold a secret where none belongs.
    private static func failure(_ detail: String) -> LiveFailure { LiveFailure(.address, "read the address", detail) }
}
