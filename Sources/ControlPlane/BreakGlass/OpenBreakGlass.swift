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

extension BreakGlassOrder {
    /// How long it lasts.
    ///
    /// - Throws: `.invalid` with everything that is missing.
    func checkedMinutes(_ terms: GovernanceTerms.BreakGlassTerms) throws -> Int {
        let minutes = minutes ?? terms.longestMinutes
        var wrong = ControlPlane.missing(reason: reason, ticket: ticket, rollback: rollback)
        if !(1...terms.longestMinutes).contains(minutes) {
            wrong.append(MissingField("minutes", why: "1 to \(terms.longestMinutes)"))
        }
        guard wrong.isEmpty else { throw Failure(.invalid, "the glass is not broken without all of it", fields: wrong) }
        return minutes
    }
}

extension ControlPlane {
    /// Opens emergency access for a time box that nobody can extend; owner, backup and security are told at once.
    ///
    /// Only its own tokens can use it: the grant holds for a task that nothing else carries.
    ///
    /// - Throws: `.forbidden` unless policy lets the person do it alone; `.conflict` while an earlier one of the person or of the
    ///   identity is open or waits for its review.
    package func breakGlass(_ order: BreakGlassOrder, by caller: Caller) async throws -> BreakGlass {
        let request = try await openRequest(NewRequest(order), by: caller)
        return try await database.read { connection in
            guard let id = request.proposal.terms[BreakGlassEffect.Term.breakGlass].flatMap({ ID<BreakGlass>($0) })
            else {
                throw Failure(.conflict, "request `\(request.id)` opened nothing")
            }
            return try Self.glass(id, in: connection)
        }
    }

    /// A token of the identity that can use an open break-glass, for its person; it ends with it.
    ///
    /// - Throws: `.conflict` when it is over, or what was approved is not what there is; `.forbidden` for anybody else, and
    ///   when policy does not let the person do it alone any more.
    package func breakGlassToken(_ id: ID<BreakGlass>, by caller: Caller) async throws -> IssuedToken {
        let (glass, refusal) = try await change(by: caller) { change -> (BreakGlass, String?) in
            let glass = try Self.glass(id, in: change.connection)
            switch caller {
            case .user(let user) where user.id == glass.person: break
            case .localOperator: break
            case .user, .identity, .penstock:
                throw Failure(.forbidden, "nobody breaks the glass for somebody else", remedy: "they do it themselves")
            }
            guard glass.state == .open, change.now < glass.ends,
                let request = try glass.request.flatMap({ try RequestTable.find($0, in: change.connection) })
            else {
                throw Failure(
                    .conflict,
                    "break-glass `\(id)` is over",
                    remedy: "it cannot be extended; open another after its review"
                )
            }
            let identity = try Self.find(glass.identity.text, in: change.connection)
            let route = try Deliberation(request, identity: identity, in: change.connection).route(at: change.now)
            guard route.seats.isEmpty else {
                throw Failure(.forbidden, "policy does not let \(glass.personEmail) break the glass alone any more")
            }
            return (glass, try Self.use(request, &change))
        }
        if let refusal { throw Failure(.conflict, "break-glass `\(id)` cannot be used: \(refusal)") }
        return try await issue(
            to: glass.identity,
            client: glass.id.text,
            task: glass.task,
            life: glass.ends - now(),
            by: caller,
        )
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
