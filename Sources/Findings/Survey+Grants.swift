import Domain

extension Survey {
    /// An active identity with its open grants, each with the system it names.
    struct Holder {
        var identity: Identity
        var holds: [(grant: Grant, system: System)]
    }

    /// Active identities that hold a grant, by id.
    var holders: [Holder] {
        let systems = Dictionary(inventory.systems.map { ($0.name, $0) }) { first, _ in first }
        let grants = Dictionary(grouping: inventory.grants, by: \.identity)
        return inventory.identities.filter { $0.state == .active }.sorted { $0.id < $1.id }.compactMap { identity in
            let holds = (grants[identity.id] ?? []).compactMap { grant in
                systems[grant.resource.system].map { (grant, $0) }
            }
            return holds.isEmpty ? nil : Holder(identity: identity, holds: holds)
        }
    }

    /// A finding about an identity and what it was granted.
    func finding(
        _ rule: Rule,
        on holder: Holder,
        _ severity: Finding.Severity,
        evidence: [String: Evidence],
        remedy: String,
    ) -> Finding {
        var evidence = evidence
        evidence["class"] = .text(holder.identity.classification.identityClass.rawValue)
        return Finding(
            id: findingID(rule: rule.id, subject: holder.identity.id.text),
            rule: rule.id,
            severity: severity,
            subject: Finding.Subject(
                kind: "identity",
                id: holder.identity.id.text,
                name: holder.identity.name,
                path: "",
            ),
            frameworks: rule.frameworks,
            evidence: evidence,
            blindSpots: ["access that was not granted here is not looked at"],
            remedy: remedy,
        )
    }
}
