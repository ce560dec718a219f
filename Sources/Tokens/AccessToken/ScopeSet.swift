/// The scopes of a request or token, each once, in their order.
///
/// Source: RFC 6749, section 3.3.
package struct ScopeSet: Sendable, Hashable {
    /// Most scopes in one set.
    package static let maximumCount = 100

    package let scopes: [String]

    /// No scope at all.
    package init() {
        scopes = []
    }

    /// Reads scopes with single spaces between them.
    ///
    /// - Returns: nil for an empty text, empty scopes, too many, or characters outside printable ASCII without space,
    ///   quotation mark and backslash.
    package init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= Self.maximumCount, parts.allSatisfy(Self.isScope) else { return nil }
        self.init(parts)
    }

    /// The scopes in this order, repetitions dropped; the caller has checked their grammar.
    package init(_ scopes: some Sequence<String>) {
        var seen: Set<String> = []
        self.scopes = scopes.filter { seen.insert($0).inserted }
    }

    /// Whether it could stand in a set.
    package static func isScope(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    }

    package var isEmpty: Bool { scopes.isEmpty }

    /// As written in requests and tokens.
    package var text: String { scopes.joined(separator: " ") }
}
