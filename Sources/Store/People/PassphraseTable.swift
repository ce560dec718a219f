package import Domain
package import SQLEngine

/// What a passphrase is checked against, and how often that failed lately.
package struct PassphraseRecord: Sendable, Hashable {
    /// Algorithm, parameters, salt and hash in one text.
    package var verifier: String
    package var chosen: Instant
    /// Wrong tries since the last right one.
    package var failures: Int
    /// No try is looked at before this time.
    package var blockedUntil: Instant?
}

/// The passphrases of people, one each.
package enum PassphraseTable {
    /// Sets or replaces a person's passphrase; earlier failures are forgotten.
    package static func set(
        _ verifier: String,
        for user: ID<User>,
        at now: Instant,
        in connection: some Connection,
    ) throws {
        try connection.execute(
            """
            INSERT INTO passphrases (user_id, verifier, chosen, failures, blocked_until)
            VALUES (\(user), \(verifier), \(now), 0, NULL)
            ON CONFLICT (user_id) DO UPDATE SET verifier = excluded.verifier, chosen = excluded.chosen, failures = 0,
                blocked_until = NULL
            """
        )
    }

    /// nil when the person has not chosen one.
    package static func find(_ user: ID<User>, in connection: some Connection) throws -> PassphraseRecord? {
        try connection.row("SELECT * FROM passphrases WHERE user_id = \(user)").map { row in
            PassphraseRecord(
                verifier: try row.text("verifier"),
                chosen: try row.get("chosen"),
                failures: try row.int("failures"),
                blockedUntil: try row.get("blocked_until"),
            )
        }
    }

    /// Counts a wrong try; the next one is looked at from `blockedUntil` on, at once when nil.
    package static func noteFailure(
        of user: ID<User>,
        blockedUntil: Instant?,
        in connection: some Connection,
    ) throws {
        try connection.execute(
            """
            UPDATE passphrases SET failures = failures + 1, blocked_until = \(blockedUntil) WHERE user_id = \(user)
            """
        )
    }

    /// Forgets wrong tries after a right one.
    package static func noteSuccess(of user: ID<User>, in connection: some Connection) throws {
        try connection.execute("UPDATE passphrases SET failures = 0, blocked_until = NULL WHERE user_id = \(user)")
    }
}
