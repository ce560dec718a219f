import Domain

extension Rule {
    /// A credential, certificate or account that is past its end and still in place.
    static let expiredCredential = Rule(
        id: "expired-credential",
        title: "it is past its end and still in place",
        frameworks: ["NHI1:2025", "NHI7:2025", "PR.AA-01", "CCM IAM-07", "CCM IAM-14"],
        run: { survey in ofCredentials(survey) + ofAccounts(survey) },
    )

    private static func ofCredentials(_ survey: Survey) -> [Finding] {
        let uses = CredentialUses(survey)
        var findings: [Finding] = []
        for (place, read) in survey.inventory.places.enumerated() {
            for credential in read.estate.credentials {
                guard let expires = credential.expires, expires <= survey.now else { continue }
                let users = uses.workflows(using: credential.reference, in: place).map { survey.workflows[$0] }
                let source = read.estate.source
                let name = credential.reference.name ?? credential.key
                findings.append(
                    Finding(
                        id: findingID(
                            rule: expiredCredential.id,
                            subject: "\(source.format)\u{0}\(source.root)\u{0}\(credential.key)"
                        ),
                        rule: expiredCredential.id,
                        severity: users.contains { $0.workflow.active != false } ? .medium : .low,
                        subject: Finding.Subject(
                            kind: "credential",
                            id: "\(source.root)|\(credential.key)",
                            name: name,
                            path: users.first?.workflow.path ?? "",
                        ),
                        frameworks: expiredCredential.frameworks,
                        evidence: [
                            "ended": .text(expires.text),
                            "daysSince": .number(days(expires, survey.now)),
                            "kind": .text(credential.reference.kind),
                            "usedBy": .list(users.prefix(20).map(\.workflow.name)),
                        ],
                        blindSpots: ["whether the system behind it still takes it was not tried"],
                        remedy: users.isEmpty
                            ? "delete `\(name)`"
                            : "renew `\(name)` for \(users.count) workflows that use it, or take it out of them",
                    )
                )
            }
        }
        return findings
    }

    private static func ofAccounts(_ survey: Survey) -> [Finding] {
        survey.services.compactMap { account in
            guard let expires = account.principal.expires, expires <= survey.now else { return nil }
            let isOff = account.principal.active == false
            return survey.finding(
                expiredCredential,
                on: account,
                isOff ? .low : survey.classification(of: account) == .privileged ? .high : .medium,
                evidence: [
                    "ended": .text(expires.text),
                    "daysSince": .number(days(expires, survey.now)),
                    "rights": .number(account.principal.rights.count),
                ],
                blindSpots: account.principal.active == nil
                    ? [survey.source(of: account).blindSpot(.activeFlag)].compactMap(\.self) : [],
                remedy: "remove `\(account.principal.name)` from its source, or give it a new end with a reason",
            )
        }
    }

    static func days(_ from: Instant, _ to: Instant) -> Int {
        Int(max(0, (to - from).components.seconds) / 86_400)
    }
}
