import Domain

extension Rule {
    /// Anybody may act as an account of ours.
    static let openTrust = Rule(
        id: "open-trust",
        title: "everybody may act as it",
        frameworks: ["NHI6:2025", "NHI4:2025", "PR.AA-03", "PR.AA-05", "CCM IAM-05", "CCM IAM-14"],
        run: { survey in
            var accounts: [String: Survey.Account] = [:]
            for account in survey.accounts where account.vanished == nil && account.identity?.state != .retired {
                accounts["\(account.place) \(account.principal.key)"] = account
            }
            var findings: [Finding] = []
            for (place, read) in survey.inventory.places.enumerated() {
                let open = Dictionary(grouping: read.estate.trusts.filter { $0.from == "*" }, by: \.to)
                for (key, trusts) in open.sorted(by: { $0.key < $1.key }) {
                    guard let account = accounts["\(place) \(key)"] else { continue }
                    findings.append(finding(account, trusts, survey))
                }
            }
            return findings
        },
    )

    private static func finding(_ account: Survey.Account, _ trusts: [Trust], _ survey: Survey) -> Finding {
        let isUnconditional = trusts.contains(where: \.isOpenToEveryone)
        let conditions = trusts.compactMap(\.condition).filter { !$0.isBlank }.sorted()
        let identityClass = survey.classification(of: account)
        var evidence: [String: Evidence] = [
            "trust": .list(trusts.map { $0.words(seenFrom: account.principal.key) }.sorted()),
            "withoutCondition": .flag(isUnconditional),
        ]
        if !conditions.isEmpty { evidence["conditions"] = .list(conditions) }
        let severity: Finding.Severity =
            if isUnconditional {
                identityClass == .readOnly ? .high : .critical
            } else {
                identityClass == .readOnly ? .low : .medium
            }
        return survey.finding(
            openTrust,
            on: account,
            severity,
            evidence: evidence,
            blindSpots: isUnconditional ? [] : ["whether the condition keeps strangers out is not tried"],
            remedy: "name those who may act as `\(account.principal.name)` instead of everybody; until then: "
                + "penstock stop \(survey.commandName(of: account))",
        )
    }
}
