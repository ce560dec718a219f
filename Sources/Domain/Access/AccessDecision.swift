/// The answer to one question of access, with what decided it.
package struct AccessDecision: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "dec"

    package enum Verdict: String, Sendable, Hashable, Codable {
        case allow
        /// A policy forbids it.
        case deny
        /// No policy permits it.
        case noPermit
    }

    /// A policy that could have applied and the condition of it that did not hold.
    package struct FailedCondition: Sendable, Hashable, Codable {
        package var policy: String
        /// The condition as written, or the scope that did not match.
        package var condition: String
        /// What it saw, for example `principal.state` = `"suspended"`.
        package var values: [String]

        package init(policy: String, condition: String, values: [String]) {
            self.policy = policy
            self.condition = condition
            self.values = values
        }
    }

    package var id: ID<AccessDecision>
    package var verdict: Verdict
    /// Ids of the policies that decided, sorted.
    package var policies: [String]
    package var failed: [FailedCondition]
    package var errors: [String]
    /// One sentence for a person.
    package var reason: String
    /// The command that would change the answer; nil when nothing should.
    package var fix: String?
    /// Version of the facts and policies it was made from.
    package var version: Int64

    package init(
        id: ID<AccessDecision>,
        verdict: Verdict,
        policies: [String],
        failed: [FailedCondition] = [],
        errors: [String] = [],
        reason: String,
        fix: String? = nil,
        version: Int64,
    ) {
        self.id = id
        self.verdict = verdict
        self.policies = policies
        self.failed = failed
        self.errors = errors
        self.reason = reason
        self.fix = fix
        self.version = version
    }
}
