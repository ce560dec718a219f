/// What temporary access is for, where it is given for one.
///
/// It is open for a task or within hours that are said, its end is near, and somebody wrote down how what it does is undone.
package enum Occasion: String, Sendable, Hashable, Codable, CaseIterable {
    /// An answer to an incident.
    case incident
    /// Data that moves from one place to another.
    case migration

    /// The longest that such access is open.
    package var longest: Duration {
        switch self {
        case .incident: .days(3)
        case .migration: .days(14)
        }
    }

    /// What is missing for it; empty when nothing is.
    package func problems(of grants: [ProposedGrant], rollback: String?, at now: Instant) -> [MissingField] {
        var problems: [MissingField] = []
        if (rollback ?? "").isBlank { problems.append(MissingField("rollback", why: "how what it does is undone")) }
        if grants.isEmpty { problems.append(MissingField("grants", why: "at least one")) }
        for grant in grants {
            if grant.ends > now + longest {
                let days = longest.components.seconds / 86_400
                problems.append(MissingField("until", why: "at most \(days) days ahead for a \(rawValue)"))
            }
            if grant.task == nil, grant.conditions.hours == nil {
                problems.append(
                    MissingField("task", why: "the task that it closes with, or the hours in which it is open")
                )
            }
        }
        return problems
    }
}
