package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Revocations and rotations, newest first.
    package func revocations(
        of identity: ID<Identity>? = nil,
        open: Bool? = nil,
        page: PageRequest,
        by caller: Caller,
    ) async throws -> Page<Revocation> {
        try require(.view, by: caller)
        return try await database.read {
            try RevocationTable.list(of: identity, open: open, page: page, in: $0)
        }
    }

    package func revocation(_ reference: String, by caller: Caller) async throws -> Revocation {
        try require(.view, by: caller)
        return try await database.read { try Self.revocation(reference, in: $0) }
    }

    /// Confirms one step that is done elsewhere.
    ///
    /// `step` is its place, from 1; `evidence` says in 1 to 4,000 bytes how the caller knows.
    ///
    /// - Throws: `.conflict` when it is done already, or only Penstock or an import can confirm it.
    package func confirmStep(
        _ step: Int,
        of reference: String,
        evidence: String,
        by caller: Caller,
    ) async throws -> Revocation {
        let identity = try await database.read { connection in
            try Self.find(try Self.revocation(reference, in: connection).identity.text, in: connection)
        }
        try require(.stop, on: identity, by: caller)
        guard !evidence.isBlank, evidence.utf8.count <= 4000 else {
            throw Failure(
                .invalid,
                "a step is confirmed with evidence",
                fields: [MissingField("evidence", why: "1 to 4000 bytes: how it is known")],
            )
        }
        return try await change(by: caller) { change in
            var revocation = try Self.revocation(reference, in: change.connection)
            guard revocation.steps.indices.contains(step - 1) else {
                throw Failure(
                    .invalid,
                    "`\(revocation.id)` has no step \(step)",
                    remedy: "`penstock revocations show \(revocation.id)` numbers them",
                    fields: [MissingField("step", why: "1 to \(revocation.steps.count)")],
                )
            }
            guard revocation.closed == nil, revocation.steps[step - 1].done == nil else {
                throw Failure(.conflict, "step \(step) of `\(revocation.id)` is done already")
            }
            revocation.steps[step - 1] = revocation.steps[step - 1].done(
                evidence,
                by: change.actor.name,
                at: change.now
            )
            try change.keep(&revocation, confirmed: [step - 1], of: identity)
            return revocation
        }
    }

    /// Tells owners and security of a revocation that is not done in time.
    func overdueRevocation(_ job: Job) -> JobEffect {
        { change in
            guard let id = ID<Revocation>(job.key),
                let revocation = try RevocationTable.find(id, in: change.connection), revocation.closed == nil,
                let identity = try IdentityTable.find(revocation.identity, in: change.connection)
            else { return nil }
            let left = revocation.steps.filter { $0.done == nil }.map(\.name).joined(separator: ", ")
            change.record(
                .revocationOverdue,
                identity.subject,
                detail: ["revocation": id.text, "kind": revocation.kind.rawValue, "left": left],
            )
            try change.tell(
                [identity.owner, identity.technicalOwner] + (try change.security()),
                .revocationOverdue,
                identity.subject,
                "\(revocation.kind.rawValue) of \(identity.name) was due \(revocation.due); left: \(left)",
            )
            return nil
        }
    }

    /// Confirms what an import showed done, for all open revocations of a source.
    static func confirmRevocations(of source: ID<Source>, _ change: inout Change) throws {
        for var revocation in try RevocationTable.open(of: source, in: change.connection) {
            guard let identity = try IdentityTable.find(revocation.identity, in: change.connection) else { continue }
            let before = revocation.steps
            guard revocation.confirm(try change.sight(of: identity), at: change.now) else { continue }
            let confirmed = before.indices.filter { before[$0].done == nil && revocation.steps[$0].done != nil }
            try change.keep(&revocation, confirmed: confirmed, of: identity)
        }
    }

    private static func revocation(_ reference: String, in connection: some Connection) throws -> Revocation {
        guard let id = ID<Revocation>(reference), let found = try RevocationTable.find(id, in: connection) else {
            throw Failure(
                .notFound,
                "there is no revocation `\(reference.prefix(80))`",
                remedy: "`penstock revocations` lists them",
            )
        }
        return found
    }
}

extension Change {
    /// Writes a revocation some of whose steps were confirmed, and closes it when none is left.
    mutating func keep(_ revocation: inout Revocation, confirmed: [Int], of identity: Identity) throws {
        for place in confirmed {
            let step = revocation.steps[place]
            record(
                .revocationStepDone,
                identity.subject,
                detail: [
                    "revocation": revocation.id.text, "step": "\(place + 1)", "kind": step.kind.rawValue,
                    "name": step.name, "evidence": step.evidence ?? "",
                ],
            )
        }
        if revocation.isDone {
            try close(&revocation, nil)
        } else {
            try RevocationTable.update(revocation, in: connection)
        }
    }
}
