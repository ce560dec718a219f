import Domain

extension Rule {
    /// One secret in two environments: what leaks in a test opens production.
    static let secretAcrossEnvironments = Rule(
        id: "secret-across-environments",
        title: "one secret is in several environments",
        frameworks: ["NHI8:2025", "NHI9:2025", "PR.AA-02", "CCM IAM-13"],
        run: { survey in
            var places: [Fingerprint: [Held]] = [:]
            for read in survey.inventory.places {
                let source = read.estate.source
                for credential in read.estate.credentials {
                    guard let fingerprint = credential.fingerprint,
                        let environment = credential.environment ?? source.environment
                    else { continue }
                    let name = "credential `\(credential.reference.name ?? credential.key)` of `\(source.root)`"
                    places[fingerprint, default: []].append(Held(environment: environment, name: name, path: ""))
                }
            }
            for located in survey.workflows where located.vanished == nil && !survey.isRetired(located) {
                guard let environment = survey.environment(of: located) else { continue }
                for step in located.workflow.steps {
                    for secret in step.literalSecrets {
                        guard let fingerprint = secret.fingerprint else { continue }
                        let name = "step `\(step.name)` of `\(located.workflow.name)`"
                        places[fingerprint, default: []].append(
                            Held(environment: environment, name: name, path: located.workflow.path)
                        )
                    }
                }
            }
            return places.sorted { $0.key.hex < $1.key.hex }.compactMap { finding($0.key, $0.value) }
        },
    )

    private struct Held {
        var environment: String
        var name: String
        var path: String
    }

    private static func finding(_ fingerprint: Fingerprint, _ held: [Held]) -> Finding? {
        let environments = Set(held.map(\.environment)).sorted()
        guard environments.count > 1 else { return nil }
        let short = String(fingerprint.hex.prefix(12))
        return Finding(
            id: findingID(rule: secretAcrossEnvironments.id, subject: fingerprint.hex),
            rule: secretAcrossEnvironments.id,
            severity: environments.contains("production") ? .critical : .high,
            subject: Finding.Subject(
                kind: "credential",
                id: "fingerprint|\(short)",
                name: held[0].name,
                path: held.first { !$0.path.isEmpty }?.path ?? "",
            ),
            frameworks: secretAcrossEnvironments.frameworks,
            evidence: [
                "environments": .list(environments),
                "places": .list(held.prefix(30).map { "\($0.environment): \($0.name)" }),
                "count": .number(held.count),
                "fingerprint": .text(short),
            ],
            blindSpots: ["whether the secret still works was not tried"],
            remedy: "make a secret of its own for each of \(environments.joined(separator: ", ")), production first, "
                + "and revoke this one",
        )
    }
}
