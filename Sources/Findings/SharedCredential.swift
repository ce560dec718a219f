import Domain

extension Rule {
    /// Several workflows use one credential, so none can be stopped or blamed alone.
    static let sharedCredential = Rule(
        id: "shared-credential",
        title: "several workflows use one credential",
        frameworks: ["NHI9:2025", "PR.AA-02", "CCM IAM-13", "PCI DSS 8.2.2"],
        run: { survey in
            let uses = CredentialUses(survey)
            return uses.groups.compactMap { finding($0, survey) }
        },
    )

    private static func finding(_ group: CredentialUses.Group, _ survey: Survey) -> Finding? {
        guard group.workflows.count > 1 else { return nil }
        let located = group.workflows.map { survey.workflows[$0] }
        let environments = Set(located.compactMap(survey.environment)).sorted()
        let admins = located.filter { group.isAdmin(in: $0) }
        let isAcross = environments.count > 1
        let source = survey.inventory.places[group.place].estate.source
        var evidence: [String: Evidence] = [
            "fanOut": .number(located.count),
            "kind": .text(group.reference.kind),
            "workflows": .list(located.prefix(20).map(\.workflow.name)),
            "paths": .list(located.prefix(20).map(\.workflow.path)),
            "active": .number(located.count { $0.workflow.active == true }),
            "adminUse": .number(admins.count),
            "consequence": .text(consequence(located.count)),
        ]
        if !environments.isEmpty { evidence["environments"] = .list(environments) }
        let name = group.reference.name ?? group.reference.id ?? group.reference.kind
        return Finding(
            id: findingID(rule: sharedCredential.id, subject: "\(source.format)\u{0}\(source.root)\u{0}\(group.key)"),
            rule: sharedCredential.id,
            severity: severity(fanOut: located.count, isAdmin: !admins.isEmpty, environments: environments),
            subject: Finding.Subject(
                kind: "credential",
                id: "\(source.root)|\(group.key)",
                name: name,
                path: located.first?.workflow.path ?? "",
            ),
            frameworks: sharedCredential.frameworks + (isAcross ? ["NHI8:2025"] : [])
                + (admins.isEmpty ? [] : ["NHI5:2025"]),
            evidence: evidence,
            blindSpots: BlindSpots.ofSecrets(source) + BlindSpots.ofUse(source),
            remedy: remedy(name, group, located, isAcross: isAcross, survey),
        )
    }

    private static func severity(fanOut: Int, isAdmin: Bool, environments: [String]) -> Finding.Severity {
        if isAdmin { return .critical }
        let isAcross = environments.count > 1
        if isAcross && environments.contains("production") || fanOut > 10 { return .high }
        return isAcross || fanOut > 2 ? .medium : .low
    }

    /// What follows from so many using it, for people.
    private static func consequence(_ count: Int) -> String {
        "nobody can tell which of the \(count) did something, to stop one stops all \(count), and whoever takes it from one "
            + "has the reach of all \(count)"
    }

    private static func remedy(
        _ name: String,
        _ group: CredentialUses.Group,
        _ located: [Survey.Located],
        isAcross: Bool,
        _ survey: Survey,
    ) -> String {
        let first = isAcross ? "one credential for each environment, then " : ""
        return "give each of the \(located.count) workflows a credential of its own (\(first)"
            + "begin with `\(located.first?.workflow.name ?? "")`), then revoke `\(name)`"
    }
}
