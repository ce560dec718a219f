package import Domain
import SQLEngine
import Store

/// What somebody asks for in an emergency; nothing of it can be left out.
package struct BreakGlassOrder: Sendable, Hashable {
    /// Id, beginning of an id, or name of the identity whose access is needed.
    package var identity: String
    /// Who acts, whom only the local operator names; nil for the caller.
    package var person: String?
    package var action: ActionClass
    package var resource: ResourcePath
    package var reason: String
    package var ticket: String
    package var rollback: String
    /// nil for the longest that the terms allow.
    package var minutes: Int?

    package init(
        identity: String,
        person: String? = nil,
        action: ActionClass,
        resource: ResourcePath,
        reason: String,
        ticket: String,
        rollback: String,
        minutes: Int? = nil,
    ) {
        self.identity = identity
        self.person = person
        self.action = action
        self.resource = resource
        self.reason = reason
        self.ticket = ticket
        self.rollback = rollback
        self.minutes = minutes
    }
}

extension ControlPlane {
    /// Opens emergency access for a time box that nobody can extend; owner, backup and security are told at once.
    ///
    /// Only its own tokens can use it: the grant holds for a task that nothing else carries.
    ///
    /// - Throws: `.forbidden` unless the terms name the person; `.conflict` while an earlier one of the person or of the
    ///   identity is open or waits for its review.
    package func breakGlass(_ order: BreakGlassOrder, by caller: Caller) async throws -> BreakGlass {
        let (identity, person, terms) = try await breaker(order.identity, order.person, by: caller)
        let minutes = try Self.check(order, terms)
        return try await change(by: caller) { change in
            let identity = try Self.find(identity.id.text, in: change.connection)
            guard identity.state == .active else {
                throw Failure(
                    .conflict,
                    "`\(identity.name)` is \(identity.state.rawValue), and emergency access goes through active identities",
                )
            }
            guard try SystemTable.find(order.resource.system, in: change.connection) != nil else {
                throw Failure(
                    .invalid,
                    "there is no system `\(order.resource.system)`",
                    fields: [MissingField("resource", why: "names a system that is not known")],
                )
            }
            try change.requireSettled(person, identity)
            var ends = change.now + .minutes(Int64(minutes))
            if let end = identity.expires { ends = min(ends, end) }
            var glass = BreakGlass(
                id: ID(at: change.now),
                identity: identity,
                person: person,
                action: order.action,
                resource: order.resource,
                reason: order.reason,
                ticket: order.ticket,
                rollback: order.rollback,
                opened: change.now,
                ends: ends,
            )
            var grant = Grant(
                id: ID(at: change.now),
                identity: identity.id,
                action: order.action,
                resource: order.resource,
                begins: change.now,
                ends: ends,
                reason: "break-glass \(glass.id): \(order.reason)",
                grantedBy: change.actor.name,
            )
            grant.task = glass.task
            glass.grant = grant.id
            try GrantTable.insert(grant, in: change.connection)
            try BreakGlassTable.insert(glass, in: change.connection)
            try JobTable.put(.endBreakGlass, glass.id.text, at: ends, in: change.connection)
            change.touch(.grant, grant.id.text)
            change.record(.breakGlassOpened, identity.subject, detail: glass.detail)
            try change.tellOf(glass, .breakGlassOpened, "broke the glass")
            return glass
        }
    }

    /// A token of the identity that can use an open break-glass, for its person; it ends with it.
    package func breakGlassToken(_ id: ID<BreakGlass>, by caller: Caller) async throws -> IssuedToken {
        let glass = try await database.read { try Self.glass(id, in: $0) }
        _ = try await breaker(glass.identity.text, glass.personEmail, by: caller)
        guard glass.state == .open, now() < glass.ends else {
            throw Failure(
                .conflict,
                "break-glass `\(id)` is over",
                remedy: "it cannot be extended; open another after its review"
            )
        }
        return try await issue(
            to: glass.identity,
            client: glass.id.text,
            task: glass.task,
            life: glass.ends - now(),
            by: caller,
        )
    }

