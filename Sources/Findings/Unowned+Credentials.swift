import Domain

extension Rule {
    /// Credentials that their source names no owner for, and that nothing uses which has one.
    static func unownedCredentials(_ survey: Survey) -> [Finding] {
        let uses = CredentialUses(survey)
        var accountsOf: [[String: [Survey.Account]]] = survey.inventory.places.map { _ in [:] }
        for account in survey.services {
            for credential in account.principal.credentials {
                accountsOf[account.place][credential.key, default: []].append(account)
            }
        }
        return survey.inventory.places.enumerated().flatMap { place, read in
            read.estate.credentials.compactMap { credential -> Finding? in
                let users = uses.workflows(using: credential.reference, in: place).map { survey.workflows[$0] }
                let accounts = accountsOf[place][credential.key] ?? []
                let identities = users.compactMap(\.identity) + accounts.compactMap(\.identity)
                let owners = identities.compactMap { $0.owner.flatMap { survey.users[$0] } }
                guard case .nobody = CredentialOwner(of: credential, usedBy: owners) else { return nil }
                return finding(credential, in: read.estate.source, users)
            }
        }
    }

    private static func finding(
        _ credential: Credential,
        in source: SourceDescription,
        _ users: [Survey.Located],
    ) -> Finding {
        let name = credential.reference.name ?? credential.key
        let isPrivileged = users.contains { located in
            located.workflow.steps.contains { step in
                !step.disabled && step.effect.identityClass == .privileged
                    && step.credentials.contains { $0.key == credential.key }
            }
        }
        return Finding(
            id: findingID(
                rule: unowned.id,
                subject: "\(source.format)\u{0}\(source.root)\u{0}credential\u{0}\(credential.key)"
            ),
            rule: unowned.id,
            severity: isPrivileged ? .medium : .low,
            subject: Finding.Subject(
                kind: "credential",
                id: "\(source.root)|\(credential.key)",
                name: name,
                path: users.first?.workflow.path ?? "",
            ),
            frameworks: unowned.frameworks,
            evidence: [
                "reason": .text("its source names no owner, and nothing that uses it has one"),
                "kind": .text(credential.reference.kind),
                "usedBy": .list(users.prefix(20).map(\.workflow.name)),
            ],
            blindSpots: BlindSpots.ofOwners(source),
            remedy: users.isEmpty
                ? "find out who made `\(name)`, or delete it: nothing seen here uses it"
                : "register an owner of `\(users[0].workflow.name)`, which answers for `\(name)` too",
        )
    }
}
