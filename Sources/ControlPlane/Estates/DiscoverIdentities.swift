import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Makes an identity of each new workflow, and keeps those of known ones in step with their definition.
    static func discover(_ comparison: EstateComparison, of source: Source, _ change: inout Change) throws {
        let everybody = try UserTable.all(in: change.connection).map { ($0.email, $0) }
        let people = Dictionary(uniqueKeysWithValues: everybody)
        let known = try IdentityTable.byWorkflow(of: source.id, in: change.connection)
        var added: [Identity] = []
        for workflow in comparison.added where known[workflow.key] == nil {
            added.append(identity(of: workflow, source, people, change.now))
        }
        try IdentityTable.insert(added, in: change.connection)
        for identity in added {
            change.record(
                .identityDiscovered,
                identity.subject,
                detail: ["class": identity.classification.identityClass.rawValue, "source": source.description.root],
            )
            change.touch(.identity, identity.id.text)
        }
        for changed in comparison.changed {
            guard var identity = known[changed.new.key] else { continue }
            identity.name = changed.new.name
            identity.classification = Classification(of: changed.new.steps)
            identity.vanished = nil
            identity.updated = change.now
            try IdentityTable.update(identity, in: change.connection)
            change.record(
                .identityChanged,
                identity.subject,
                changes: changed.changes.map { Event.Change("definition", before: nil, after: $0) },
                detail: ["source": source.description.root],
            )
            change.touch(.identity, identity.id.text)
        }
        for workflow in comparison.returned {
            guard var identity = known[workflow.key] else { continue }
            identity.vanished = nil
            identity.updated = change.now
            try IdentityTable.update(identity, in: change.connection)
            change.record(.identityChanged, identity.subject, detail: ["seen": "again"])
            change.touch(.identity, identity.id.text)
        }
        for workflow in comparison.vanished {
            guard var identity = known[workflow.key] else { continue }
            identity.vanished = change.now
            identity.updated = change.now
            try IdentityTable.update(identity, in: change.connection)
            change.record(.identityVanished, identity.subject, detail: ["source": source.description.root])
            change.touch(.identity, identity.id.text)
        }
    }

    private static func identity(
        of workflow: Workflow,
        _ source: Source,
        _ people: [String: User],
        _ now: Instant,
    ) -> Identity {
        var identity = Identity(
            id: ID(at: now),
            kind: .workflow,
            name: workflow.name,
            classification: Classification(of: workflow.steps),
            firstSeen: now,
        )
        identity.source = source.id
        identity.workflow = workflow.key
        identity.environment = workflow.environment ?? source.description.environment
        if let hint = workflow.owner, hint.kind == .person { identity.owner = people[hint.text.lowercased()]?.id }
        return identity
    }
}
