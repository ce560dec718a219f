import Domain

extension Rule {
    /// An account that can get itself rights beyond its own.
    static let escalationPath = Rule(
        id: "escalation-path",
        title: "it can get rights beyond its own",
        frameworks: ["NHI5:2025", "PR.AA-05", "CCM IAM-04", "CCM IAM-09", "PCI DSS 7.2.5"],
        run: { survey in survey.services.compactMap { finding($0, survey) } },
    )

    private static func finding(_ account: Survey.Account, _ survey: Survey) -> Finding? {
        guard !account.isAdministrator else { return nil }
        let ways = account.principal.rights.filter(\.isEscalation)
        guard !ways.isEmpty else { return nil }
        let isPlain = ways.contains { $0.condition == nil }
        return survey.finding(
            escalationPath,
            on: account,
            isPlain ? .high : .medium,
            evidence: [
                "ways": .list(ways.prefix(20).map { "\($0.text): \($0.effect.reason)" }),
                "count": .number(ways.count),
                "withoutCondition": .flag(isPlain),
            ],
            blindSpots: [
                "worked out from the rights that are known; what the platform limits elsewhere is not seen"
            ],
            remedy: "take `\(ways.first?.operations.first ?? "")` on `\(ways.first?.resource ?? "")` from "
                + "`\(account.principal.name)`, or treat it as an administrator",
        )
    }
}
