package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Fills in who answers for an identity, what it is for and until when; it becomes active when nothing is missing.
    ///
    /// What the registration leaves out stays as it is. Where nothing was ever said, the renewal date is the class's
    /// period ahead (at most the expiry), the stop path is Penstock's own, and the declared reach is what its grants name.
    ///
    /// - Throws: `.missingFields` naming each field that stands between it and `active`; nothing is kept then.
    package func registerIdentity(
        _ reference: String,
        _ registration: Registration,
        by caller: Caller,
    ) async throws -> Identity {
        let before = try await database.read { try Self.find(reference, in: $0) }
        try require(.register, on: before, by: caller)
        try checkLengths(registration)
        return try await change(by: caller) { change in
            var identity = try Self.find(before.id.text, in: change.connection)
            let old = identity
            guard identity.state != .retired else {
                throw Failure(.conflict, "`\(identity.name)` is retired, and nothing follows retirement")
            }
            try Self.fill(&identity, from: registration, change)
            let missing = identity.missingForActive(at: change.now)
            guard missing.isEmpty else {
                throw Failure(
                    .missingFields,
                    "`\(identity.name)` cannot become active: \(missing.map(\.field).joined(separator: ", "))",
                    remedy: "say each of them in one registration",
                    fields: missing,
                )
            }
            if identity.state == .discovered || identity.state == .proposed { identity.state = .active }
            identity.updated = change.now
            try IdentityTable.update(identity, in: change.connection)
            change.record(.identityRegistered, identity.subject, changes: identity.changes(since: old))
            change.touch(.identity, identity.id.text)
            return identity
        }
    }

    private func checkLengths(_ registration: Registration) throws {
        for (field, text) in [("purpose", registration.purpose), ("stopPath", registration.stopPath)] {
            if let text, text.utf8.count > 4000 {
                throw Failure(
                    .invalid,
                    "\(field) is \(text.utf8.count) bytes long",
                    fields: [MissingField(field, why: "at most 4000 bytes")],
                )
            }
        }
    }

    private static func fill(
        _ identity: inout Identity,
        from registration: Registration,
        _ change: Change,
    ) throws {
        let connection = change.connection
        func responsible(_ reference: String, _ field: String) throws -> ID<User> {
            let user = try person(reference, field: field, in: connection)
            guard user.status == .active, !user.sharedMailbox else {
                let why = user.sharedMailbox ? "is a shared mailbox, not one person" : "is \(user.status.rawValue)"
                throw Failure(.invalid, "`\(user.email)` \(why)", fields: [MissingField(field, why: why)])
            }
            return user.id
        }
        if let owner = registration.owner { identity.owner = try responsible(owner, "owner") }
        if let technical = registration.technicalOwner {
            identity.technicalOwner = try responsible(technical, "technicalOwner")
        }
        if let backup = registration.backupApprover {
            identity.backupApprover = try responsible(backup, "backupApprover")
        }
        identity.purpose = registration.purpose ?? identity.purpose
        identity.environment = registration.environment ?? identity.environment
        identity.function = registration.function ?? identity.function
        identity.vendor = registration.vendor ?? identity.vendor
        identity.expires = registration.expires ?? identity.expires
        identity.level = registration.level ?? identity.level
        identity.stopPath = registration.stopPath ?? identity.stopPath ?? "penstock stop \(identity.id)"
        let period = change.now + identity.classification.identityClass.renewalPeriod
        if let renewal = registration.renewal {
            identity.renewal = renewal
        } else if identity.renewal.map({ $0 <= change.now }) ?? true, let expires = identity.expires {
            identity.renewal = min(expires, period)
        }
        if let reach = registration.declaredReach {
            identity.declaredReach = reach
        } else if identity.declaredReach.isEmpty {
            let systems = try GrantTable.all(of: identity.id, in: connection).map(\.resource.system)
            identity.declaredReach = Set(systems).sorted()
        }
    }
}
