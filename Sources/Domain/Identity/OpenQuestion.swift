/// A question about an account that neither its source nor anybody here can answer: it is let in by an exception only.
///
/// Who answers for it, until when, and how it is stopped are fields of a registration, without which nothing is active. What
/// it may do is for its source to tell.
package struct OpenQuestion: Sendable, Hashable {
    /// The rule by which it is found, and which an exception accepts.
    package static let rule = "unanswered-question"

    package var question: String
    package var why: String

    /// - Returns: nil when the source says what the account may do, or that it may nothing.
    package init?(about principal: Principal, in source: SourceDescription) {
        guard !principal.isPerson, principal.rights.isEmpty, !source.capabilities.scopes else { return nil }
        question = "what may it do?"
        why = source.blindSpot(.scopes) ?? "its source does not say what it may do"
    }
}
