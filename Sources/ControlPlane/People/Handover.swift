import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Begins the hand-over of everything that somebody who is gone answers for: the backup is asked, in the log and with
    /// a request for each identity that only needs their yes.
    static func beginHandover(from user: User, _ change: inout Change) throws {
        for identity in try IdentityTable.owned(by: user.id, in: change.connection)
        where [.active, .proposed, .suspended].contains(identity.state) {
            let handover = Handover(identity: identity.id, departed: user.id, began: change.now)
            guard try HandoverTable.begin(handover, in: change.connection) else { continue }
            let days = identity.classification.identityClass.handover
            change.record(
                .handoverAsked,
                identity.subject,
                detail: [
                    "cause": handover.cause.rawValue, "departed": user.email,
                    "backup": try email(of: identity.backupApprover, change) ?? "",
                    "escalates": (change.now + days.escalation).text, "suspends": (change.now + days.suspension).text,
                ],
            )
        }
    }

    /// Ends hand-overs from somebody who is back.
    static func endHandover(to user: User, _ change: inout Change) throws {
        for handover in try HandoverTable.all(in: change.connection)
        where handover.cause == .departed && handover.departed == user.id {
            guard let identity = try IdentityTable.find(handover.identity, in: change.connection) else { continue }
            try HandoverTable.end(identity.id, in: change.connection)
            change.record(
                .handoverDone,
                identity.subject,
                detail: ["owner": user.email, "because": "the owner is back"]
            )
        }
    }

    private static func email(of id: ID<User>?, _ change: Change) throws -> String? {
        try id.flatMap { try UserTable.find($0, in: change.connection)?.email }
    }
}
