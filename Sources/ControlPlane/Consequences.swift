import Domain
import SQLEngine
import Store

/// What follows from every change, in the same transaction: whoever asked for it need not know.
enum Consequences {
    static func follow(_ change: inout Change) throws {
        try change.checkTouchedExceptions()
        try change.reviewWhatChanged()
        try change.tellOwners()
        try change.sendEvents()
    }
}

extension Change {
    /// Whoever answers for an identity is told when it stops or goes on.
    fileprivate func tellOwners() throws {
        for event in recorded where event.kind == .stopped || event.kind == .resumed {
            guard let subject = event.subject, let id = ID<Identity>(subject.id),
                let identity = try IdentityTable.find(id, in: connection)
            else { continue }
            let what = event.kind == .stopped ? "was stopped" : "may act again"
            try tell(
                [identity.owner, identity.technicalOwner, identity.backupApprover],
                event.kind,
                subject,
                "\(identity.name) \(what), by \(event.actor.name): \(event.detail["reason"] ?? "no reason given")",
            )
        }
    }
}
