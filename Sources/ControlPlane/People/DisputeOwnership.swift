package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Says that it is not clear whose an identity is: those who may know are asked at once, others when nobody settles it,
    /// and it is suspended when nobody settles it at all, on the dates of its class.
    ///
    /// A registration that names its owner settles it.
    ///
    /// - Throws: `.conflict` when a hand-over is under way already, or the identity is retired.
    package func disputeOwnership(
        of reference: String,
        reason: String,
        by caller: Caller,
    ) async throws -> Handover {
        let before = try await database.read { try Self.find(reference, in: $0) }
        try require(.request, on: before, by: caller)
        guard !reason.isBlank, reason.utf8.count <= 4000 else {
            throw Failure(
                .invalid,
                "a dispute says what it is about",
                fields: [
                    MissingField("reason", why: "who says that it is theirs, or why nobody knows: 1 to 4000 bytes")
                ],
            )
        }
        return try await change(by: caller) { change in
            let identity = try Self.find(before.id.text, in: change.connection)
            guard identity.state != .retired else {
                throw Failure(.conflict, "`\(identity.name)` is retired, and nothing follows retirement")
            }
            let handover = Handover(
                identity: identity.id,
                cause: .disputed,
                departed: identity.owner,
                reason: reason,
                began: change.now,
            )
            guard try HandoverTable.begin(handover, in: change.connection) else {
                let known = try HandoverTable.find(identity.id, in: change.connection)
                throw Failure(
                    .conflict,
                    "`\(identity.name)` is being handed over since \(known?.began ?? change.now)",
                    remedy: "`penstock identity register \(identity.id) --owner EMAIL` ends that",
                )
            }
            let identityClass = identity.classification.identityClass
            change.record(
                .handoverAsked,
                identity.subject,
                detail: [
                    "cause": handover.cause.rawValue, "reason": reason,
                    "escalates": handover.escalates(identityClass).text,
                    "suspends": handover.suspends(identityClass).text,
                ],
            )
            change.touch(.identity, identity.id.text)
            return handover
        }
    }

    /// Ends the hand-over of what somebody answers for again.
    ///
    /// What is disputed ends only by a registration that names an owner.
    static func settle(
        _ identity: Identity,
        naming owner: Bool,
        request: ID<ChangeRequest>,
        _ change: inout Change,
    ) throws {
        guard let handover = try HandoverTable.find(identity.id, in: change.connection),
            handover.cause == .departed || owner
        else { return }
        try HandoverTable.end(identity.id, in: change.connection)
        change.record(
            .handoverDone,
            identity.subject,
            detail: [
                "cause": handover.cause.rawValue, "request": request.text,
                "owner": try identity.owner.flatMap { try UserTable.find($0, in: change.connection)?.email } ?? "",
            ],
        )
    }
}
