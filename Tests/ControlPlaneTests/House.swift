import Domain
import SQLEngine
import Sealing
import Synchronization
import TestSupport

@testable import ControlPlane

/// A clock that tests move.
final class TestClock: Sendable {
    private let time: Mutex<Instant>

    init(_ start: Instant = Instant(seconds: 1_800_000_000)) {
        time = Mutex(start)
    }

    var now: Instant { time.withLock { $0 } }

    func advance(by duration: Duration) { time.withLock { $0 = $0 + duration } }
}

/// A control plane on a database of its own.
struct House: Sendable {
    let control: ControlPlane
    let clock: TestClock
    let vault: Vault
    var database: any Database { control.database }
    let boss = Caller.localOperator(name: "test")

    init(_ database: any Database, vault: Vault = Vault(.generate()), clock: TestClock = TestClock()) async throws {
        self.clock = clock
        self.vault = vault
        let keys = try await InstallationKeys.open(database, vault: vault, now: clock.now)
        control = ControlPlane(
            database: database,
            world: try await World.load(from: database, vault: vault, now: clock.now),
            vault: vault,
            keys: keys,
            settings: ControlPlane.Settings(issuer: "http://penstock.test", gateway: "http://gateway.test"),
            now: { clock.now },
        )
    }

    private init(_ control: ControlPlane, _ other: House) {
        self.control = control
        clock = other.clock
        vault = other.vault
    }

    /// The same house, sending notifications to `outside`.
    func sending(_ outside: @escaping SendOut) -> House {
        var control = control
        control.sendOut = outside
        return House(control, self)
    }

    /// Runs `body` on each engine.
    static func onEach(_ body: @Sendable (House) async throws -> Void) async throws {
        try await withEachEngine { try await body(try await House($0)) }
    }

    @discardableResult
    func person(_ name: String, roles: Set<Role> = [.owner]) async throws -> User {
        try await control.putUser(NewUser(email: "\(name)@example.com", name: name, roles: roles), by: boss)
    }

    static func workflow(_ key: String, name: String? = nil) -> Workflow {
        var workflow = Workflow(key: key, name: name ?? key, path: "\(key).json", digest: "digest of \(key)")
        var step = Step(name: "post", connector: "slack", effect: StepEffect(.changeCapable, reason: "`post` writes"))
        step.credentials = [CredentialReference(kind: "slackApi", id: "1", name: "Slack")]
        workflow.steps = [step]
        workflow.active = true
        return workflow
    }

    static func estate(_ workflows: [Workflow]) -> Estate {
        var estate = Estate(source: SourceDescription(root: "shop", format: "n8n", environment: "production"))
        estate.workflows = workflows
        estate.credentials = [Credential(reference: CredentialReference(kind: "slackApi", id: "1", name: "Slack"))]
        estate.counts = ["workflows": workflows.count]
        return estate
    }

    /// An active identity, imported and registered.
    func active(_ name: String = "sync") async throws -> Identity {
        _ = try await control.importEstates([Self.estate([Self.workflow(name)])], dryRun: false, by: boss)
        try await person("ana")
        try await person("ben")
        return try await control.registerIdentity(name, registration, by: boss)
    }

    var registration: Registration {
        var registration = Registration()
        registration.owner = "ana@example.com"
        registration.technicalOwner = "ana@example.com"
        registration.backupApprover = "ben@example.com"
        registration.purpose = "keeps the channel informed"
        registration.function = "operations"
        registration.expires = clock.now + .days(200)
        return registration
    }

    func failure(_ body: () async throws -> Void) async throws -> Failure? {
        do {
            try await body()
            return nil
        } catch let failure as Failure {
            return failure
        }
    }
}
