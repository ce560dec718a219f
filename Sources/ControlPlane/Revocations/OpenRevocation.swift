import Domain
import SQLEngine
import Store

extension Change {
    /// Opens the offboarding of an identity that ends.
    ///
    /// What Penstock did itself is done in it already, what is left in its source is to be confirmed. A rotation that is
    /// open ends with it.
    mutating func openOffboarding(
        of identity: Identity,
        because reason: String,
        done: [Revocation.Step],
    ) throws -> Revocation {
        for var open in try RevocationTable.open(of: identity.id, in: connection) {
            if open.kind == .offboarding { return open }
            try close(&open, "the identity ends")
        }
        var steps = done
        if identity.source != nil { steps.append(Revocation.Step(.sourceOff, name: identity.name)) }
        for credential in try ownCredentials(of: identity) {
            let name = credential.reference.name ?? credential.key
            steps.append(Revocation.Step(.credentialRemoved, credential: credential.key, name: name))
        }
        return try open(.offboarding, of: identity, because: reason, steps)
    }

    /// Opens the rotation of everything an identity uses, or of some of its credentials by key; one that is open goes on.
    ///
    /// - Returns: nil when it uses no credential that is known.
    @discardableResult
    mutating func openRotation(
        of identity: Identity,
        because reason: String,
        only keys: Set<String>? = nil,
    ) throws -> Revocation? {
        let open = try RevocationTable.open(of: identity.id, in: connection)
        if let first = open.first { return first }
        let wanted = try credentials(of: identity).filter { keys?.contains($0.key) ?? true }
        let steps = wanted.map { credential in
            Revocation.Step(
                .credentialChanged,
                credential: credential.key,
                name: credential.reference.name ?? credential.key,
                before: credential.mark,
            )
        }
        return steps.isEmpty ? nil : try self.open(.rotation, of: identity, because: reason, steps)
    }

    private mutating func open(
        _ kind: Revocation.Kind,
        of identity: Identity,
        because reason: String,
        _ steps: [Revocation.Step],
    ) throws -> Revocation {
        var revocation = Revocation(
            id: ID(at: now),
            identity: identity.id,
            kind: kind,
            reason: reason,
            opened: now,
            openedBy: actor.name,
            due: now + identity.classification.identityClass.revocation,
            steps: steps,
        )
        _ = revocation.confirm(try sight(of: identity), at: now)
        try RevocationTable.insert(revocation, in: connection)
        try JobTable.put(.overdueRevocation, revocation.id.text, at: revocation.due, in: connection)
        let left = revocation.steps.filter { $0.done == nil }
        record(
            .revocationOpened,
            identity.subject,
            detail: [
                "revocation": revocation.id.text, "kind": kind.rawValue, "reason": reason, "due": revocation.due.text,
                "left": left.map(\.name).joined(separator: ", "),
            ],
        )
        if left.isEmpty {
            try close(&revocation, nil)
        } else {
            try tell(
                [identity.owner, identity.technicalOwner],
                .revocationOpened,
                identity.subject,
                "\(kind.rawValue) of \(identity.name) (\(reason)): \(left.count) steps are left, "
                    + "due \(revocation.due)",
            )
        }
        return revocation
    }

    /// Closes a revocation; `unfinished` says why, when steps are left.
    mutating func close(_ revocation: inout Revocation, _ unfinished: String?) throws {
        revocation.closed = now
        try RevocationTable.update(revocation, in: connection)
        try JobTable.remove(.overdueRevocation, revocation.id.text, in: connection)
        record(
            .revocationClosed,
            try IdentityTable.find(revocation.identity, in: connection)?.subject,
            detail: [
                "revocation": revocation.id.text, "kind": revocation.kind.rawValue,
                "steps": "\(revocation.steps.count)", "unfinished": unfinished ?? "",
            ],
        )
    }

    /// The credentials of its source that an identity uses, by key.
    private func credentials(of identity: Identity) throws -> [Credential] {
        guard let source = identity.source else { return [] }
        let keys = try credentialKeys(of: identity, in: source)
        return try CredentialTable.find(keys.sorted(), of: source, in: connection).values
            .filter { $0.vanished == nil }.map(\.part).sorted { $0.key < $1.key }
    }

    /// Those of its credentials that nothing else uses.
    private func ownCredentials(of identity: Identity) throws -> [Credential] {
        guard let source = identity.source else { return [] }
        return try credentials(of: identity).filter { credential in
            let workflows = try CredentialUseTable.users(of: credential.key, kind: .workflow, in: source, connection)
            let accounts = try CredentialUseTable.users(of: credential.key, kind: .principal, in: source, connection)
            return workflows.allSatisfy { $0 == identity.workflow } && accounts.allSatisfy { $0 == identity.principal }
        }
    }

    private func credentialKeys(of identity: Identity, in source: ID<Source>) throws -> Set<String> {
        var keys: Set<String> = []
        if let key = identity.workflow, let found = try WorkflowTable.find(key, of: source, in: connection) {
            keys.formUnion(found.part.steps.flatMap { $0.credentials.map(\.key) })
        }
        if let key = identity.principal, let found = try PrincipalTable.find(key, of: source, in: connection) {
            keys.formUnion(found.part.credentials.map(\.key))
        }
        return keys
    }

    /// What the last import showed of an identity.
    func sight(of identity: Identity) throws -> Revocation.Sight {
        guard let source = identity.source else { return Revocation.Sight(isOff: true, used: [], marks: [:]) }
        let isOff = try identity.vanished != nil || ControlPlane.isOff(identity, in: connection)
        let used = identity.vanished == nil ? try credentialKeys(of: identity, in: source) : []
        var marks: [String: String] = [:]
        let open = try RevocationTable.open(of: identity.id, in: connection)
        let keys = used.union(open.flatMap { $0.steps.compactMap(\.credential) })
            .union(try credentialKeys(of: identity, in: source))
        for (key, stored) in try CredentialTable.find(keys.sorted(), of: source, in: connection)
        where stored.vanished == nil {
            marks[key] = stored.part.mark ?? ""
        }
        return Revocation.Sight(isOff: isOff, used: used, marks: marks)
    }
}
