import Audit
import CLI
import ControlPlane
import Domain
import Foundation
import SQLEngine
import Sealing

/// `penstock doctor`: looks at everything that a setup can get wrong, and says what to do about it.
enum Doctor {
    static func run(_ choice: StoreChoice) async -> [DoctorCheck] {
        var checks = [configuration(choice)]
        guard let storage = try? Storage(choice) else { return checks }
        checks.append(keyFile(storage))
        checks += await store(storage, data: choice.data)
        checks.append(clock())
        checks += ports(choice)
        return checks
    }

    private static func configuration(_ choice: StoreChoice) -> DoctorCheck {
        do {
            let storage = try Storage(choice)
            return DoctorCheck("configuration", passed: true, detail: "store \(storage.address)")
        } catch {
            return DoctorCheck(
                "configuration",
                passed: false,
                detail: "\(error)",
                remedy: "name a store with --store, or a data folder with --data",
            )
        }
    }

    private static func keyFile(_ storage: Storage) -> DoctorCheck {
        let path = storage.keyFile.path
        guard storage.keyFile.exists else {
            return DoctorCheck(
                "master key",
                passed: false,
                detail: "there is none at `\(path)`",
                remedy:
                    "`penstock serve` makes one for a new embedded store; for an existing one restore it from a backup",
            )
        }
        do {
            _ = try storage.keyFile.read()
            return DoctorCheck("master key", passed: true, detail: "`\(path)`, readable by its owner alone")
        } catch {
            return DoctorCheck("master key", passed: false, detail: "\(error)", remedy: "chmod 600 \(path)")
        }
    }

    private static func store(_ storage: Storage, data: String) async -> [DoctorCheck] {
        let store: OpenStore
        do {
            store = try await storage.openForReading()
        } catch {
            return [
                DoctorCheck(
                    "store",
                    passed: false,
                    detail: "\(error)",
                    remedy: "start `penstock serve` once to make it, or check its address",
                )
            ]
        }
        var checks = [DoctorCheck("store", passed: true, detail: "\(storage.address) answers")]
        checks.append(await migrations(store.database))
        checks.append(await durability(store.database))
        checks.append(await log(store))
        await store.database.close()
        return checks
    }

    private static func migrations(_ database: some Database) async -> DoctorCheck {
        do {
            let pending = try await Schema.migrator.pending(in: database)
            return DoctorCheck(
                "schema",
                passed: pending.isEmpty,
                detail: pending.isEmpty ? "as this program expects" : "\(pending.count) migrations are missing",
                remedy: pending.isEmpty ? nil : "start `penstock serve`, which applies them",
            )
        } catch {
            return DoctorCheck("schema", passed: false, detail: "\(error)", remedy: "run the program that made it")
        }
    }

    private static func durability(_ database: some Database) async -> DoctorCheck {
        do {
            let problems = try await database.durabilityProblems()
            return DoctorCheck(
                "durability",
                passed: problems.isEmpty,
                detail: problems.isEmpty ? "what is committed stays" : problems.joined(separator: "; "),
                remedy: problems.isEmpty ? nil : "change the settings named above",
            )
        } catch {
            return DoctorCheck("durability", passed: false, detail: "\(error)", remedy: "see the store")
        }
    }

    private static func log(_ store: OpenStore) async -> DoctorCheck {
        let key = store.keys.log.verifier
        do {
            let report = try await store.database.read { try AuditLog.verify(key: key, in: $0) }
            return DoctorCheck(
                "log",
                passed: report.isIntact,
                detail: report.first?.message ?? "\(report.entries) entries and \(report.checkpoints) checkpoints hold",
                remedy: report.isIntact ? nil : "keep the store as evidence; `penstock log verify` tells more",
            )
        } catch {
            return DoctorCheck("log", passed: false, detail: "\(error)", remedy: "see the store")
        }
    }

    private static func clock() -> DoctorCheck {
        let now = SystemClock.now()
        let sane = now > Instant(seconds: 1_760_000_000)
        return DoctorCheck(
            "clock",
            passed: sane,
            detail: now.text,
            remedy: sane ? nil : "set the clock; tokens and ends of grants go by it",
        )
    }

    /// The ports of `serve`: ours while a server runs, free otherwise.
    private static func ports(_ choice: StoreChoice) -> [DoctorCheck] {
        if let running = OperatorFile.read(in: choice.data) {
            return [
                DoctorCheck("server", passed: true, detail: "running at \(running.address), process \(running.process)")
            ]
        }
        return ([8420, 8421] as [UInt16]).map { port in
            let free = isFree(port)
            return DoctorCheck(
                "port \(port)",
                passed: free,
                detail: free ? "free" : "another program listens there",
                remedy: free ? nil : "end it, or give `penstock serve` others with --listen and --gateway",
            )
        }
    }

    private static func isFree(_ port: UInt16) -> Bool {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { return false }
        defer { close(handle) }
        var yes: Int32 = 1
        setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
