import Domain

extension Rule {
    /// A pipeline with secrets runs somebody else's code that can change from one run to the next.
    static let unpinnedCode = Rule(
        id: "unpinned-code",
        title: "it runs code of others that can change, beside its secrets",
        frameworks: ["NHI3:2025", "NHI6:2025", "PR.AA-05", "GV.SC-07"],
        run: { survey in
            survey.workflows.compactMap { located in
                guard located.vanished == nil, !survey.isRetired(located) else { return nil }
                let loose = located.workflow.steps.filter { step in
                    !step.disabled && step.code.map { $0.isThirdParty && !$0.isPinned } ?? false
                }
                // Without a secret and without a strong step there is nothing for such code to take.
                guard !loose.isEmpty,
                    !located.credentials.isEmpty || survey.classification(of: located) == .privileged
                else { return nil }
                return finding(located, loose, survey)
            }
        },
    )

    private static func finding(_ located: Survey.Located, _ loose: [Step], _ survey: Survey) -> Finding {
        let names = Set(loose.compactMap(\.code).map { "\($0.name)@\($0.version ?? "newest")" }).sorted()
        let handed = loose.filter { !$0.credentials.isEmpty }
        let identityClass = survey.classification(of: located)
        return Finding(
            id: findingID(rule: unpinnedCode.id, subject: survey.stableName(of: located)),
            rule: unpinnedCode.id,
            severity: !handed.isEmpty || identityClass == .privileged ? .high : .medium,
            subject: survey.subject(of: located),
            frameworks: unpinnedCode.frameworks,
            evidence: [
                "code": .list(Array(names.prefix(50))),
                "steps": .list(loose.prefix(20).map(\.name)),
                "handedSecrets": .list(handed.prefix(20).map(\.name)),
                "credentials": .list(located.credentials.prefix(20).map { $0.name ?? $0.id ?? $0.kind }),
                "class": .text(identityClass.rawValue),
            ],
            blindSpots: ["what the code does with what it gets is not read"],
            remedy: "pin \(names.prefix(3).map { "`\($0)`" }.joined(separator: ", ")) to a commit or digest that "
                + "somebody has read",
        )
    }
}
