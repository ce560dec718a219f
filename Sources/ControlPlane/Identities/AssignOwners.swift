package import Domain
import SQLEngine
import Store

/// Who is to answer for many identities at once: after a merger, or when somebody leaves.
package struct OwnershipOrder: Sendable, Hashable {
    /// Which identities; those that are retired are left out.
    package var filter: IdentityFilter
    /// Addresses or ids of people; nil leaves who is there.
    package var owner: String
    package var technicalOwner: String?
    package var backupApprover: String?
    package var reason: String

    package init(
        filter: IdentityFilter,
        owner: String,
        technicalOwner: String? = nil,
        backupApprover: String? = nil,
        reason: String,
    ) {
        self.filter = filter
        self.owner = owner
        self.technicalOwner = technicalOwner
        self.backupApprover = backupApprover
        self.reason = reason
    }
}

extension ControlPlane {
    private static var mostAssigned: Int { 10_000 }

    /// Assigns owners to every identity that a filter takes.
    ///
    /// What is not in use yet is changed at once. For what is, a change of owner is a request like any other: policy says
    /// whether the caller may make it alone. One that cannot be changed is told with the reason, and stops no other.
    package func assignOwners(_ order: OwnershipOrder, by caller: Caller) async throws -> OwnershipReport {
        try require(.view, by: caller)
        guard !order.reason.isBlank, order.reason.utf8.count <= 4000 else {
            throw Failure(
                .invalid,
                "to hand over needs a reason",
                fields: [MissingField("reason", why: "1 to 4000 bytes")]
            )
        }
        var report = OwnershipReport()
        for identity in try await wanted(by: order) where identity.state != .retired {
            do {
                switch identity.state {
                case .discovered, .quarantined:
                    try require(.register, on: identity, by: caller)
                    try await assign(order, to: identity, by: caller)
                    report.assigned.append(identity.id)
                case .proposed, .active, .suspended, .retired:
                    let request = try await openRequest(
                        NewRequest(
                            .register,
                            identity: identity.id.text,
                            registration: order.registration,
                            reason: order.reason,
                        ),
                        by: caller,
                    )
                    if request.state == .open {
                        report.asked.append(request.id)
                    } else {
                        report.assigned.append(identity.id)
                    }
                }
            } catch let failure as Failure {
                report.refused.append(
                    OwnershipReport.Refused(identity: identity.id, name: identity.name, why: failure.message)
                )
            }
        }
        return report
    }

    private func wanted(by order: OwnershipOrder) async throws -> [Identity] {
        try await database.read { connection in
            let count = try IdentityTable.count(order.filter, in: connection)
            guard count <= Self.mostAssigned else {
                throw Failure(
                    .invalid,
                    "\(count) identities would change hands at once",
                    remedy: "narrow it down to \(Self.mostAssigned): by source, environment, kind …",
                )
            }
            var found: [Identity] = []
            var page = PageRequest(limit: 200)
            while true {
                let part = try IdentityTable.list(order.filter, page: page, in: connection)
                found += part.items
                guard let next = part.next else { return found }
                page = PageRequest(limit: 200, cursor: next)
            }
        }
    }

    private func assign(_ order: OwnershipOrder, to known: Identity, by caller: Caller) async throws {
        try await change(by: caller) { change in
            let old = try Self.find(known.id.text, in: change.connection)
            var identity: Identity? = old
            for (reference, field, place) in [
                (order.owner, "owner", \Identity.owner),
                (order.technicalOwner, "technicalOwner", \Identity.technicalOwner),
                (order.backupApprover, "backupApprover", \Identity.backupApprover),
            ] {
                guard let reference else { continue }
                identity?[keyPath: place] = try Self.responsible(reference, field, in: change.connection).id
            }
            guard var identity, identity != old else { return }
            guard identity.owner != identity.backupApprover else {
                throw Failure(
                    .invalid,
                    "`\(identity.name)` has that person as its backup",
                    fields: [MissingField("backupApprover", why: "must be another person than the owner")],
                )
            }
            identity.updated = change.now
            try IdentityTable.update(identity, in: change.connection)
            change.record(
                .identityChanged,
                identity.subject,
                changes: identity.changes(since: old),
                detail: ["reason": order.reason],
            )
            change.touch(.identity, identity.id.text)
        }
    }
}

extension OwnershipOrder {
    fileprivate var registration: Registration {
        var registration = Registration()
        registration.owner = owner
        registration.technicalOwner = technicalOwner
        registration.backupApprover = backupApprover
        return registration
    }
}
