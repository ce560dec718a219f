import Domain

extension Rule {
    /// A secret that has no end, or a far one, or that nobody made anew for long: it stands until an exception with its
    /// controls is accepted.
    static let longLivedSecret = Rule(
        id: "long-lived-secret",
        title: "a secret has no end that is near",
        frameworks: ["NHI7:2025", "PR.AA-01", "CCM IAM-14", "PCI DSS 8.6.3"],
        run: { survey in
            let uses = CredentialUses(survey)
            return survey.inventory.places.enumerated().flatMap { place, read in
                read.estate.credentials.compactMap { credential -> Finding? in
                    let users = uses.workflows(using: credential.reference, in: place).map { survey.workflows[$0] }
                    return finding(credential, in: read.estate.source, users, survey)
                }
            }
        },
    )

    /// The furthest end that still counts as one.
    private static let furthest: Duration = .days(365)
    /// The longest that a secret without a known end goes on without being made anew.
    private static let oldest: Duration = .days(90)

    private static func finding(
        _ credential: Credential,
        in source: SourceDescription,
        _ users: [Survey.Located],
        _ survey: Survey,
    ) -> Finding? {
        guard let why = why(credential, in: source, now: survey.now) else { return nil }
        let made = credential.lastRotated ?? credential.createdAt
        var evidence: [String: Evidence] = [
            "reason": .text(why), "kind": .text(credential.reference.kind),
            "usedBy": .list(users.prefix(20).map(\.workflow.name)),
        ]
        if let expires = credential.expires { evidence["ends"] = .text(expires.text) }
        if let made { evidence["daysOld"] = .number(days(made, survey.now)) }
        let isProduction = users.contains { survey.environment(of: $0) == "production" }
        let isStrong = users.contains { survey.classification(of: $0) == .privileged }
        let name = credential.reference.name ?? credential.key
        return Finding(
            id: findingID(
                rule: longLivedSecret.id,
                subject: "\(source.format)\u{0}\(source.root)\u{0}\(credential.key)"
            ),
            rule: longLivedSecret.id,
            severity: isStrong ? .high : isProduction ? .medium : .low,
            subject: Finding.Subject(
                kind: "credential",
                id: "\(source.root)|\(credential.key)",
                name: name,
                path: users.first?.workflow.path ?? "",
            ),
            frameworks: longLivedSecret.frameworks,
            evidence: evidence,
            blindSpots: [source.blindSpot(.expiry), made == nil ? source.blindSpot(.creation) : nil].compactMap(\.self),
            remedy:
                "give `\(name)` an end, or take short-lived credentials instead; where none are to be had, propose an "
                + "exception with --template longLivedSecret, which isolates, monitors and rotates it",
        )
    }

    /// What is wrong; nil when it ends soon, or when the source cannot tell and nothing else speaks for it.
    private static func why(_ credential: Credential, in source: SourceDescription, now: Instant) -> String? {
        if let expires = credential.expires {
            return expires > now + furthest ? "its end is more than a year away" : nil
        }
        if source.capabilities.expiry { return "it has no end" }
        guard let made = credential.lastRotated ?? credential.createdAt, made + oldest < now else { return nil }
        return "no end is known, and it was last made anew \(days(made, now)) days ago"
    }
}
