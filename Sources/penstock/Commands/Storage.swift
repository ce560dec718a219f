import CLI
import ControlPlane
import Domain
import Foundation
import SQLEngine
import Sealing

/// Where the data of this run is: the store and the file of the master key.
struct Storage: Sendable {
    let address: DatabaseAddress
    let keyFile: MasterKeyFile
    /// Whether a missing key file may be made: only for a store that is embedded and new.
    let mayMakeKey: Bool

    init(_ choice: StoreChoice) throws {
        let named = ProcessInfo.processInfo.environment["PENSTOCK_MASTER_KEY_FILE"]
        if let store = choice.store {
            address = try DatabaseAddress(store)
            switch address {
            case .sqlite(let path):
                keyFile = MasterKeyFile(path: named ?? path + ".key")
                mayMakeKey = named == nil
            case .sqliteInMemory:
                throw CommandFailure("`sqlite::memory:` forgets everything: name a file, as in `sqlite:penstock.db`")
            case .postgresql:
                guard let named else {
                    throw CommandFailure(
                        "PENSTOCK_MASTER_KEY_FILE is not set, and a store on PostgreSQL needs a master key of its own; "
                            + "make one with `(umask 077; openssl rand -base64 32 > master.key)` and name it"
                    )
                }
                keyFile = MasterKeyFile(path: named)
                mayMakeKey = false
            }
        } else {
            address = .sqlite(path: "\(choice.data)/penstock.db")
            keyFile = MasterKeyFile(path: named ?? "\(choice.data)/master.key")
            mayMakeKey = named == nil
        }
    }

    /// Opens the store with its keys; makes both when they are new.
    func open(now: Instant) async throws -> OpenStore {
        if case .sqlite(let path) = address {
            try Self.makeFolder((path as NSString).deletingLastPathComponent)
        }
        let database = try address.open()
        do {
            let vault = Vault(try await masterKey(for: database))
            let keys = try await InstallationKeys.open(database, vault: vault, now: now)
            return OpenStore(database: database, vault: vault, keys: keys)
        } catch {
            await database.close()
            throw error
        }
    }

    /// Opens the store to be read, also while a server has it open; makes and changes nothing.
    func openForReading() async throws -> OpenStore {
        let database: any Database =
            if case .sqlite(let path) = address {
                try SQLiteDatabase(readingFrom: path)
            } else {
                try address.open()
            }
        do {
            let vault = Vault(try keyFile.read())
            return OpenStore(
                database: database,
                vault: vault,
                keys: try await InstallationKeys.read(database, vault: vault),
            )
        } catch {
            await database.close()
            throw error
        }
    }

    private func masterKey(for database: any Database) async throws -> MasterKey {
        if keyFile.exists { return try keyFile.read() }
        let exists = try await InstallationKeys.exist(in: database)
        guard mayMakeKey, !exists else { throw SealingError.keyFileMissing(path: keyFile.path) }
        return try keyFile.create()
    }

    static func makeFolder(_ path: String) throws {
        guard !path.isEmpty, !FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700],
            )
        } catch {
            throw CommandFailure("the folder `\(path)` cannot be made: \(error.localizedDescription)")
        }
    }
}

/// A store that is open, with its keys.
struct OpenStore: Sendable {
    let database: any Database
    let vault: Vault
    let keys: InstallationKeys
}

enum SystemClock {
    static let now: @Sendable () -> Instant = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
