import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// What an import means for identities that are governed already: what its source switched off is suspended and loses
    /// its approvals, what changed loses the approvals that were given for something else.
    static func govern(_ steps: [EstateStep], of source: Source, _ change: inout Change) throws {
        for kind in [EstatePartKind.workflow, .principal] {
            let touched = steps.filter { $0.kind == kind && $0.turn != .added }
            let known = try IdentityTable.byKey(kind, touched.map(\.key), of: source.id, in: change.connection)
            for step in touched {
                guard let identity = known[step.key] else { continue }
                if step.turn == .vanished {
                    let reason = "its source shows it no more"
                    try disable(identity, reason, &change)
                    if [.active, .suspended].contains(identity.state) {
                        _ = try change.openOffboarding(of: identity, because: reason, done: [])
                    }
                } else if try isOff(identity, in: change.connection) {
                    try disable(identity, "its source switched it off", &change)
                } else {
                    try noteDrift(of: identity, &change)
                }
            }
        }
    }

    static func isOff(_ identity: Identity, in connection: some Connection) throws -> Bool {
        guard let source = identity.source else { return false }
        if let key = identity.workflow, let workflow = try WorkflowTable.find(key, of: source, in: connection) {
            return workflow.part.active == false || workflow.part.archived
        }
        if let key = identity.principal, let principal = try PrincipalTable.find(key, of: source, in: connection) {
            return principal.part.active == false
        }
        return false
    }

    private static func disable(_ identity: Identity, _ reason: String, _ change: inout Change) throws {
        for approval in try ApprovalTable.holding(of: identity.id, at: change.now, in: change.connection) {
            guard let request = try RequestTable.find(approval.request, in: change.connection) else { continue }
            try void(approval, of: request, because: reason, &change)
        }
        for var request in try RequestTable.open(of: identity.id, in: change.connection) {
            try end(&request, .void, reason, &change)
        }
        // The end of its request may have moved it.
        guard let current = try IdentityTable.find(identity.id, in: change.connection),
            LifecycleTransition.disable.from.contains(current.state)
        else { return }
        try suspend(current, .disable, by: .source, because: reason, &change)
    }

    private static func noteDrift(of identity: Identity, _ change: inout Change) throws {
        guard let drift = try voidDrifted(identity, &change),
            var current = try IdentityTable.find(
                identity.id,
                in: change.connection,
            )
        else { return }
        current.drift = drift
        current.updated = change.now
        try IdentityTable.update(current, in: change.connection)
        change.touch(.identity, current.id.text)
        try change.openRotation(of: current, because: "it changed: \(drift)")
    }

    /// New workflows of the same graph as an older one of their source, whose credential or callback they carry, each with
    /// the key of that one.
    static func copies(
        among added: Set<String>,
        of source: ID<Source>,
        in connection: some Connection,
    ) throws -> [(copy: String, original: String)] {
        var groups: [String: [Workflow]] = [:]
        try WorkflowTable.forEachPresent(of: source, in: connection) { stored in
            if let key = stored.part.graphKey { groups[key, default: []].append(stored.part) }
        }
        var pairs: [(copy: String, original: String)] = []
        for group in groups.sorted(by: { $0.key < $1.key }).map(\.value) where group.count > 1 {
            let sorted = group.sorted { isOlder($0, $1, added) }
            for (place, workflow) in sorted.enumerated() where added.contains(workflow.key) {
                guard let original = sorted[..<place].first(where: { $0.sharesAccess(with: workflow) }) else {
                    continue
                }
                pairs.append((workflow.key, original.key))
            }
        }
        return pairs
    }

    /// Quarantines copies that nobody has asked anything for.
    static func quarantine(
        _ pairs: [(copy: String, original: String)],
        of source: ID<Source>,
        _ change: inout Change,
    ) throws {
        let keys = pairs.flatMap { [$0.copy, $0.original] }
        let known = try IdentityTable.byKey(.workflow, keys, of: source, in: change.connection)
        for pair in pairs {
            guard let copied = known[pair.original], var identity = known[pair.copy], identity.state == .discovered
            else {
                continue
            }
            identity.copyOf = copied.copyOf ?? copied.id
            try move(identity, .quarantine, by: .source, detail: ["copyOf": copied.name], &change)
        }
    }

    /// What was there before comes first, then what was made earlier, as far as the source says; then by name, since
    /// platforms name a copy by adding to the name of the original.
    private static func isOlder(_ left: Workflow, _ right: Workflow, _ added: Set<String>) -> Bool {
        func rank(_ workflow: Workflow) -> (Int, Int64, String, String) {
            (
                added.contains(workflow.key) ? 1 : 0, workflow.createdAt?.microseconds ?? .max, workflow.name,
                workflow.key
            )
        }
        return rank(left) < rank(right)
    }
}

extension Workflow {
    /// Whether it uses a credential of the other's, or is started at the same address.
    fileprivate func sharesAccess(with other: Workflow) -> Bool {
        !credentialKeys.isDisjoint(with: other.credentialKeys) || !callbackPaths.isDisjoint(with: other.callbackPaths)
    }

    private var credentialKeys: Set<String> { Set(steps.flatMap { $0.credentials.map(\.key) }) }
    private var callbackPaths: Set<String> {
        Set(triggers.compactMap { $0.callback?.path }.filter { !$0.isEmpty })
    }
}
