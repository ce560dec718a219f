import Domain

extension Rule {
    /// A right on everything, where one on something would do.
    static let wildcardRight = Rule(
        id: "wildcard-right",
        title: "a right holds for everything",
        frameworks: ["NHI5:2025", "PR.AA-05", "CCM IAM-05", "PCI DSS 7.2.5"],
        run: { survey in survey.services.compactMap { finding($0, survey) } },
    )

    private static func finding(_ account: Survey.Account, _ survey: Survey) -> Finding? {
        // Who may do everything is a finding of its own.
        guard !account.isAdministrator else { return nil }
        let wide = account.principal.rights.filter { right in
            right.action != .read && right.condition == nil && right.via != "escalation"
                && (right.resource == "*" || right.operations.contains { $0 == "*" || $0.hasSuffix(":*") })
        }
        guard !wide.isEmpty else { return nil }
        let strongest = wide.map { $0.effect.identityClass ?? .changeCapable }.max() ?? .changeCapable
        let everywhere = wide.filter { $0.resource == "*" }
        return survey.finding(
            wildcardRight,
            on: account,
            strongest == .privileged ? .high : .medium,
            evidence: [
                "rights": .list(wide.prefix(20).map { "\($0.text) through \($0.via)" }),
                "count": .number(wide.count),
                "onEverything": .number(everywhere.count),
            ],
            blindSpots: [survey.source(of: account).blindSpot(.scopes)].compactMap(\.self),
            remedy: "name what `\(account.principal.name)` acts on, and the operations it needs there",
        )
    }
}
