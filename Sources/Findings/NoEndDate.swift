import Domain

extension Rule {
    /// Nothing says when its permission ends.
    static let noEndDate = Rule(
        id: "no-end-date",
        title: "its permission has no end",
        frameworks: ["NHI7:2025", "NHI1:2025", "PR.AA-05", "CCM IAM-08"],
        run: { survey in
            let ofWorkflows = survey.workflows.compactMap { located -> Finding? in
                guard !survey.isRetired(located), located.identity?.expires == nil else { return nil }
                return finding(
                    subject: survey.subject(of: located),
                    stableName: survey.stableName(of: located),
                    identityClass: survey.classification(of: located),
                    firstSeen: located.identity?.firstSeen,
                    now: survey.now,
                )
            }
            let ofAccounts = survey.services.compactMap { account -> Finding? in
                guard account.identity?.expires == nil else { return nil }
                return finding(
                    subject: survey.subject(of: account),
                    stableName: survey.stableName(of: account),
                    identityClass: survey.classification(of: account),
                    firstSeen: account.identity?.firstSeen,
                    now: survey.now,
                )
            }
            let ofOthers = survey.otherIdentities.compactMap { identity -> Finding? in
                guard identity.state != .retired, identity.expires == nil else { return nil }
                let subject = Finding.Subject(kind: "identity", id: identity.id.text, name: identity.name, path: "")
                return finding(
                    subject: subject,
                    stableName: identity.id.text,
                    identityClass: identity.classification.identityClass,
                    firstSeen: identity.firstSeen,
                    now: survey.now,
                )
            }
            return ofWorkflows + ofAccounts + ofOthers
        },
    )

    private static func finding(
        subject: Finding.Subject,
        stableName: String,
        identityClass: IdentityClass,
        firstSeen: Instant?,
        now: Instant,
    ) -> Finding {
        var evidence: [String: Evidence] = ["class": .text(identityClass.rawValue)]
        if let firstSeen {
            evidence["firstSeen"] = .text(firstSeen.text)
            evidence["daysKnown"] = .number(Int(max(0, (now - firstSeen).components.seconds) / 86_400))
        }
        let longest = (now + identityClass.renewalPeriod).date
        return Finding(
            id: findingID(rule: noEndDate.id, subject: stableName),
            rule: noEndDate.id,
            severity: identityClass == .privileged ? .high : identityClass == .changeCapable ? .medium : .low,
            subject: subject,
            frameworks: noEndDate.frameworks,
            evidence: evidence,
            remedy: "penstock identity register \(subject.kind == "identity" ? subject.id : "ID") --expires \(longest)",
        )
    }
}
