import Domain
import SQLEngine
import Store
import TestSupport
import Testing

struct IdentityTableTests {
    @Test("An identity comes back with every field it had", arguments: TestEngine.available)
    func roundTrip(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            let (full, bare) = (Identity.full("Orders", source: source.id), Identity.sample("Bare"))
            try await store.write { connection in
                try SourceTable.insert(source, in: connection)
                try IdentityTable.insert([full, bare], in: connection)
            }
            #expect(try await store.read { try IdentityTable.find(full.id, in: $0) } == full)
            #expect(try await store.read { try IdentityTable.find(bare.id, in: $0) } == bare)
            #expect(try await store.read { try IdentityTable.find(workflow: "w1", of: source.id, in: $0) } == full)
            #expect(
                try await store.read { try IdentityTable.byKey(.workflow, ["w1"], of: source.id, in: $0) } == [
                    "w1": full
                ]
            )
            let both = try await store.read { try IdentityTable.find([full.id, bare.id, .new()], in: $0) }
            #expect(both == [full.id: full, bare.id: bare])
            let all = try await store.read { connection in
                var all: Set<Identity> = []
                try IdentityTable.forEach(in: connection) { all.insert($0) }
                return all
            }
            #expect(all == [full, bare])
        }
    }

    @Test("An update writes every field but first sight and last use", arguments: TestEngine.available)
    func update(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            let bare = Identity.sample("Bare")
            var changed = Identity.full("Full", source: source.id)
            changed.id = bare.id
            changed.firstSeen = .start + .days(9)
            let written = changed
            let count = try await store.write { connection in
                try SourceTable.insert(source, in: connection)
                try IdentityTable.insert(bare, in: connection)
                return try IdentityTable.update([written, .sample("unknown")], in: connection)
            }
            #expect(count == 1)
            changed.firstSeen = bare.firstSeen
            changed.lastUsed = nil
            let expected = changed
            #expect(try await store.read { try IdentityTable.find(bare.id, in: $0) } == expected)
        }
    }

    @Test("Last use moves forward only", arguments: TestEngine.available)
    func touch(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let identity = Identity.sample("A")
            let lastUsed = try await store.write { connection in
                try IdentityTable.insert(identity, in: connection)
                try IdentityTable.touch([identity.id: .start + .seconds(5)], in: connection)
                try IdentityTable.touch([identity.id: .start + .seconds(4)], in: connection)
                return try IdentityTable.find(identity.id, in: connection)?.lastUsed
            }
            #expect(lastUsed == .start + .seconds(5))
        }
    }

    @Test("One workflow of a source has one identity", arguments: TestEngine.available)
    func oneEach(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            let error = await #expect(throws: DatabaseError.self) {
                try await store.write { connection in
                    try SourceTable.insert(source, in: connection)
                    try IdentityTable.insert(.sample("A", workflow: "w", of: source.id), in: connection)
                    try IdentityTable.insert(.sample("B", workflow: "w", of: source.id), in: connection)
                }
            }
            #expect(error?.isUniqueViolation == true)
        }
    }

    @Test("A reference is an id, an exact name or the beginning of an id", arguments: TestEngine.available)
    func references(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            var first = Identity.sample("Orders")
            var second = Identity.sample("Orders")
            first.id = try #require(ID("idn_abcd1"))
            second.id = try #require(ID("idn_abcd2"))
            let both = [first, second]
            try await store.write { try IdentityTable.insert(both, in: $0) }
            let answers = try await store.read { connection in
                try ["idn_abcd1", "Orders", "idn_abcd", "idn_abc", "idn_", "orders", "idn_abcd3", "", "x\0"].map {
                    try IdentityTable.matching($0, in: connection).map(\.id.text)
                }
            }
            let ids = both.map(\.id.text)
            #expect(answers == [["idn_abcd1"], ids, ids, [], [], [], [], [], []])
        }
    }

    @Test("The tally counts what is known of all that are not retired", arguments: TestEngine.available)
    func tally(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            var retired = Identity.sample("Old")
            retired.state = .retired
            let all = [Identity.full("Full", source: source.id), .sample("Bare"), retired]
            let tally = try await store.write { connection in
                try SourceTable.insert(source, in: connection)
                try IdentityTable.insert(all, in: connection)
                return try IdentityTable.tally(in: connection)
            }
            #expect(tally.total == 2)
            #expect(tally.byState == [.active: 1, .discovered: 1, .retired: 1])
            #expect(tally.byClass == [.changeCapable: 2])
            #expect([tally.owned, tally.withPurpose, tally.withEnd, tally.withEnvironment] == [1, 1, 1, 1])
        }
    }
}
