package import Domain
import SQLEngine
import Sealing
import Store

extension ControlPlane {
    private static var linkLife: Duration { .hours(1) }
    private static var sessionLife: Duration { .hours(12) }

    /// Makes a link token that signs a person in once within an hour; earlier unused ones of theirs stop working.
    package func oneTimeLink(for email: String, by caller: Caller) async throws -> Secret {
        try require(.administer, by: caller)
        let token = RandomToken()
        let digest = token.digest.bytes
        try await change(by: caller) { change in
            let user = try Self.person(email, field: "email", in: change.connection)
            guard user.status == .active else {
                throw Failure(.conflict, "`\(user.email)` is \(user.status.rawValue) and cannot sign in")
            }
            try OneTimeLinkTable.revokeAll(of: user.id, in: change.connection)
            try OneTimeLinkTable.insert(
                digest: digest,
                user: user.id,
                created: change.now,
                expires: change.now + Self.linkLife,
                in: change.connection,
            )
            change.record(.userChanged, user.subject, detail: ["oneTimeLink": "made, good for one hour"])
        }
        return token.text
    }

    /// Signs in with a one-time link, which is used up.
    package func redeemLink(_ token: Secret) async throws -> StartedSession {
        let digest = TokenDigest(of: token).bytes
        return try await begin(by: "one-time link") { change in
            guard let id = try OneTimeLinkTable.redeem(digest: digest, at: change.now, in: change.connection),
                let user = try UserTable.find(id, in: change.connection), user.status == .active
            else {
                throw Failure(
                    .unauthenticated,
                    "this link was used already, or has ended",
                    remedy: "ask an administrator for another: `penstock user link EMAIL`",
                )
            }
            return user
        }
    }

    /// Signs in with a passphrase.
    ///
    /// Wrong tries slow down further ones: from the fifth on, each doubles the wait. `remote` is the address of whoever
    /// tries, for the log.
    package func signIn(email: String, passphrase: Secret, remote: String?) async throws -> StartedSession {
        let refusal = Failure(.unauthenticated, "the address or the passphrase is not right")
        let moment = now()
        let found = try await database.read { connection -> (User, PassphraseRecord)? in
            guard let user = try UserTable.find(email: email, in: connection), user.status == .active,
                let record = try PassphraseTable.find(user.id, in: connection)
            else { return nil }
            return (user, record)
        }
        guard let (user, record) = found else {
            try PassphraseHash.pretendToMatch(passphrase)
            try await noteFailure(email: email, user: nil, failures: 0, remote: remote)
            throw refusal
        }
        if let until = record.blockedUntil, until > moment {
            throw Failure(
                .unauthenticated,
                "too many wrong tries",
                remedy: "wait until \(until), or ask an administrator for a one-time link",
            )
        }
        guard try PassphraseHash(stored: record.verifier).matches(passphrase) else {
            try await noteFailure(email: email, user: user, failures: record.failures + 1, remote: remote)
            throw refusal
        }
        let id = user.id
        return try await begin(by: "passphrase") { change in
            guard let user = try UserTable.find(id, in: change.connection), user.status == .active else {
                throw refusal
            }
            try PassphraseTable.noteSuccess(of: id, in: change.connection)
            return user
        }
    }

    /// Sets the passphrase of whoever the session belongs to; their other sessions end.
    package func choosePassphrase(_ passphrase: Secret, session token: Secret) async throws {
        let length = passphrase.withBytes { String(decoding: $0, as: UTF8.self).count }
        guard (12...1000).contains(length) else {
            throw Failure(
                .invalid,
                "the passphrase has \(length) characters",
                remedy: "choose 12 or more: a few words are easier to keep than a riddle",
                fields: [MissingField("passphrase", why: "12 to 1000 characters")],
            )
        }
        guard let session = try await session(token) else {
            throw Failure(.unauthenticated, "the session has ended", remedy: "sign in again")
        }
        let verifier = try PassphraseHash(passphrase).text
        let digest = TokenDigest(of: token).bytes
        let user = session.user
        try await change(by: .user(user)) { change in
            try PassphraseTable.set(verifier, for: user.id, at: change.now, in: change.connection)
            try SessionTable.removeAll(of: user.id, except: digest, in: change.connection)
            change.record(.passphraseSet, user.subject)
        }
    }

    /// The session a token belongs to; nil when it has ended or its person is not active any more.
    package func session(_ token: Secret) async throws -> CurrentSession? {
        let digest = TokenDigest(of: token).bytes
        let moment = now()
        return try await database.read { connection in
            guard let session = try SessionTable.find(digest: digest, at: moment, in: connection),
                let user = try UserTable.find(session.user, in: connection), user.status == .active
            else { return nil }
            return CurrentSession(
                user: user,
                csrf: session.csrf,
                expires: session.expires,
                mustChoosePassphrase: try PassphraseTable.find(user.id, in: connection) == nil,
            )
        }
    }

    package func signOut(_ token: Secret) async throws {
        guard let session = try await session(token) else { return }
        let digest = TokenDigest(of: token).bytes
        try await change(by: .user(session.user)) { change in
            try SessionTable.remove(digest: digest, in: change.connection)
            change.record(.signedOut, session.user.subject)
        }
    }

    /// The local operator, when this is the bearer token of the data folder.
    package func localOperator(token: Secret, name: String) -> Caller? {
        guard let digest = settings.operatorDigest, digest.matches(token) else { return nil }
        return .localOperator(name: name)
    }

    private func begin(
        by means: String,
        _ identify: @escaping @Sendable (inout Change) throws -> User,
    ) async throws -> StartedSession {
        let token = RandomToken()
        let digest = token.digest.bytes
        let csrf = RandomToken().digest.hex
        let (user, expires, hasPassphrase) = try await change(by: .penstock) { change in
            let user = try identify(&change)
            let expires = change.now + Self.sessionLife
            let session = SessionRecord(
                digest: digest,
                user: user.id,
                kind: .console,
                csrf: csrf,
                created: change.now,
                expires: expires,
            )
            try SessionTable.insert(session, in: change.connection)
            change.record(.signedIn, user.subject, detail: ["by": means])
            return (user, expires, try PassphraseTable.find(user.id, in: change.connection) != nil)
        }
        return StartedSession(
            user: user,
            token: token.text,
            csrf: csrf,
            expires: expires,
            mustChoosePassphrase: !hasPassphrase,
        )
    }

    private func noteFailure(email: String, user: User?, failures: Int, remote: String?) async throws {
        let moment = now()
        let pause: Duration? = failures < 5 ? nil : .seconds(Int64(1) << min(failures - 5 + 3, 12))
        try await change(by: .penstock) { change in
            if let user {
                let until = pause.map { moment + $0 }
                try PassphraseTable.noteFailure(of: user.id, blockedUntil: until, in: change.connection)
            }
            change.record(
                .signInFailed,
                user?.subject,
                detail: ["remote": remote ?? "", "address": user == nil ? "unknown" : email.lowercased()],
            )
        }
    }
}

extension TokenDigest {
    /// The digest as the store keeps it: its 64 hex digits.
    package var bytes: [UInt8] { Array(hex.utf8) }
}

extension ControlPlane {
    /// Whether a person has chosen a passphrase.
    package func hasPassphrase(_ user: ID<User>) async throws -> Bool {
        try await database.read { try PassphraseTable.find(user, in: $0) != nil }
    }
}
