package import Domain

/// Why a use case did not happen; nothing was changed.
package struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case invalid, missingFields, notFound, forbidden, conflict, unauthenticated, unavailable
    }

    package var code: Code
    /// What was attempted and why it failed; lower case, one line, no secret.
    package var message: String
    /// What to do about it.
    package var remedy: String?
    /// For `missingFields` and `invalid`: which, and why each is needed.
    package var fields: [MissingField]
    /// For `forbidden`: the decision.
    package var decision: AccessDecision?

    package init(
        _ code: Code,
        _ message: String,
        remedy: String? = nil,
        fields: [MissingField] = [],
        decision: AccessDecision? = nil,
    ) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.fields = fields
        self.decision = decision
    }

    package var description: String {
        var lines = [message]
        lines += fields.map { "  \($0.field): \($0.why)" }
        if let remedy { lines.append("remedy: \(remedy)") }
        return lines.joined(separator: "\n")
    }
}
