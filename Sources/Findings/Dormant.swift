import Domain

extension Rule {
    /// Nothing used it for a long time, as far as its source can tell.
    static let dormant = Rule(
        id: "dormant",
        title: "it was not used for 90 days or more",
        frameworks: ["NHI1:2025", "PR.AA-05", "ID.AM-08", "CCM IAM-08", "PCI DSS 8.2.6"],
        run: { survey in ofAccounts(survey) + ofWorkflows(survey) },
    )

    /// From this many days on; PCI DSS 8.2.6 names the same.
    private static let longest = 90

    private static func ofAccounts(_ survey: Survey) -> [Finding] {
        survey.services.compactMap { account in
            let principal = account.principal
            guard principal.active != false,
                let idle = Idleness(
                    lastUse: principal.lastUsed,
                    made: principal.createdAt,
                    account.place,
                    survey,
                    longest: longest
                )
            else { return nil }
            let identityClass = survey.classification(of: account)
            return survey.finding(
                dormant,
                on: account,
                severity(identityClass),
                evidence: idle.evidence,
                blindSpots: idle.blindSpots,
                remedy: "ask whether `\(principal.name)` is needed; if nobody says so: "
                    + "penstock stop \(survey.commandName(of: account))",
            )
        }
    }

    private static func ofWorkflows(_ survey: Survey) -> [Finding] {
        survey.workflows.compactMap { located in
            let workflow = located.workflow
            guard located.vanished == nil, !survey.isRetired(located), workflow.active != false, !workflow.archived,
                let idle = Idleness(
                    lastUse: workflow.lastRun,
                    made: workflow.createdAt,
                    located.place,
                    survey,
                    longest: longest
                )
            else { return nil }
            var evidence = idle.evidence
            let identityClass = survey.classification(of: located)
            evidence["class"] = .text(identityClass.rawValue)
            evidence["credentials"] = .number(located.credentials.count)
            return Finding(
                id: findingID(rule: dormant.id, subject: survey.stableName(of: located)),
                rule: dormant.id,
                severity: severity(identityClass),
                subject: survey.subject(of: located),
                frameworks: dormant.frameworks,
                evidence: evidence,
                blindSpots: idle.blindSpots,
                remedy: "ask whether `\(workflow.name)` is needed; if nobody says so: "
                    + "penstock stop \(survey.commandName(of: located))",
            )
        }
    }

    private static func severity(_ identityClass: IdentityClass) -> Finding.Severity {
        switch identityClass {
        case .privileged: .high
        case .changeCapable: .medium
        case .readOnly: .low
        }
    }
}

/// How long something was not used, and what that is known from.
private struct Idleness {
    private(set) var evidence: [String: Evidence] = [:]
    private(set) var blindSpots: [String] = []

    /// - Returns: nil when it was used within the time, or when its source cannot tell.
    init?(lastUse: Instant?, made: Instant?, _ place: Int, _ survey: Survey, longest: Int) {
        let read = survey.inventory.places[place]
        guard read.estate.source.capabilities.lastUse else { return nil }
        let seen = read.observed?.upperBound ?? survey.now
        // Without a use it is idle since it was made; without that date, since its source was read first.
        guard let since = lastUse ?? made ?? read.observed?.lowerBound else { return nil }
        let idle = Rule.days(since, seen)
        guard idle >= longest else { return nil }
        evidence["lastUse"] = .text(lastUse?.text ?? "never, as far as its source knows")
        evidence["idleDays"] = .number(idle)
        evidence["observedFrom"] = .text(since.text)
        evidence["observedUntil"] = .text(seen.text)
        blindSpots = ["the source was last read at \(seen.text): a use after that is not seen"]
        if lastUse == nil, made == nil { blindSpots.append("when it was made is not known") }
        if let limit = read.estate.source.blindSpot(.lastUse) { blindSpots.append(limit) }
    }
}
