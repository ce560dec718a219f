import Domain

extension Rule {
    /// A secret is written into a step's parameters.
    static let literalSecret = Rule(
        id: "literal-secret",
        title: "a secret is written into a step's parameters",
        frameworks: ["NHI2:2025", "NHI7:2025", "PR.AA-01", "PCI DSS 8.6.2"],
        run: { survey in
            var holders: [Fingerprint: Set<Int>] = [:]
            for (number, located) in survey.workflows.enumerated() {
                for secret in located.workflow.steps.lazy.flatMap(\.literalSecrets) {
                    if let fingerprint = secret.fingerprint { holders[fingerprint, default: []].insert(number) }
                }
            }
            return survey.workflows.compactMap { located in
                guard located.vanished == nil else { return nil }
                let secrets = located.workflow.steps.flatMap { step in step.literalSecrets.map { (step, $0) } }
                return secrets.isEmpty ? nil : finding(located, secrets, holders: holders, survey)
            }
        },
    )

    private static func finding(
        _ located: Survey.Located,
        _ secrets: [(step: Step, secret: LiteralSecret)],
        holders: [Fingerprint: Set<Int>],
        _ survey: Survey,
    ) -> Finding {
        let fingerprints = Set(secrets.compactMap(\.secret.fingerprint))
        let sharing = fingerprints.reduce(into: Set<Int>()) { $0.formUnion(holders[$1] ?? []) }
        let environments = Set(sharing.compactMap { survey.environment(of: survey.workflows[$0]) }).sorted()
        var evidence: [String: Evidence] = [
            "places": .list(secrets.prefix(20).map { "step `\($0.step.name)`, \($0.secret.place)" }),
            "rules": .list(Set(secrets.map(\.secret.rule)).sorted()),
            "count": .number(secrets.count),
        ]
        if !fingerprints.isEmpty {
            evidence["fingerprints"] = .list(fingerprints.map { String($0.hex.prefix(12)) }.sorted())
            evidence["workflowsWithTheSameSecret"] = .number(sharing.count)
        }
        if environments.count > 1 { evidence["environments"] = .list(environments) }
        let isExposed = environments.count > 1 || survey.environment(of: located) == "production" && sharing.count > 1
        let step = secrets.first?.step.name ?? ""
        return Finding(
            id: findingID(rule: literalSecret.id, subject: survey.stableName(of: located)),
            rule: literalSecret.id,
            severity: isExposed ? .critical : .high,
            subject: survey.subject(of: located),
            frameworks: literalSecret.frameworks + (environments.count > 1 ? ["NHI8:2025"] : []),
            evidence: evidence,
            blindSpots: [
                "whether the secret still works was not tried",
                "a secret that does not look like one, or is put together by an expression, is not found",
            ],
            remedy:
                "revoke the secret in step `\(step)` where it was issued, put its successor into a credential of the "
                + "platform, and take it out of the parameters and of every copy of this file",
        )
    }
}
