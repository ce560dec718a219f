package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Accepts a risk in one of the places that its route names; its controls must hold when the last one is filled.
    package func acceptException(_ id: ID<RiskException>, by caller: Caller) async throws -> RiskException {
        try await decide(id, RequestDecision(.approved), by: caller)
    }

    /// Refuses what was proposed, takes it back, or ends what was accepted, with a reason.
    package func endException(
        _ id: ID<RiskException>,
        reason: String,
        by caller: Caller,
    ) async throws -> RiskException {
        let before = try await database.read { try Self.exception(id, in: $0) }
        guard !reason.isBlank, reason.utf8.count <= 2000 else {
            throw Failure(.invalid, "that needs a reason", fields: [MissingField("reason", why: "at most 2000 bytes")])
        }
        var isTheirs = before.proposedBy == Requester(caller).id
        if case .user(let user) = caller { isTheirs = isTheirs || before.owner == user.id }
        if before.state == .proposed {
            guard before.proposedBy == Requester(caller).id else {
                return try await decide(id, RequestDecision(.refused, reason: reason), by: caller)
            }
            _ = try await withdrawRequest(before.request.text, reason: reason, by: caller)
            return try await exception(id, by: caller)
        }
        // To give up what one asked for oneself needs nobody else.
        if !isTheirs {
            let identity = try await database.read { connection in
                try before.identities.first.flatMap { try IdentityTable.find($0, in: connection) }
            }
            try require(.acceptRisk, on: identity, by: caller)
        }
        return try await change(by: caller) { change in
            var exception = try Self.exception(id, in: change.connection)
            guard exception.state == .active else {
                throw Failure(.conflict, "exception `\(id)` is \(exception.state.rawValue) already")
            }
            try change.close(&exception, .ended, .exceptionEnded, reason)
            return exception
        }
    }

    private func decide(
        _ id: ID<RiskException>,
        _ decision: RequestDecision,
        by caller: Caller,
    ) async throws -> RiskException {
        let request = try await database.read { connection in
            let exception = try Self.exception(id, in: connection)
            guard exception.state == .proposed else {
                throw Failure(.conflict, "exception `\(id)` is \(exception.state.rawValue)")
            }
            return exception.request
        }
        _ = try await decideRequest(request.text, decision, by: caller)
        return try await database.read { try Self.exception(id, in: $0) }
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

    static func exception(_ id: ID<RiskException>, in connection: some Connection) throws -> RiskException {
        guard let exception = try RiskExceptionTable.find(id, in: connection) else {
            throw Failure(.notFound, "there is no exception `\(id)`", remedy: "`penstock exceptions` lists them")
        }
        return exception
    }
}
