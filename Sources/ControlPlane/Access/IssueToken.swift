import Domain
import SQLEngine
import Store
import Tokens

extension ControlPlane {
    /// Gives an identity an access token of its own, for as long as its class allows and it asks for.
    ///
    /// `task` is the run or job it is for, at most 200 bytes; `purpose` what it may be used for, at most 400; `life` is nil for the class's longest.
    package func issueToken(
        _ reference: String,
        task: String?,
        purpose: String? = nil,
        life: Duration?,
        by caller: Caller,
    ) async throws -> IssuedToken {
        let identity = try await database.read { try Self.find(reference, in: $0) }
        try require(.issue, on: identity, by: caller)
        return try await issue(
            to: identity.id,
            client: identity.id.text,
            task: task,
            purpose: purpose,
            life: life,
            by: caller,
        )
    }

    /// Issues without asking whether the caller may: for callers that have proved to be the identity itself.
    func issue(
        to id: ID<Identity>,
        client: String,
        task: String?,
        purpose: String? = nil,
        life: Duration?,
        scope: ScopeSet = ScopeSet(),
        by caller: Caller,
    ) async throws -> IssuedToken {
        if let task, task.utf8.count > 200 || task.isBlank {
            throw Failure(.invalid, "the task is no name", fields: [MissingField("task", why: "1 to 200 bytes")])
        }
        if let purpose, purpose.utf8.count > 400 || purpose.isBlank {
            throw Failure(.invalid, "the purpose is no text", fields: [MissingField("purpose", why: "1 to 400 bytes")])
        }
        // What bears the task of a break-glass counts as done under it, so nothing else may bear it.
        if BreakGlass.id(of: task) != nil, client != task {
            throw Failure(
                .invalid,
                "the task names a break-glass",
                remedy: "`penstock break-glass token` issues what it may use",
                fields: [MissingField("task", why: "must not begin with `\(BreakGlass.idPrefix)_`")],
            )
        }
        if let life, life < .seconds(1) {
            throw Failure(
                .invalid,
                "the life is shorter than a second",
                fields: [MissingField("life", why: "1 s or more")]
            )
        }
        let (keys, settings) = (keys, settings)
        return try await change(by: caller) { change in
            let identity = try Self.find(id.text, in: change.connection)
            try Self.requireUsable(identity, at: change.now)
            let longest = identity.classification.identityClass.longestTokenLife
            // Whole seconds, as tokens have them, and never past the identity's own end.
            var expires = Instant(seconds: (change.now + min(life ?? longest, longest)).seconds)
            if let end = identity.expires { expires = min(expires, Instant(seconds: end.seconds)) }
            let lease = Lease(
                id: ID(at: change.now),
                kind: .accessToken,
                identity: identity.id,
                task: task,
                issued: change.now,
                expires: expires,
            )
            try LeaseTable.insert(lease, in: change.connection)
            change.record(
                .tokenIssued,
                identity.subject,
                detail: [
                    "lease": lease.id.text, "expires": expires.text, "task": task ?? "", "purpose": purpose ?? "",
                    "client": client,
                ],
            )
            let token = AccessToken(
                issuer: settings.issuer,
                subject: identity.id.text,
                audience: [settings.audience],
                issued: change.now,
                expires: expires,
                id: lease.id.text,
                client: client,
                scope: scope,
                task: task,
                purpose: purpose,
                environment: identity.environment,
                identityClass: identity.classification.identityClass,
            )
            let signed = try token.signed(by: keys.tokens)
            return IssuedToken(
                token: Secret(signed),
                response: TokenResponse(token, signed: signed, now: change.now).json,
                lease: lease,
                expiresIn: Int(expires.seconds - change.now.seconds),
                scope: scope.text,
            )
        }
    }

    private static func requireUsable(_ identity: Identity, at now: Instant) throws {
        guard identity.state == .active else {
            throw Failure(
                .conflict,
                "`\(identity.name)` is \(identity.state.rawValue), and only an active identity gets a token",
                remedy: identity.state == .suspended
                    ? "`penstock resume \(identity.id) --reason …`" : "`penstock identity register \(identity.id) …`",
            )
        }
        for (name, date) in [("end", identity.expires), ("renewal date", identity.renewal)] {
            guard let date, date > now else {
                throw Failure(
                    .conflict,
                    "the \(name) of `\(identity.name)` has passed",
                    remedy: "`penstock identity register \(identity.id) --expires …`",
                )
            }
        }
    }
}

extension ControlPlane.Settings {
    /// The `aud` of tokens for the gateway.
    package var audience: String { issuer + "/gateway" }
}
