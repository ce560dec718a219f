import Domain

extension Rule {
    /// An app or account that somebody else runs holds access here.
    static let thirdPartyAccess = Rule(
        id: "third-party-access",
        title: "somebody else's app has access",
        frameworks: ["NHI3:2025", "ID.AM-08", "GV.SC-07", "DE.CM-06", "PCI DSS 8.2.7"],
        run: { survey in
            let apps = survey.services.filter { account in
                account.principal.vendor != nil || [.oauthApp, .vendorManaged].contains(account.principal.kind)
            }
            let perVendor = Dictionary(grouping: apps) { $0.principal.vendor ?? "" }.mapValues(\.count)
            return apps.compactMap { finding($0, perVendor: perVendor, survey) }
        },
    )

    private static func finding(_ account: Survey.Account, perVendor: [String: Int], _ survey: Survey) -> Finding? {
        let principal = account.principal
        let identityClass = survey.classification(of: account)
        guard identityClass > .readOnly else { return nil }
        var evidence: [String: Evidence] = [
            "vendor": .text(principal.vendor ?? "not stated"),
            "grantor": .text(principal.grantor ?? "not stated"),
            "rights": .list(principal.rights.prefix(20).map(\.text)),
        ]
        if let vendor = principal.vendor { evidence["appsOfVendor"] = .number(perVendor[vendor] ?? 1) }
        if let used = principal.lastUsed { evidence["lastUse"] = .text(used.text) }
        let source = survey.source(of: account)
        var blindSpots = [source.blindSpot(.scopes)].compactMap(\.self)
        if principal.lastUsed == nil, let limit = source.blindSpot(.lastUse) { blindSpots.append(limit) }
        if principal.grantor == nil { blindSpots.append("the source does not say who let it in") }
        return survey.finding(
            thirdPartyAccess,
            on: account,
            identityClass == .privileged ? .high : .medium,
            evidence: evidence,
            blindSpots: blindSpots,
            remedy:
                "ask `\(principal.grantor ?? "its owner")` what `\(principal.name)` is needed for, and take "
                + "away what it does not use",
        )
    }
}
