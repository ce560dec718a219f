import Cedar
import Domain

/// Turns one parsed policy of the organisation into a statement, or says what is wrong with it.
struct StatementReader {
    let file: String
    let source: SourceText
    let policy: Policy

    /// Beginnings of ids that the program keeps for itself.
    private static let reserved = ["guardrail.", "governance.", "grant.", "template.", "route.", "approve."]
    private static let validator = Validator(ShippedPolicies.schema)

    func read() -> (statement: OrganisationPolicies.Statement?, problems: [PolicyProblem]) {
        var problems: [PolicyProblem] = []
        if policy.isTemplate {
            problems.append(problem("`?principal` and `?resource` are for grants; name whom and what is meant"))
        }
        let id = policy.annotation("id")?.string ?? ""
        if id.isBlank {
            problems.append(problem("the statement has no `@id(\"…\")`; give it one of its own"))
        } else if let taken = Self.reserved.first(where: id.hasPrefix) {
            problems.append(problem("ids that begin with `\(taken)` belong to the program; choose another"))
        }
        if let replaced = policy.annotation("replaces")?.string {
            if RoutingPolicies.promises.contains(replaced) {
                problems.append(problem("`\(replaced)` cannot be replaced: it is a promise of the program"))
            } else if ShippedPolicies.routing[PolicyID(Text(replaced))] == nil {
                problems.append(problem("there is no policy `\(replaced)` of requests to replace"))
            }
        }
        var expires: Domain.Instant?
        if let text = policy.annotation("expires")?.string {
            expires = Domain.Instant(text)
            if expires == nil {
                problems.append(problem("`@expires(\"\(text)\")` is no date; write 2027-01-31 or 2027-01-31T17:00:00Z"))
            }
        }
        problems += Self.validator.issues(of: policy).filter(\.isError).map { problem($0.message, at: $0.range) }
        guard problems.isEmpty else { return (nil, problems) }
        let statement = OrganisationPolicies.Statement(
            file: file,
            expires: expires,
            text: source.string(policy.ranges.statement),
            isPermit: policy.effect == .permit,
            name: PolicyID(Text(id)),
            policy: policy,
            source: source,
        )
        return (statement, [])
    }

    func problem(_ message: String, at range: SourceRange? = nil) -> PolicyProblem {
        let place = range.flatMap { $0 == .none ? nil : $0 } ?? policy.ranges.statement
        let position = source.position(of: place.lower)
        return PolicyProblem(file: file, line: position.line, column: position.column, message: message)
    }
}
