import Domain
import SQLEngine
import Sealing
import TestSupport
import Testing

@testable import ControlPlane

struct SealedCredentialTests {
    @Test(
        "A sealed credential is in no table in the clear, reaches the gateway's memory, and opens under its key alone"
    )
    func sealed() async throws {
        try await withEachEngine { database in
            let house = try await House(database)
            let system = System(name: "crm", title: "CRM", environment: "production")
            _ = try await house.control.putSystem(system, by: house.boss)
            let value = RandomToken().text
            try await house.control.sealCredential(system: "crm", value: value, by: house.boss)
            let bytes = value.withBytes { $0 }
            #expect(house.control.world.credential(of: "crm")?.withBytes { $0 } == bytes)
            #expect(try await house.control.systems(by: house.boss)[0].hasCredential)
            let stored = try await database.read {
                try $0.rows("SELECT bytes FROM sealed").map { try $0.bytes("bytes") }
            }
            for record in stored { #expect(!contains(record, bytes)) }
            let logged = try await database.read {
                try $0.rows("SELECT bytes FROM log_entries").map { try $0.bytes("bytes") }
            }
            for entry in logged { #expect(!contains(entry, bytes)) }
            await #expect(throws: Failure.self) {
                try await InstallationKeys.open(database, vault: Vault(.generate()), now: house.clock.now)
            }
        }
    }

    @Test("What no header can carry is refused", arguments: ["", "two\nlines", "caf\u{E9}"])
    func refused(value: String) async throws {
        try await House.onEach { house in
            let system = System(name: "crm", title: "CRM", environment: "production")
            _ = try await house.control.putSystem(system, by: house.boss)
            let failure = try await house.failure {
                try await house.control.sealCredential(system: "crm", value: Secret(value), by: house.boss)
            }
            #expect(failure?.code == .invalid)
        }
    }

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard bytes.count >= part.count else { return false }
        return (0...(bytes.count - part.count)).contains { bytes[$0...].starts(with: part) }
    }
}
