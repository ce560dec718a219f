import Foundation
import TestSupport
import Testing

/// What dates do by themselves while the built program serves.
@Suite(.serialized)
struct ScheduleTests {
    @Test("D6: an identity whose end comes while the server runs is suspended by it, once", arguments: Store.all)
    func ends(store: Store) async throws {
        try await withHome { home in
            try await store.withOptions(home: home) { options, environment in
                try await prepare(home, options, environment)
                // What one server had planned when it died, the next one does.
                let first = try await RunningServer.start(in: home, options: options, environment: environment)
                first.kill()
                let server = try await RunningServer.start(in: home, options: options, environment: environment)
                do {
                    let event = try await suspension(home)
                    #expect(event.contains("its end was"))
                    let list = try await Program.succeed(["identities", "--json"], in: home)
                        .json(ListShape<IdentityLineShape>.self)
                    #expect(list.items.map(\.identity.state) == ["suspended"])
                    let jobs = try await Program.succeed(["schedule", "--json"], in: home)
                    #expect(jobs.output.contains("checkGovernance"))
                    #expect(!jobs.output.contains("carryOutGovernance"))
                } catch {
                    server.kill()
                    throw error
                }
                #expect(await server.terminate() == 0)
            }
        }
    }

    private func prepare(_ home: String, _ options: [String], _ environment: [String: String]) async throws {
        func succeed(_ arguments: [String]) async throws {
            try await Program.succeed(arguments + options, in: home, environment: environment)
        }
        try Estates.write(["estate/orders.json": Estates.workflow("w1", name: "orders")], to: home)
        try await succeed(["import", "estate", "--environment", "production"])
        for name in ["ana", "ben"] {
            try await succeed(["user", "add", "\(name)@example.com", "--name", name, "--role", "owner"])
        }
        try await succeed(
            [
                "identity", "register", "orders", "--owner", "ana@example.com", "--technical-owner", "ben@example.com",
                "--backup", "ben@example.com", "--purpose", "tells of orders", "--environment", "production",
                "--function", "sales", "--expires", Date(timeIntervalSinceNow: 8).ISO8601Format(),
            ]
        )
    }

    /// The one event that tells of the suspension, as soon as it is in the log.
    private func suspension(_ home: String) async throws -> String {
        for _ in 0..<600 {
            let log = try await Program.succeed(["log", "list", "--kind", "identityStateChanged", "--json"], in: home)
            let told = log.output.components(separatedBy: "its end was").count - 1
            if told > 0 {
                #expect(told == 1)
                return log.output
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw RunningServer.Failed("the server suspended nothing within a minute")
    }
}
