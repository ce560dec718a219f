package import Domain

/// An answer of ours that is no success.
///
/// Source: RFC 9457.
package struct Problem: Error, Sendable, Hashable {
    /// What stands in `type`, after `urn:penstock:problem:`; stable.
    package var code: String
    package var title: String
    package var status: Int
    package var detail: String
    package var decision: AccessDecision?
    /// A command that helps; the decision's own is used when this is nil.
    package var fix: String?
    /// Seconds after which the same request may succeed.
    package var retryAfter: Int?
    /// Value of `WWW-Authenticate`.
    package var challenge: String?

    package init(
        _ code: String,
        _ status: Int,
        title: String,
        detail: String,
        decision: AccessDecision? = nil,
        fix: String? = nil,
        retryAfter: Int? = nil,
        challenge: String? = nil,
    ) {
        self.code = code
        self.status = status
        self.title = title
        self.detail = detail
        self.decision = decision
        self.fix = fix
        self.retryAfter = retryAfter
        self.challenge = challenge
    }

    package static let typePrefix = "urn:penstock:problem:"

    /// The document, its members in a fixed order, on one line with a line end.
    package var json: String {
        var text = JSONText()
        text.beginObject()
        text.member("type", Self.typePrefix + code)
        text.member("title", title)
        text.member("status", status)
        text.member("detail", detail)
        if let decision {
            text.member("decision", decision.id.text)
            text.member("verdict", decision.verdict.rawValue)
            text.member("policies", decision.policies)
            text.key("failed")
            text.array(decision.failed) { text, failed in
                text.beginObject()
                text.member("policy", failed.policy)
                text.member("condition", failed.condition)
                text.member("values", failed.values)
                text.endObject()
            }
            if !decision.errors.isEmpty { text.member("errors", decision.errors) }
        }
        if let fix = fix ?? decision?.fix { text.member("fix", fix) }
        text.endObject()
        return text.text + "\n"
    }
}
