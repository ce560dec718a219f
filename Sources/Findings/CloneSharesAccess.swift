import Domain

extension Rule {
    /// A copy of a workflow that kept the original's credential or callback.
    static let cloneSharesAccess = Rule(
        id: "clone-shares-access",
        title: "a copy kept the original's credential or callback",
        frameworks: ["NHI9:2025", "PR.AA-02", "PR.AA-05", "ID.AM-08", "CCM IAM-13"],
        run: { survey in
            var groups: [String: [Int]] = [:]
            for (number, located) in survey.workflows.enumerated() {
                guard let key = located.workflow.graphKey, located.vanished == nil, !survey.isRetired(located) else {
                    continue
                }
                groups["\(located.place) \(key)", default: []].append(number)
            }
            let scopes = survey.inventory.places.map { place in
                Dictionary(place.estate.credentials.map { ($0.key, $0.scopes) }) { first, _ in first }
            }
            return groups.values.filter { $0.count > 1 }.flatMap {
                copies(among: $0.map { survey.workflows[$0] }, scopes: scopes, survey)
            }
        },
    )

    /// Every workflow of one graph that shares something with an older one of it.
    ///
    /// `scopes` are those of credentials, by place and key.
    private static func copies(
        among group: [Survey.Located],
        scopes: [[String: [String]]],
        _ survey: Survey,
    ) -> [Finding] {
        let sorted = group.sorted(by: isOlder)
        var originalOfCredential: [String: Int] = [:]
        var originalOfCallback: [Callback: Int] = [:]
        var findings: [Finding] = []
        for (number, located) in sorted.enumerated() {
            var shared: Shared?
            for reference in located.credentials {
                if let original = originalOfCredential[reference.key] {
                    shared = shared ?? Shared(original: sorted[original])
                    shared?.credentials.append(reference.name ?? reference.id ?? reference.kind)
                    shared?.scopes.formUnion(scopes[located.place][reference.key] ?? [])
                } else {
                    originalOfCredential[reference.key] = number
                }
            }
            for callback in located.workflow.triggers.compactMap(\.callback) where !callback.path.isEmpty {
                if let original = originalOfCallback[callback] {
                    shared = shared ?? Shared(original: sorted[original])
                    shared?.callbacks.append("\(callback.methods.joined(separator: ",")) \(callback.path)")
                } else {
                    originalOfCallback[callback] = number
                }
            }
            if let shared { findings.append(finding(located, shared, copies: sorted.count, survey)) }
        }
        return findings
    }

    private struct Shared {
        var original: Survey.Located
        var credentials: [String] = []
        var callbacks: [String] = []
        /// Of the shared credentials, as far as the source tells them.
        var scopes: Set<String> = []
    }

    private static func finding(_ located: Survey.Located, _ shared: Shared, copies: Int, _ survey: Survey) -> Finding {
        let identityClass = survey.classification(of: located)
        let environments = Set([located, shared.original].compactMap(survey.environment)).sorted()
        let teams = Set([located, shared.original].compactMap(\.team)).sorted()
        var evidence: [String: Evidence] = [
            "original": .text(shared.original.workflow.name),
            "originalPath": .text(shared.original.workflow.path),
            "copies": .number(copies),
            "sharedCredentials": .list(shared.credentials),
            "sharedCallbacks": .list(shared.callbacks),
            "class": .text(identityClass.rawValue),
        ]
        if !environments.isEmpty { evidence["environments"] = .list(environments) }
        if !shared.scopes.isEmpty { evidence["inheritedScopes"] = .list(shared.scopes.sorted()) }
        if teams.count > 1 { evidence["teams"] = .list(teams) }
        if let origin = located.workflow.origin { evidence["statedOrigin"] = .text(origin) }
        let what =
            (shared.credentials.isEmpty ? [] : ["a credential"]) + (shared.callbacks.isEmpty ? [] : ["a callback"])
        return Finding(
            id: findingID(rule: cloneSharesAccess.id, subject: survey.stableName(of: located)),
            rule: cloneSharesAccess.id,
            severity: severity(
                identityClass,
                callbacks: !shared.callbacks.isEmpty,
                environments: environments.count,
                teams: teams.count
            ),
            subject: survey.subject(of: located),
            frameworks: cloneSharesAccess.frameworks + (environments.count > 1 ? ["NHI8:2025"] : []),
            evidence: evidence,
            blindSpots: BlindSpots.ofActivity(survey.source(of: located), workflow: located.workflow),
            remedy: "give `\(located.workflow.name)` \(what.joined(separator: " and ")) of its own, or stop it: "
                + "penstock stop \(survey.commandName(of: located))",
        )
    }

    private static func severity(
        _ identityClass: IdentityClass,
        callbacks: Bool,
        environments: Int,
        teams: Int,
    ) -> Finding.Severity {
        // In the hands of another team a copy acts outside what anybody approved: one step worse.
        let isMoved = teams > 1
        if identityClass == .privileged { return isMoved ? .critical : .high }
        if environments > 1 { return .high }
        if callbacks || identityClass == .changeCapable { return isMoved ? .high : .medium }
        return isMoved ? .medium : .low
    }

    /// By creation, what states none last, then by path: the first is taken for the original.
    private static func isOlder(_ left: Survey.Located, _ right: Survey.Located) -> Bool {
        let never = Int64.max
        let times = (left.workflow.createdAt?.microseconds ?? never, right.workflow.createdAt?.microseconds ?? never)
        if times.0 != times.1 { return times.0 < times.1 }
        return (left.workflow.path, left.workflow.key) < (right.workflow.path, right.workflow.key)
    }
}
