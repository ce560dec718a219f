import Domain
import Testing

@testable import ControlPlane

struct RegisterTests {
    @Test("Each missing field is named, and nothing is kept")
    func missing() async throws {
        try await House.onEach { house in
            _ = try await house.control.importEstates(
                [House.estate([House.workflow("a")])],
                dryRun: false,
                by: house.boss
            )
            var registration = Registration()
            registration.purpose = "half of it"
            let failure = try await house.failure {
                _ = try await house.control.registerIdentity("a", registration, by: house.boss)
            }
            #expect(failure?.code == .missingFields)
            #expect(
                failure?.fields.map(\.field) == [
                    "owner", "technicalOwner", "backupApprover", "function", "expires", "renewal", "stoppedBy",
                ]
            )
            #expect(try await house.control.identity("a", by: house.boss).identity.purpose == nil)
        }
    }

    @Test("Complete, it becomes active, is renewed by its class and written to the log")
    func complete() async throws {
        try await House.onEach { house in
            let identity = try await house.active()
            #expect(identity.state == .active)
            #expect(identity.renewal == house.clock.now + .days(180))
            let events = try await house.control.identity("sync", by: house.boss).events
            #expect(events.contains { $0.event.kind == .identityRegistered })
        }
    }

    @Test("Somebody who left, a shared mailbox, and the owner as backup are refused")
    func wrongPeople() async throws {
        try await House.onEach { house in
            _ = try await house.active()
            let control = house.control
            _ = try await control.putUser(
                NewUser(email: "gone@example.com", name: "gone", status: .left),
                by: house.boss,
            )
            _ = try await control.putUser(
                NewUser(email: "team@example.com", name: "team", sharedMailbox: true),
                by: house.boss,
            )
            for (email, code) in [
                ("gone@example.com", Failure.Code.invalid), ("team@example.com", .invalid),
                ("nobody@example.com", .invalid), ("ben@example.com", .missingFields),
            ] {
                var registration = Registration()
                registration.owner = email
                let failure = try await house.failure {
                    _ = try await control.registerIdentity("sync", registration, by: house.boss)
                }
                #expect(failure?.code == code, "\(email)")
            }
        }
    }

    @Test("A purpose of a megabyte is refused")
    func long() async throws {
        try await House.onEach { house in
            _ = try await house.active()
            var registration = Registration()
            registration.purpose = String(repeating: "x", count: 1_000_000)
            let failure = try await house.failure {
                _ = try await house.control.registerIdentity("sync", registration, by: house.boss)
            }
            #expect(failure?.code == .invalid)
        }
    }

    @Test("A viewer may not register, and is told by which decision")
    func viewer() async throws {
        try await House.onEach { house in
            _ = try await house.active()
            let viewer = try await house.person("vic", roles: [.viewer])
            let failure = try await house.failure {
                _ = try await house.control.registerIdentity("sync", house.registration, by: .user(viewer))
            }
            #expect(failure?.code == .forbidden)
            #expect(failure?.decision?.verdict == .noPermit)
        }
    }
}
