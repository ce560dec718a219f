import Audit
import Domain
import MerkleLog
import SQLEngine
import TestSupport

extension TestEngine {
    /// Runs `body` with a new, empty log.
    func withLog(_ body: (any Database) async throws -> Void) async throws {
        try await withDatabase { database in
            try await migrate(database)
            try await body(database)
        }
    }
}

func migrate(_ database: some Database) async throws {
    try await Migrator(AuditSchema.migrations).migrate(database, at: 0)
}

extension Instant {
    static let start = Instant(seconds: 1_760_000_000)
}

extension Event {
    static func sample(_ number: Int, reason: String = "routine") -> Event {
        let at = Instant.start + .seconds(Int64(number))
        return Event(
            id: ID(at: at),
            at: at,
            kind: number.isMultiple(of: 2) ? .requestAllowed : .tokenIssued,
            actor: Actor(kind: .identity, id: "idn_\(number % 5)", name: "flow \(number % 5)"),
            subject: Subject(kind: "system", id: "crm", name: "Customers"),
            detail: ["reason": reason],
        )
    }

    static func samples(_ range: Range<Int>) -> [Event] { range.map { sample($0) } }
}

/// A log's key, made for one test.
struct TestKey {
    let signer: LogSigner

    init() throws {
        signer = LogSigner(
            try NoteSigner(name: "penstock/test", privateKey: NoteSigner.generatePrivateKey())
        )
    }

    var verifier: NoteVerifier { signer.verifier }
}

extension Database {
    func append(_ events: [Event]) async throws {
        try await write(locking: [AuditLog.lock]) { _ = try AuditLog.append(events, in: $0) }
    }

    @discardableResult
    func checkpoint(by key: TestKey) async throws -> StoredCheckpoint? {
        try await write { try AuditLog.makeCheckpoint(signer: key.signer, at: .start, in: $0) }
    }

    func verify(with key: TestKey, trusted: [SignedNote] = []) async throws -> VerificationReport {
        let verifier = key.verifier
        return try await read { try AuditLog.verify(key: verifier, trusted: trusted, in: $0) }
    }

    /// Does what no part of the program does: changes the log's tables.
    func tamper(_ statements: Query...) async throws {
        try await write { connection in
            for statement in statements { try connection.execute(statement) }
        }
    }
}
