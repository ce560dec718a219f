import API
import CLI
import Client
import ControlPlane
import Domain
import Foundation
import Hummingbird
import Logging
import NIOCore
import SQLEngine
import Sealing
import Synchronization
import Wire

/// Opens what a command asks for: a running server, or a store that it serves to itself for as long as it takes.
enum CommandSession {
    static func open(_ choice: StoreChoice) async throws -> Session {
        if let server = choice.server {
            guard let token = choice.token else {
                throw CommandFailure(
                    "PENSTOCK_TOKEN is not set, and `\(server)` must know who asks: set it to a token of yours"
                )
            }
            return remote(PenstockClient(base: server, token: Secret(token)))
        }
        if choice.store == nil, let running = OperatorFile.read(in: choice.data) {
            return remote(PenstockClient(base: running.address, token: Secret(running.token)))
        }
        return try await embedded(choice)
    }

    /// A session on a server; secrets met by an importer are fingerprinted there and forgotten.
    private static func remote(_ client: PenstockClient) -> Session {
        let met = MetSecrets()
        return Session(
            client: client,
            importEstates: { estates, dryRun in
                let named = try await met.named(by: client, in: estates)
                return try await client.post(Paths.imports, ImportRequest(estates: named, dryRun: dryRun))
            },
            fingerprint: { met.remember($0) },
            close: {},
        )
    }

    private static func embedded(_ choice: StoreChoice) async throws -> Session {
        let store = try await Storage(choice).open(now: SystemClock.now())
        do {
            let world = try await World.load(from: store.database, vault: store.vault, now: SystemClock.now())
            let clock = try await SteadyClock.load(SystemClock.now, from: store.database)
            let token = RandomToken()
            let name = NSUserName()
            let control = ControlPlane(
                database: store.database,
                world: world,
                vault: store.vault,
                keys: store.keys,
                settings: ControlPlane.Settings(
                    issuer: ProcessInfo.processInfo.environment["PENSTOCK_ISSUER"] ?? "http://127.0.0.1:8420",
                    gateway: "http://127.0.0.1:8421",
                    operatorDigest: token.digest,
                ),
                now: { clock.now },
            )
            let socket = try await PrivateSocket.serve(control, operatorName: name)
            return Session(
                client: PenstockClient(base: socket.address, token: token.text),
                importEstates: { estates, dryRun in
                    let caller = Caller.localOperator(name: name)
                    do {
                        return ImportOutcome(
                            try await control.importEstates(estates, dryRun: dryRun, by: caller)
                        )
                    } catch let failure as Failure {
                        throw CommandFailure(failure.description)
                    }
                },
                fingerprint: { store.vault.fingerprint(of: $0) },
                close: {
                    await socket.close()
                    await store.database.close()
                },
            )
        } catch {
            await store.database.close()
            throw error
        }
    }
}

/// The API on a Unix socket in a folder that only this user can enter, for one command.
private struct PrivateSocket: Sendable {
    let address: String
    private let folder: String
    private let running: Task<Void, any Error>

    static func serve(_ control: ControlPlane, operatorName: String) async throws -> PrivateSocket {
        var template = Array("/tmp/penstock-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw CommandFailure("no private folder can be made under /tmp") }
        let folder = String(cString: made)
        let path = folder + "/api"
        let router = Router(context: APIContext.self)
        APIRoutes(control, operatorName: operatorName).add(to: router)
        let (ready, signal) = AsyncStream<Void>.makeStream()
        var logger = Logger(label: "penstock") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .critical
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .unixDomainSocket(path: path)),
            onServerRunning: { _ in signal.finish() },
            logger: logger,
        )
        let running = Task {
            defer { signal.finish() }
            try await application.run()
        }
        for await _ in ready {}
        return PrivateSocket(address: "http+unix://\(Paths.escaped(path))", folder: folder, running: running)
    }

    func close() async {
        running.cancel()
        _ = try? await running.value
        try? FileManager.default.removeItem(atPath: folder)
    }
}

/// Secrets that an importer met on this side, until the server has said what their fingerprints are.
private final class MetSecrets: Sendable {
    private let values = Mutex<[String: Int]>([:])

    /// A stand-in fingerprint: the number of the secret.
    func remember(_ bytes: [UInt8]) -> Fingerprint {
        let text = String(decoding: bytes, as: UTF8.self)
        return values.withLock { values in
            let number = values[text] ?? values.count
            values[text] = number
            return Fingerprint(hex: "met-\(number)")
        }
    }

    /// The estates with real fingerprints in place of the stand-ins.
    func named(by client: PenstockClient, in estates: [Estate]) async throws -> [Estate] {
        let known = values.withLock { $0.sorted { $0.value < $1.value }.map(\.key) }
        guard !known.isEmpty else { return estates }
        var names: [Fingerprint: Fingerprint] = [:]
        for start in stride(from: 0, to: known.count, by: 1000) {
            let part = Array(known[start..<min(start + 1000, known.count)])
            let answers: [Fingerprint] = try await client.post(Paths.fingerprints, FingerprintRequest(values: part))
            for (offset, answer) in answers.enumerated() { names[Fingerprint(hex: "met-\(start + offset)")] = answer }
        }
        return estates.map { estate in
            var estate = estate
            for workflow in estate.workflows.indices {
                for step in estate.workflows[workflow].steps.indices {
                    for secret in estate.workflows[workflow].steps[step].literalSecrets.indices {
                        let met = estate.workflows[workflow].steps[step].literalSecrets[secret].fingerprint
                        estate.workflows[workflow].steps[step].literalSecrets[secret].fingerprint =
                            met.flatMap { names[$0] }
                    }
                }
            }
            for credential in estate.credentials.indices {
                estate.credentials[credential].fingerprint =
                    estate.credentials[credential].fingerprint.flatMap { names[$0] }
            }
            return estate
        }
    }
}
