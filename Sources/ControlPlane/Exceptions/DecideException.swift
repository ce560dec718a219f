package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Accepts a risk that somebody else asked to have accepted; its controls must hold at that moment.
    package func acceptException(_ id: ID<RiskException>, by caller: Caller) async throws -> RiskException {
        try await requireDecision(on: id, by: caller)
        return try await change(by: caller) { change in
            var exception = try Self.exception(id, in: change.connection)
            guard exception.state == .proposed else {
                throw Failure(.conflict, "exception `\(id)` is \(exception.state.rawValue)")
            }
            guard exception.ends > change.now else {
                throw Failure(.conflict, "exception `\(id)` would have ended at \(exception.ends)")
            }
            try change.check(&exception)
            if let failing = exception.checks.first(where: { !$0.holds }) {
                throw Failure(
                    .conflict,
                    "`\(failing.kind.rawValue)` does not hold: \(failing.evidence)",
                    remedy: "make it hold first; `penstock exceptions wrap` shows how",
                )
            }
            exception.state = .active
            exception.decided = change.now
            exception.decidedBy = change.actor.name
            try RiskExceptionTable.update(exception, in: change.connection)
            try JobTable.put(.endException, id.text, at: exception.ends, in: change.connection)
            change.record(.exceptionAccepted, exception.about, detail: exception.detail)
            change.touch(.riskException, id.text)
            try change.tell(
                [exception.owner],
                .exceptionAccepted,
                exception.about,
                "\(exception.rule) on \(exception.subject.name) is accepted until \(exception.ends.date)",
            )
            return exception
        }
    }

    /// Refuses what was proposed, or ends what was accepted, with a reason.
    package func endException(
        _ id: ID<RiskException>,
        reason: String,
        by caller: Caller,
    ) async throws -> RiskException {
        let before = try await database.read { try Self.exception(id, in: $0) }
        var isTheirs = before.proposedBy == caller.actor.id
        if case .user(let user) = caller { isTheirs = isTheirs || before.owner == user.id }
        // To give up what one asked for oneself needs nobody else.
        if !isTheirs { try await requireDecision(on: id, by: caller) }
        guard !reason.isBlank, reason.utf8.count <= 2000 else {
            throw Failure(.invalid, "that needs a reason", fields: [MissingField("reason", why: "at most 2000 bytes")])
        }
        return try await change(by: caller) { change in
            var exception = try Self.exception(id, in: change.connection)
            switch exception.state {
            case .proposed: try change.close(&exception, .refused, .exceptionRefused, reason)
            case .active: try change.close(&exception, .ended, .exceptionEnded, reason)
            case .broken, .ended, .refused:
                throw Failure(.conflict, "exception `\(id)` is \(exception.state.rawValue) already")
            }
            return exception
        }
    }

    package func exceptions(
        state: RiskException.State?,
        page: PageRequest,
        by caller: Caller,
    ) async throws -> Page<RiskException> {
        try require(.view, by: caller)
        return try await database.read { try RiskExceptionTable.list(state: state, page: page, in: $0) }
    }

    package func exception(_ id: ID<RiskException>, by caller: Caller) async throws -> RiskException {
        try require(.view, by: caller)
        return try await database.read { try Self.exception(id, in: $0) }
    }

    private func requireDecision(on id: ID<RiskException>, by caller: Caller) async throws {
        let exception = try await database.read { try Self.exception(id, in: $0) }
        var own = exception.proposedBy == caller.actor.id
        if case .user(let user) = caller {
            // Another account of the same person is the same person, and an owner does not accept their own risk.
            own = own || exception.proposedByPerson == user.personKey || exception.owner == user.id
        }
        let identity = try await database.read { connection in
            try exception.identities.first.flatMap { try IdentityTable.find($0, in: connection) }
        }
        try require(.acceptRisk, on: identity, own: own, by: caller)
    }

    static func exception(_ id: ID<RiskException>, in connection: some Connection) throws -> RiskException {
        guard let exception = try RiskExceptionTable.find(id, in: connection) else {
            throw Failure(.notFound, "there is no exception `\(id)`", remedy: "`penstock exceptions` lists them")
        }
        return exception
    }
}
