import Domain

extension Rule {
    /// Emergency access became a habit.
    static let repeatedBreakGlass: Rule = Rule(
        id: "repeated-break-glass",
        title: "emergency access is used again and again",
        frameworks: ["NHI5:2025", "PR.AA-05", "CCM IAM-10"],
        run: { survey in
            let emergencies = survey.inventory.emergencies
            let groups = Dictionary(grouping: emergencies.breakGlasses, by: \.identity)
            return groups.values.filter { $0.count >= emergencies.repeats }.compactMap { uses -> Finding? in
                guard let last = uses.max(by: { $0.opened < $1.opened }) else { return nil }
                return Finding(
                    id: findingID(rule: "repeated-break-glass", subject: last.identity.text),
                    rule: "repeated-break-glass",
                    severity: uses.contains { $0.verdict == .unjustified } ? .critical : .high,
                    subject: Finding.Subject(
                        kind: "identity",
                        id: last.identity.text,
                        name: last.identityName,
                        path: ""
                    ),
                    frameworks: repeatedBreakGlass.frameworks,
                    evidence: [
                        "times": .number(uses.count), "days": .number(emergencies.days),
                        "people": .list(Set(uses.map(\.personEmail)).sorted()),
                        "resources": .list(Set(uses.map { "\($0.action.rawValue) \($0.resource)" }).sorted()),
                        "last": .text(last.opened.text),
                    ],
                    remedy: "give the access that is needed every time by a request: "
                        + "penstock grant \(last.identity) \(last.action.rawValue) \(last.resource) --until DATE",
                )
            }.sorted { $0.id < $1.id }
        },
    )

    /// An envelope that opens a system is unaccounted for.
    static let missedEnvelope: Rule = Rule(
        id: "missed-envelope",
        title: "an envelope for emergencies did not come back",
        frameworks: ["NHI2:2025", "PR.AA-01"],
        run: { survey in
            survey.inventory.emergencies.missedEnvelopes.map { envelope in
                Finding(
                    id: findingID(rule: "missed-envelope", subject: envelope.id.text),
                    rule: "missed-envelope",
                    severity: .critical,
                    subject: Finding.Subject(
                        kind: "identity",
                        id: envelope.identity.text,
                        name: envelope.identityName,
                        path: "",
                    ),
                    frameworks: missedEnvelope.frameworks,
                    evidence: [
                        "envelope": .text(envelope.id.text), "person": .text(envelope.personEmail),
                        "system": .text(envelope.system), "ended": .text(envelope.expires.text),
                    ],
                    remedy: "rotate the credential of `\(envelope.system)`, then "
                        + "penstock break-glass return \(envelope.id), or import its record",
                )
            }
        },
    )
}
