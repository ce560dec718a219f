package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Fills in who answers for an identity, what it is for and until when; it becomes active when nothing is missing.
    ///
    /// A request like any other, for callers whom policy lets do it alone. What the registration leaves out stays as it is.
    /// Where nothing was ever said: the renewal date is the shorter of the class's and the pattern's period ahead (at most
    /// the expiry); pattern, systems and what it serves are read from its workflow; the stop path is Penstock's own, by its
    /// owner.
    ///
    /// - Throws: `.missingFields` naming each field that stands between it and `active`, `.conflict` when others have to
    ///   approve it; nothing is kept then.
    package func registerIdentity(
        _ reference: String,
        _ registration: Registration,
        by caller: Caller,
    ) async throws -> Identity {
        let new = NewRequest(
            .register,
            identity: reference,
            registration: registration,
            reason: registration.purpose.flatMap { $0.isBlank ? nil : $0 } ?? "registration",
        )
        let request = try await carryOutAlone(new, by: caller)
        return try await database.read { try Self.find(request.identity?.text ?? reference, in: $0) }
    }

    /// Carries out a request that policy lets the caller make alone.
    ///
    /// - Throws: `.conflict` when others have to approve it, saying who and why; nothing is kept then.
    func carryOutAlone(_ new: NewRequest, by caller: Caller) async throws -> ChangeRequest {
        let preview = try await previewRequest(new, by: caller)
        guard preview.route.seats.isEmpty else {
            throw Failure(
                .conflict,
                "nothing was changed: \(preview.route.sentence)",
                remedy: "`penstock request \(new.kind.rawValue) …` asks those who may approve it",
            )
        }
        return try await openRequest(new, by: caller)
    }

    func checkLengths(_ registration: Registration) throws {
        let texts = [
            ("purpose", registration.purpose), ("systemPurpose", registration.systemPurpose),
            ("stopPath", registration.stopPath),
        ]
        let names = [
            ("environment", registration.environment), ("function", registration.function),
            ("vendor", registration.vendor), ("declaredReach", registration.declaredReach?.joined(separator: ",")),
        ]
        for (field, text) in names where (text?.utf8.count ?? 0) > 1000 {
            throw Failure(
                .invalid,
                "\(field) is \(text?.utf8.count ?? 0) bytes long",
                fields: [MissingField(field, why: "at most 1000 bytes")],
            )
        }
        for (field, text) in texts {
            if let text, text.utf8.count > 4000 {
                throw Failure(
                    .invalid,
                    "\(field) is \(text.utf8.count) bytes long",
                    fields: [MissingField(field, why: "at most 4000 bytes")],
                )
            }
        }
    }

    /// The person of a reference who can answer for something.
    static func responsible(
        _ reference: String,
        _ field: String,
        in connection: some Connection,
    ) throws -> User {
        let user = try person(reference, field: field, in: connection)
        guard user.status == .active, !user.sharedMailbox else {
            let why = user.sharedMailbox ? "is a shared mailbox, not one person" : "is \(user.status.rawValue)"
            throw Failure(.invalid, "`\(user.email)` \(why)", fields: [MissingField(field, why: why)])
        }
        return user
    }

    /// Writes a registration into an identity, and fills in what can be told from its workflow and grants.
    static func fill(_ known: inout Identity?, from registration: Registration, _ change: Change) throws {
        guard var identity = known else { return }
        let connection = change.connection
        for (reference, field, place) in [
            (registration.owner, "owner", \Identity.owner),
            (registration.technicalOwner, "technicalOwner", \Identity.technicalOwner),
            (registration.backupApprover, "backupApprover", \Identity.backupApprover),
            (registration.stoppedBy, "stoppedBy", \Identity.stoppedBy),
        ] {
            if let reference {
                identity[keyPath: place] = try responsible(reference, field, in: connection).id
            }
        }
        identity.purpose = registration.purpose ?? identity.purpose
        identity.environment = registration.environment ?? identity.environment
        identity.function = registration.function ?? identity.function
        identity.vendor = registration.vendor ?? identity.vendor
        identity.expires = registration.expires ?? identity.expires
        identity.level = registration.level ?? identity.level
        identity.stopPath = registration.stopPath ?? identity.stopPath ?? "penstock stop \(identity.id)"
        identity.stoppedBy = identity.stoppedBy ?? identity.owner
        let workflow = try workflow(of: identity, in: connection)
        identity.pattern =
            registration.pattern ?? identity.pattern ?? workflow.map { Pattern(of: $0, vendor: identity.vendor) }
        if let reach = registration.declaredReach {
            identity.declaredReach = reach
        } else if identity.declaredReach.isEmpty {
            let systems = try GrantTable.all(of: identity.id, in: connection).map(\.resource.system)
            identity.declaredReach = Set(systems + (workflow?.reachedSystems ?? [])).sorted()
        }
        identity.systemPurpose = registration.systemPurpose ?? identity.systemPurpose
        if identity.systemPurpose == nil, workflow != nil, !identity.declaredReach.isEmpty {
            identity.systemPurpose = "serves \(identity.declaredReach.joined(separator: ", "))"
        }
        let period = min(
            identity.classification.identityClass.renewalPeriod,
            identity.pattern?.renewalPeriod ?? .days(365),
        )
        if let renewal = registration.renewal {
            identity.renewal = renewal
        } else if identity.renewal.map({ $0 <= change.now }) ?? true, let expires = identity.expires {
            identity.renewal = min(expires, change.now + period)
        }
        known = identity
    }
}

extension Workflow {
    /// What its steps act on with a credential, or else with none, as names of systems.
    fileprivate var reachedSystems: [String] {
        let enabled = steps.filter { !$0.disabled }
        let holding = enabled.filter { !$0.credentials.isEmpty }
        let names = (holding.isEmpty ? enabled : holding).map { step in
            String(step.connector.split(separator: ".").last ?? "").lowercased()
        }
        return Set(names.filter(System.isName)).sorted()
    }
}
