import Audit
package import Domain
import MerkleLog
package import SQLEngine
import Store
import Tokens

/// The tables of the whole program, in the order of their ids.
package enum Schema {
    package static let migrator = Migrator(
        (StoreSchema.migrations + AuditSchema.migrations).sorted { $0.id < $1.id }
    )
}

extension InstallationKeys {
    /// Whether a store has an installation in it already; false for an empty database.
    package static func exist(in database: any Database) async throws -> Bool {
        try await database.read { connection in
            guard try connection.hasTable("installation") else { return false }
            return try InstallationTable.find(in: connection) != nil
        }
    }

    /// Brings a store to this program's schema and opens its keys; a new store gets an id and fresh keys.
    ///
    /// - Throws: `Failure.unavailable` when the master key is not the one the store was sealed with.
    package static func open(
        _ database: any Database,
        vault: Vault,
        now: Instant,
    ) async throws -> InstallationKeys {
        try await migrate(database, at: now)
        return try await database.write(locking: [AuditLog.lock]) { connection in
            if let installation = try InstallationTable.find(in: connection) {
                try check(installation, vault)
                return try load(installation.id, vault, in: connection)
            }
            return try make(vault, now, in: connection)
        }
    }

    /// Opens the keys of a store that is only read; changes nothing.
    ///
    /// - Throws: `Failure.notFound` for a store without an installation.
    package static func read(_ database: any Database, vault: Vault) async throws -> InstallationKeys {
        try await database.read { connection in
            guard try connection.hasTable("installation"), let found = try InstallationTable.find(in: connection) else {
                throw Failure(.notFound, "there is no Penstock in this store")
            }
            try check(found, vault)
            return try load(found.id, vault, in: connection)
        }
    }

    private static func migrate(_ database: some Database, at now: Instant) async throws {
        try await Schema.migrator.migrate(database, at: now.microseconds)
    }

    private static func check(_ installation: Installation, _ vault: Vault) throws {
        let record = Store.SealedRecord(
            kind: Vault.Kind.keyCheck.rawValue,
            id: installation.id,
            keyID: "",
            bytes: installation.keyCheck,
        )
        do {
            _ = try vault.open(record)
        } catch {
            throw Failure(
                .unavailable,
                "the master key is not the one this store was sealed with",
                remedy: "point PENSTOCK_MASTER_KEY_FILE to the key file of this store, or restore it from a backup",
            )
        }
    }

    private static func make(
        _ vault: Vault,
        _ now: Instant,
        in connection: some Connection,
    ) throws -> InstallationKeys {
        let id = ID<InstallationKeys>(at: now).text
        let check = try vault.seal(Secret("penstock"), .keyCheck, id: id)
        try InstallationTable.insert(Installation(id: id, created: now, keyCheck: check.bytes), in: connection)
        let tokens = SigningKey.generate()
        try SealedTable.put(try vault.seal(tokens.secret, .signingKey, id: "tokens"), at: now, in: connection)
        let seed = NoteSigner.generatePrivateKey()
        try SealedTable.put(try vault.seal(Secret(seed), .signingKey, id: "log"), at: now, in: connection)
        let event = Event(
            id: ID(at: now),
            at: now,
            kind: .keyMade,
            actor: .penstock,
            subject: Event.Subject(kind: "installation", id: id, name: id),
            detail: ["tokens": tokens.id],
        )
        try AuditLog.append([event], in: connection)
        return try load(id, vault, in: connection)
    }

    private static func load(
        _ id: String,
        _ vault: Vault,
        in connection: some Connection,
    ) throws -> InstallationKeys {
        func key(_ name: String) throws -> Secret {
            let kind = Vault.Kind.signingKey.rawValue
            guard let record = try SealedTable.find(kind: kind, id: name, in: connection) else {
                throw Failure(
                    .unavailable,
                    "the store has lost its signing key `\(name)`",
                    remedy: "restore a backup of the store",
                )
            }
            return try vault.open(record)
        }
        let signer = try key("log").withBytes {
            try NoteSigner(name: LogSigner.origin(installation: id), privateKey: $0)
        }
        return InstallationKeys(tokens: try SigningKey(try key("tokens")), log: LogSigner(signer), installation: id)
    }
}

extension InstallationKeys: Identifiable {
    package static let idPrefix = "pen"
}
