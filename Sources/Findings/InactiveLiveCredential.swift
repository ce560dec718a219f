import Domain

extension Rule {
    /// A workflow that does not run, or is gone, still has a credential that works.
    static let inactiveLiveCredential = Rule(
        id: "inactive-live-credential",
        title: "an inactive workflow has a live credential",
        frameworks: ["NHI1:2025", "NHI7:2025", "PR.AA-05", "ID.AM-08", "PCI DSS 8.2.6"],
        run: { survey in
            let uses = CredentialUses(survey)
            let declared = survey.inventory.places.map { place in
                Dictionary(place.estate.credentials.map { ($0.key, $0) }) { $1 }
            }
            return survey.workflows.compactMap { located in
                guard let state = idleState(of: located) else { return nil }
                let live = located.credentials.filter { reference in
                    guard let expires = declared[located.place][reference.key]?.expires else { return true }
                    return expires > survey.now
                }
                return live.isEmpty ? nil : finding(located, state: state, live: live, uses: uses, survey)
            }
        },
    )

    private static func idleState(of located: Survey.Located) -> String? {
        if located.identity?.state == .retired { return "retired" }
        if located.vanished != nil { return "vanished" }
        if located.workflow.archived { return "archived" }
        return located.workflow.active == false ? "inactive" : nil
    }

    private static func finding(
        _ located: Survey.Located,
        state: String,
        live: [CredentialReference],
        uses: CredentialUses,
        _ survey: Survey,
    ) -> Finding {
        let identityClass = survey.classification(of: located)
        let keys = Set(live.map(\.key))
        let isAdmin = located.workflow.steps.contains { step in
            step.effect.identityClass == .privileged && step.credentials.contains { keys.contains($0.key) }
        }
        let unneeded = live.filter { reference in
            uses.workflows(using: reference, in: located.place).allSatisfy {
                idleState(of: survey.workflows[$0]) != nil
            }
        }
        var evidence: [String: Evidence] = [
            "state": .text(state),
            "credentials": .list(live.map(name)),
            "usedByNoActiveWorkflow": .list(unneeded.map(name)),
            "class": .text(identityClass.rawValue),
            "adminUse": .flag(isAdmin),
        ]
        if let updated = located.workflow.updatedAt {
            evidence["lastChanged"] = .text(updated.text)
            evidence["daysSinceChange"] = .number(Int(max(0, (survey.now - updated).components.seconds) / 86_400))
        }
        if let vanished = located.vanished { evidence["vanished"] = .text(vanished.text) }
        let source = survey.source(of: located)
        return Finding(
            id: findingID(rule: inactiveLiveCredential.id, subject: survey.stableName(of: located)),
            rule: inactiveLiveCredential.id,
            severity: severity(isAdmin: isAdmin, isUnneeded: !unneeded.isEmpty, identityClass),
            subject: survey.subject(of: located),
            frameworks: inactiveLiveCredential.frameworks + (isAdmin ? ["NHI5:2025"] : []),
            evidence: evidence,
            blindSpots: BlindSpots.ofExpiry(source) + BlindSpots.ofUse(source),
            remedy: unneeded.isEmpty
                ? "remove the credential from `\(located.workflow.name)`, or stop it: penstock stop \(survey.commandName(of: located))"
                : "revoke \(unneeded.map { "`\(name($0))`" }.joined(separator: ", ")), which no active workflow uses, and "
                    + "stop it: penstock stop \(survey.commandName(of: located))",
        )
    }

    private static func severity(
        isAdmin: Bool,
        isUnneeded: Bool,
        _ identityClass: IdentityClass,
    ) -> Finding.Severity {
        if isAdmin { return .high }
        return isUnneeded && identityClass != .readOnly ? .medium : .low
    }

    private static func name(_ reference: CredentialReference) -> String {
        reference.name ?? reference.id ?? reference.kind
    }
}
