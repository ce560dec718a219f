package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Closes a break-glass before its end.
    package func closeBreakGlass(_ id: ID<BreakGlass>, by caller: Caller) async throws -> BreakGlass {
        let glass = try await database.read { try Self.glass(id, in: $0) }
        if case .user(let user) = caller, user.id == glass.person {
            // Whoever opened it may always end it.
        } else {
            let identity = try await database.read { try Self.find(glass.identity.text, in: $0) }
            try require(.stop, on: identity, by: caller)
        }
        return try await change(by: caller) { change in
            let glass = try Self.glass(id, in: change.connection)
            guard glass.state == .open else { throw Failure(.conflict, "break-glass `\(id)` is over already") }
            return try change.close(glass)
        }
    }

    /// Closes a break-glass whose time is over.
    func endedBreakGlass(_ job: Job) -> JobEffect {
        { change in
            guard let id = ID<BreakGlass>(job.key), let glass = try BreakGlassTable.find(id, in: change.connection),
                glass.state == .open
            else { return nil }
            _ = try change.close(glass)
            return nil
        }
    }

    /// Says whether what was done was justified; until somebody else did, person and identity cannot do it again.
    package func reviewBreakGlass(
        _ id: ID<BreakGlass>,
        _ verdict: BreakGlass.Verdict,
        note: String,
        by caller: Caller,
    ) async throws -> BreakGlass {
        let glass = try await database.read { try Self.glass(id, in: $0) }
        let identity = try await database.read { try Self.find(glass.identity.text, in: $0) }
        var own = false
        if case .user(let user) = caller {
            let person = try await database.read { try UserTable.find(glass.person, in: $0) }
            // Another account of the same person is the same person.
            own = user.id == glass.person || user.personKey == person?.personKey
        }
        // Who opened it for somebody else does not review it either.
        if let request = try await database.read({ connection in
            try glass.request.flatMap { try RequestTable.find($0, in: connection) }
        }) {
            own = own || request.requester.id == Requester(caller).id
        }
        try require(.review, on: identity, own: own, by: caller)
        guard !note.isBlank, note.utf8.count <= 4000 else {
            throw Failure(
                .invalid,
                "a review says what was found",
                fields: [MissingField("note", why: "what was done, and whether it was undone; at most 4000 bytes")],
            )
        }
        return try await change(by: caller) { change in
            var glass = try Self.glass(id, in: change.connection)
            guard glass.state == .closed else {
                throw Failure(.conflict, "break-glass `\(id)` is \(glass.state.rawValue)")
            }
            glass.reviewed = change.now
            glass.reviewedBy = change.actor.name
            glass.verdict = verdict
            glass.review = note
            try BreakGlassTable.update(glass, in: change.connection)
            change.record(
                .breakGlassReviewed,
                identity.subject,
                detail: ["breakGlass": id.text, "verdict": verdict.rawValue, "note": note],
            )
            try change.tell(
                [glass.person, identity.owner],
                .breakGlassReviewed,
                identity.subject,
                "the break-glass of \(glass.personEmail) was found \(verdict.rawValue): \(note)",
            )
            return glass
        }
    }

    package func breakGlasses(
        state: BreakGlass.State?,
        page: PageRequest,
        by caller: Caller,
    ) async throws -> Page<BreakGlass> {
        try require(.view, by: caller)
        return try await database.read { try BreakGlassTable.list(state: state, page: page, in: $0) }
    }
}

extension Change {
    mutating func close(_ open: BreakGlass) throws -> BreakGlass {
        var glass = open
        glass.closed = now
        try BreakGlassTable.update(glass, in: connection)
        if let grant = glass.grant, try GrantTable.revoke(grant, at: now, in: connection) {
            touch(.grant, grant.text)
        }
        if let request = glass.request { try ControlPlane.close(request, "the time box closed", self) }
        let leases = try LeaseTable.revokeAll(
            of: glass.identity,
            task: glass.task,
            at: now,
            in: connection,
        )
        touch(.leases, glass.identity.text)
        let identity = try IdentityTable.find(glass.identity, in: connection)
        record(
            .breakGlassClosed,
            identity?.subject,
            detail: ["breakGlass": glass.id.text, "person": glass.personEmail, "leasesRevoked": "\(leases)"],
        )
        try tellOf(glass, .breakGlassClosed, "is done breaking the glass; a review must say whether it was justified:")
        return glass
    }
}