    /// The identity, the person who breaks the glass, and the terms that allow it.
    func breaker(
        _ identity: String,
        _ named: String?,
        by caller: Caller,
    ) async throws -> (Identity, User, GovernanceTerms.BreakGlassTerms) {
        let (identity, terms, other) = try await database.read { connection in
            (
                try Self.find(identity, in: connection), try TermsTable.find(in: connection).breakGlass,
                try named.map { try Self.person($0, field: "person", in: connection) }
            )
        }
        var person = other
        if case .user(let user) = caller {
            guard other == nil || other?.id == user.id else {
                throw Failure(.forbidden, "nobody breaks the glass for somebody else", remedy: "they do it themselves")
            }
            person = user
        }
        guard let person else {
            throw Failure(
                .invalid,
                "say who acts",
                fields: [MissingField("person", why: "the mail address of who acts in the emergency")],
            )
        }
        let isNamed = terms.people.contains { $0.lowercased() == person.email } && person.status == .active
        try require(.breakGlass, on: identity, named: isNamed, by: caller)
        return (identity, person, terms)
    }

    private static func check(_ order: BreakGlassOrder, _ terms: GovernanceTerms.BreakGlassTerms) throws -> Int {
        let minutes = order.minutes ?? terms.longestMinutes
        var wrong = missing(reason: order.reason, ticket: order.ticket, rollback: order.rollback)
        if !(1...terms.longestMinutes).contains(minutes) {
            wrong.append(MissingField("minutes", why: "1 to \(terms.longestMinutes)"))
        }
        guard wrong.isEmpty else { throw Failure(.invalid, "the glass is not broken without all of it", fields: wrong) }
        return minutes
    }

    static func missing(reason: String, ticket: String, rollback: String) -> [MissingField] {
        [
            ("reason", reason, "why it cannot wait"), ("ticket", ticket, "where the emergency is written down"),
            ("rollback", rollback, "how what is done is undone"),
        ].compactMap { field, text, why in
            text.isBlank || text.utf8.count > 2000 ? MissingField(field, why: "\(why), at most 2000 bytes") : nil
        }
    }

    static func glass(_ id: ID<BreakGlass>, in connection: some Connection) throws -> BreakGlass {
        guard let glass = try BreakGlassTable.find(id, in: connection) else {
            throw Failure(
                .notFound,
                "there is no break-glass `\(id)`",
                remedy: "`penstock break-glass list` lists them"
            )
        }
        return glass
    }
}

extension Change {
    /// Refuses while an earlier break-glass of the person or the identity is open or not reviewed.
    func requireSettled(_ person: User, _ identity: Identity) throws {
        guard
            let earlier = try BreakGlassTable.unsettled(person: person.id, identity: identity.id, in: connection)
        else { return }
        let whose = earlier.person == person.id ? person.email : "`\(identity.name)`"
        throw Failure(
            .conflict,
            earlier.state == .open
                ? "break-glass `\(earlier.id)` of \(whose) is open"
                : "break-glass `\(earlier.id)` of \(whose) was not reviewed yet",
            remedy: "`penstock break-glass review \(earlier.id) …` by somebody else than \(earlier.personEmail)",
        )
    }

    /// Tells owner, backup and security.
    func tellOf(_ glass: BreakGlass, _ kind: Event.Kind, _ what: String) throws {
        let identity = try IdentityTable.find(glass.identity, in: connection)
        try tell(
            [identity?.owner, identity?.backupApprover] + (try security()),
            kind,
            identity?.subject,
            "\(glass.personEmail) \(what) for \(glass.action.rawValue) \(glass.resource) through \(glass.identityName) "
                + "until \(glass.ends.text): \(glass.reason) (\(glass.ticket))",
        )
    }
}

extension BreakGlass {
    var detail: [String: String] {
        [
            "breakGlass": id.text, "person": personEmail, "action": action.rawValue, "resource": "\(resource)",
            "reason": reason, "ticket": ticket, "rollback": rollback, "ends": ends.text,
            "envelope": envelope?.text ?? "",
        ]
    }
}
