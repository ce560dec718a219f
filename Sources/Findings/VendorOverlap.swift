import Domain

extension Rule {
    /// Somebody else's automation shares a secret with others in production: to stop it takes several parties at once.
    static let vendorOverlap = Rule(
        id: "vendor-shared-production",
        title: "a third party shares a secret in production",
        frameworks: ["NHI3:2025", "NHI9:2025", "GV.SC-07", "CCM IAM-13"],
        run: { survey in
            let vendors = Dictionary(survey.inventory.vendors.map { ($0.name, $0) }) { $1 }
            return CredentialUses(survey).groups.compactMap { finding($0, vendors, survey) }
        },
    )

    private static func finding(
        _ group: CredentialUses.Group,
        _ vendors: [String: Vendor],
        _ survey: Survey,
    ) -> Finding? {
        let located = group.workflows.map { survey.workflows[$0] }
        guard located.count > 1 else { return nil }
        let theirs = located.filter { isThirdParty($0) && survey.environment(of: $0) == "production" }
        guard let first = theirs.first else { return nil }
        let names = Set(theirs.compactMap { $0.identity?.vendor }).sorted()
        let contacts = names.compactMap { name in vendors[name]?.stopContact.map { "\(name): \($0)" } }
        let source = survey.inventory.places[group.place].estate.source
        let secret = group.reference.name ?? group.reference.id ?? group.reference.kind
        let missing = names.filter { vendors[$0]?.stopContact == nil }
        return Finding(
            id: findingID(rule: vendorOverlap.id, subject: "\(source.format)\u{0}\(source.root)\u{0}\(group.key)"),
            rule: vendorOverlap.id,
            severity: contacts.isEmpty || !missing.isEmpty ? .critical : .high,
            subject: Finding.Subject(
                kind: "credential",
                id: "\(source.root)|\(group.key)",
                name: secret,
                path: first.workflow.path,
            ),
            frameworks: vendorOverlap.frameworks,
            evidence: [
                "vendors": .list(names.isEmpty ? ["not stated"] : names),
                "stopContacts": .list(contacts),
                "thirdParty": .list(theirs.prefix(20).map(\.workflow.name)),
                "sharedWith": .list(located.prefix(20).map(\.workflow.name)),
                "fanOut": .number(located.count),
                "environment": "production",
            ],
            blindSpots: BlindSpots.ofSecrets(source),
            remedy: remedy(secret, contacts, missing, located.count, survey.commandName(of: first)),
        )
    }

    /// What to do when it has to be stopped, with whom to call.
    private static func remedy(
        _ secret: String,
        _ contacts: [String],
        _ missing: [String],
        _ count: Int,
        _ name: String,
    ) -> String {
        let agree = missing.map { "penstock vendors set \($0) --stop-contact WHOM" }.joined(separator: "; ")
        let call = contacts.isEmpty ? "agree beforehand whom to call" : "call \(contacts.joined(separator: "; "))"
        return "to stop it: penstock stop \(name), \(call), then revoke `\(secret)`, which \(count) workflows use"
            + (agree.isEmpty ? "" : " (\(agree))") + "; better give the third party a credential of its own"
    }

    private static func isThirdParty(_ located: Survey.Located) -> Bool {
        guard let identity = located.identity else { return false }
        return identity.vendor != nil || [.vendorManaged, .partner].contains(identity.pattern)
            || identity.kind == .vendorManaged
    }
}
