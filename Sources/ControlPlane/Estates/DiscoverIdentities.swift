import Domain
import SQLEngine
import Store

/// Makes identities of what was discovered, and keeps those of known things in step with their definition.
///
/// Done twice it changes nothing the second time, so that an import that was cut off can be followed up.
struct IdentityFollowing {
    let source: Source
    let generation: Int64

    func follow(_ wanted: some Collection<EstateStep>, _ change: inout Change) throws {
        let steps = try open(wanted, in: change.connection)
        var known: [String: Identity] = [:]
        for kind in [EstatePartKind.workflow, .principal] {
            let keys = steps.filter { $0.kind == kind }.map(\.key)
            let found = try IdentityTable.byKey(kind, keys, of: source.id, in: change.connection)
            for (key, identity) in found { known["\(kind.rawValue) \(key)"] = identity }
        }
        let owners = try owners(of: steps, in: change.connection)
        var added: [Identity] = []
        var updated: [Identity] = []
        for step in steps {
            let old = known["\(step.kind.rawValue) \(step.key)"]
            if let old {
                guard let next = next(old, step, at: change.now) else { continue }
                updated.append(next)
                record(step, old, next, &change)
            } else if let discovered = step.discovered, step.turn != .vanished {
                let identity = identity(of: discovered, step, owners, change.now)
                added.append(identity)
                let detail = [
                    "class": identity.classification.identityClass.rawValue, "kind": identity.kind.rawValue,
                    "source": source.description.root,
                ]
                change.record(.identityDiscovered, identity.subject, detail: detail)
                change.touch(.identity, identity.id.text)
            }
        }
        try IdentityTable.insert(added, in: change.connection)
        try IdentityTable.update(updated, in: change.connection)
        try DefinitionTable.insert(
            steps.filter { $0.turn != .added }.map { step in
                let words = DefinitionChange(
                    at: change.now,
                    before: step.before,
                    after: step.after,
                    changes: step.changes,
                    importedBy: change.actor.name,
                )
                return DefinitionTable.Entry(step.kind, key: step.key, words)
            },
            of: source.id,
            generation: generation,
            in: change.connection,
        )
        try ControlPlane.govern(steps, of: source, &change)
    }

    /// The steps that are not noted already; those that add something are noted by their identity.
    private func open(_ steps: some Collection<EstateStep>, in connection: some Connection) throws -> [EstateStep] {
        var noted: [EstatePartKind: Set<String>] = [:]
        for kind in EstatePartKind.allCases {
            let keys = steps.filter { $0.kind == kind && $0.turn != .added }.map(\.key)
            noted[kind] = try DefinitionTable.noted(kind, keys, of: source.id, generation: generation, in: connection)
        }
        return steps.filter { $0.turn == .added || noted[$0.kind]?.contains($0.key) != true }
    }

    /// The identity after a step; nil when the step changes nothing of it.
    private func next(_ old: Identity, _ step: EstateStep, at now: Instant) -> Identity? {
        var identity = old
        if step.turn == .vanished || step.discovered == nil && step.turn != .changed {
            identity.vanished = old.vanished ?? now
        } else {
            identity.vanished = nil
        }
        if let discovered = step.discovered {
            identity.name = discovered.name
            identity.kind = discovered.kind
            identity.classification = discovered.classification
            identity.touchesIdentity = discovered.touchesIdentity
            identity.reaches = discovered.reaches
        }
        guard identity != old || step.turn == .changed else { return nil }
        identity.updated = now
        return identity
    }

    private func record(_ step: EstateStep, _ old: Identity, _ new: Identity, _ change: inout Change) {
        let detail = ["source": source.description.root]
        switch step.turn {
        case .vanished: change.record(.identityVanished, new.subject, detail: detail)
        case .returned:
            change.record(.identityChanged, new.subject, detail: detail.merging(["seen": "again"]) { $1 })
        case .added, .changed:
            var changes = step.changes.map { Event.Change("definition", before: nil, after: $0) }
            let (before, after) = (old.classification.identityClass, new.classification.identityClass)
            if before != after { changes.append(Event.Change("class", before: before.rawValue, after: after.rawValue)) }
            change.record(.identityChanged, new.subject, changes: changes, detail: detail)
        }
        change.touch(.identity, new.id.text)
    }

    /// The people whom sources name as owners by their address, by that address.
    private func owners(of steps: some Collection<EstateStep>, in connection: some Connection) throws -> [String: User]
    {
        var owners: [String: User] = [:]
        for step in steps {
            guard let hint = step.discovered?.owner, hint.kind == .person else { continue }
            let address = hint.text.lowercased()
            if owners[address] == nil { owners[address] = try UserTable.find(email: address, in: connection) }
        }
        return owners
    }

    private func identity(
        of discovered: Discovered,
        _ step: EstateStep,
        _ owners: [String: User],
        _ now: Instant,
    ) -> Identity {
        var identity = Identity(
            id: ID(at: now),
            kind: discovered.kind,
            name: discovered.name,
            classification: discovered.classification,
            firstSeen: now,
        )
        identity.source = source.id
        if step.kind == .principal { identity.principal = step.key } else { identity.workflow = step.key }
        identity.environment = discovered.environment ?? source.description.environment
        identity.vendor = discovered.vendor
        identity.touchesIdentity = discovered.touchesIdentity
        identity.reaches = discovered.reaches
        if let hint = discovered.owner, hint.kind == .person { identity.owner = owners[hint.text.lowercased()]?.id }
        return identity
    }
}
