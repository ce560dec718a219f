package import Domain

/// An error as the API answers it.
///
/// Source: RFC 9457, problem details; `remedy`, `fields` and `decision` are our own members.
package struct Problem: Sendable, Hashable, Codable {
    /// Stable; `urn:penstock:problem:` and the kind.
    package var type: String
    package var title: String
    package var status: Int
    package var detail: String
    package var remedy: String?
    package var fields: [MissingField]?
    package var decision: AccessDecision?

    package init(
        kind: String,
        title: String,
        status: Int,
        detail: String,
        remedy: String? = nil,
        fields: [MissingField]? = nil,
        decision: AccessDecision? = nil,
    ) {
        type = "urn:penstock:problem:\(kind)"
        self.title = title
        self.status = status
        self.detail = detail
        self.remedy = remedy
        self.fields = fields
        self.decision = decision
    }
}
