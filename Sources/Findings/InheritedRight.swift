import Domain

extension Rule {
    /// A privileged right that an account has only because it belongs to a group or role.
    static let inheritedRight = Rule(
        id: "inherited-right",
        title: "it has privileged rights through a membership only",
        frameworks: ["NHI5:2025", "PR.AA-05", "CCM IAM-08", "PCI DSS 7.2.5"],
        run: { survey in survey.services.compactMap { finding($0, survey) } },
    )

    private static func finding(_ account: Survey.Account, _ survey: Survey) -> Finding? {
        let privileged = account.principal.rights.filter { $0.effect.identityClass == .privileged }
        let inherited = privileged.filter { account.inherits($0) }
        guard !inherited.isEmpty else { return nil }
        let groups = Set(inherited.compactMap { account.source(of: $0) }).sorted()
        return survey.finding(
            inheritedRight,
            on: account,
            inherited.count == privileged.count ? .medium : .low,
            evidence: [
                "groups": .list(groups),
                "inherited": .list(inherited.prefix(20).map { "\($0.text) through \($0.via)" }),
                "inheritedCount": .number(inherited.count),
                "direct": .number(privileged.count - inherited.count),
            ],
            remedy: "give `\(account.principal.name)` what it needs by itself and take it out of "
                + groups.prefix(3).map { "`\($0)`" }.joined(separator: ", "),
        )
    }
}
