package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// The numbers and names that the organisation has set.
    package func terms(by caller: Caller) async throws -> GovernanceTerms {
        try require(.view, by: caller)
        return try await database.read { try TermsTable.find(in: $0) }
    }

    package func setTerms(_ terms: GovernanceTerms, by caller: Caller) async throws -> GovernanceTerms {
        try require(.administer, by: caller)
        let problems = terms.problems
        guard problems.isEmpty else {
            throw Failure(.invalid, "the terms cannot be kept", fields: problems)
        }
        return try await change(by: caller) { change in
            let old = try TermsTable.find(in: change.connection)
            for email in terms.breakGlass.people {
                _ = try Self.person(email, field: "breakGlass.people", in: change.connection)
            }
            try TermsTable.set(terms, at: change.now, in: change.connection)
            change.record(.termsChanged, changes: terms.changes(since: old))
            return terms
        }
    }
}

extension GovernanceTerms {
    fileprivate func changes(since old: GovernanceTerms) -> [Event.Change] {
        let parts: [(String, (GovernanceTerms) -> String)] = [
            (
                "breakGlass",
                { "\($0.breakGlass.people.joined(separator: " ")); \($0.breakGlass.longestMinutes) minutes" }
            ),
            ("exceptions", { "at most \($0.exceptions.longestDays) days" }),
            (
                "reviews",
                { terms in
                    let days = IdentityClass.allCases.map {
                        terms.reviews.cadence(of: $0).wholeMicroseconds / 86_400_000_000
                    }
                    return "\(days) days; undecided: \(terms.reviews.undecided.rawValue)"
                }
            ),
            ("webhooks", { "\($0.webhooks.hosts.joined(separator: " "))" }),
        ]
        return parts.map { Event.Change($0.0, before: $0.1(old), after: $0.1(self)) }.filter { $0.before != $0.after }
    }
}
