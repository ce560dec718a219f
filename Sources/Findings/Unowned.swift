import Domain

extension Rule {
    /// Nobody answers for it: no owner, or one who cannot.
    static let unowned = Rule(
        id: "unowned",
        title: "nobody answers for it",
        frameworks: ["NHI1:2025", "PR.AA-01", "ID.AM-08", "GV.RR-02", "CCM IAM-03"],
        run: { survey in
            let ofWorkflows = survey.workflows.compactMap { located -> Finding? in
                guard !survey.isRetired(located) else { return nil }
                return unowned(located.identity, located, survey)
            }
            let ofAccounts = survey.services.compactMap { ofAccount($0, survey) }
            let ofOthers = survey.otherIdentities.compactMap { identity -> Finding? in
                identity.state == .retired ? nil : unowned(identity, nil, survey)
            }
            return ofWorkflows + ofAccounts + ofOthers + unownedCredentials(survey)
        },
    )

    private static func unowned(_ identity: Identity?, _ located: Survey.Located?, _ survey: Survey) -> Finding? {
        guard let why = whyUnowned(identity, survey) else { return nil }
        let identityClass =
            located.map(survey.classification) ?? identity?.classification.identityClass ?? .changeCapable
        let environment = located.flatMap(survey.environment) ?? identity?.environment
        var evidence: [String: Evidence] = [
            "reason": .text(why.words), "class": .text(identityClass.rawValue),
        ]
        if let owner = why.owner { evidence["owner"] = .text(owner.email) }
        if let hint = located?.workflow.owner { evidence["ownerInSource"] = .text(hint.text) }
        if let environment { evidence["environment"] = .text(environment) }
        let source = located.map(survey.source)
        let subject =
            located.map(survey.subject)
            ?? Finding.Subject(kind: "identity", id: identity?.id.text ?? "", name: identity?.name ?? "", path: "")
        let name = identity?.id.text ?? "ID"
        let hint = located?.workflow.owner.map { "; its source names `\($0.text)`" } ?? ""
        return Finding(
            id: findingID(rule: unowned.id, subject: located.map(survey.stableName) ?? subject.id),
            rule: unowned.id,
            severity: severity(identityClass, environment: environment, hasLeft: why.owner?.status == .left),
            subject: subject,
            frameworks: unowned.frameworks + (why.owner == nil ? [] : ["PCI DSS 8.2.5"]),
            evidence: evidence,
            blindSpots: source.map(BlindSpots.ofOwners) ?? [],
            remedy: "penstock identity register \(name) --owner EMAIL --backup EMAIL\(hint)",
        )
    }

    private static func ofAccount(_ account: Survey.Account, _ survey: Survey) -> Finding? {
        guard let why = whyUnowned(account.identity, survey) else { return nil }
        var evidence: [String: Evidence] = ["reason": .text(why.words)]
        if let owner = why.owner { evidence["owner"] = .text(owner.email) }
        if let hint = account.principal.owner { evidence["ownerInSource"] = .text(hint.text) }
        let hint = account.principal.owner.map { "; its source names `\($0.text)`" } ?? ""
        return survey.finding(
            unowned,
            on: account,
            severity(
                survey.classification(of: account),
                environment: survey.environment(of: account),
                hasLeft: why.owner?.status == .left
            ),
            frameworks: why.owner == nil ? [] : ["PCI DSS 8.2.5"],
            evidence: evidence,
            blindSpots: BlindSpots.ofOwners(survey.source(of: account)),
            remedy: "penstock identity register \(survey.commandName(of: account)) --owner EMAIL --backup EMAIL\(hint)",
        )
    }

    /// Why nobody answers, and who was named; nil when somebody does.
    private static func whyUnowned(_ identity: Identity?, _ survey: Survey) -> (words: String, owner: User?)? {
        guard let identity else { return ("no identity governs it", nil) }
        if let dispute = survey.disputes[identity.id] {
            return ("the owner is disputed since \(dispute.began.date): \(dispute.reason ?? "")", nil)
        }
        guard let id = identity.owner else { return ("no owner is registered", nil) }
        guard let owner = survey.users[id] else { return ("the registered owner is not known", nil) }
        switch owner.status {
        case .left: return ("the owner left the organisation", owner)
        case .disabled: return ("the owner's account is disabled", owner)
        case .active: return owner.sharedMailbox ? ("the owner is a shared mailbox", owner) : nil
        }
    }

    private static func severity(
        _ identityClass: IdentityClass,
        environment: String?,
        hasLeft: Bool,
    ) -> Finding.Severity {
        switch identityClass {
        case .privileged: .high
        case .changeCapable: hasLeft || environment == "production" ? .high : .medium
        case .readOnly: hasLeft ? .medium : .low
        }
    }
}
