import Domain
import SQLEngine
import Store
import TestSupport
import Testing

struct RunningTableTests {
    @Test("A store is installed once", arguments: TestEngine.available)
    func installation(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let installation = Installation(id: "i1", created: .start, keyCheck: [7])
            #expect(try await store.read { try InstallationTable.find(in: $0) } == nil)
            try await store.write { try InstallationTable.insert(installation, in: $0) }
            #expect(try await store.read { try InstallationTable.find(in: $0) } == installation)
            await #expect(throws: DatabaseError.self) {
                try await store.write { try InstallationTable.insert(installation, in: $0) }
            }
            try await store.write { try InstallationTable.setKeyCheck([8], in: $0) }
            #expect(try await store.read { try InstallationTable.find(in: $0) }?.keyCheck == [8])
        }
    }

    @Test("A setting is set, replaced and removed", arguments: TestEngine.available)
    func settings(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let values = try await store.write { connection in
                try SettingTable.set("a", to: "1", at: .start, in: connection)
                try SettingTable.set("a", to: "2", at: .start, in: connection)
                return [try SettingTable.find("a", in: connection), try SettingTable.find("b", in: connection)]
            }
            #expect(values == ["2", nil])
            #expect(try await store.read { try SettingTable.all(in: $0) } == ["a": "2"])
            #expect(try await store.write { try SettingTable.remove("a", in: $0) })
        }
    }

    @Test("Every bump of the world is seen once and wakes listeners", arguments: TestEngine.available)
    func world(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            var wakes = store.listen(WorldTable.channel).makeAsyncIterator()
            await wakes.next()
            let before = try await store.read { try WorldTable.epoch(in: $0) }
            let epochs = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<10 {
                    group.addTask { try await store.write(locking: ["world"]) { try WorldTable.bump(in: $0) } }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            await wakes.next()
            #expect(epochs == Set(before + 1...before + 10))
        }
    }

    @Test("A stop waits for the live nodes that are behind", arguments: TestEngine.available)
    func nodes(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            func confirm(_ id: String, _ epoch: Int64, _ lease: Duration) async throws -> Instant {
                try await store.write { connection in
                    try NodeTable.confirm(id, name: id, started: .start, epoch: epoch, lease: lease, in: connection)
                }
            }
            let until = try await confirm("a", 1, .seconds(60))
            _ = try await confirm("b", 1, .seconds(60))
            _ = try await confirm("b", 2, .seconds(60))
            _ = try await confirm("dead", 1, .seconds(-60))
            let live = try await store.read { try NodeTable.live(in: $0) }
            #expect(live.map(\.id) == ["a", "b"])
            #expect(live[0].leaseUntil == until && live[0].epoch == 1)
            let behind = try await store.read { try NodeTable.live(behind: 2, in: $0) }
            #expect(behind.map(\.id) == ["a"])
            #expect(try await store.write { try NodeTable.removeDead(for: .seconds(30), in: $0) } == 1)
            try await store.write { try NodeTable.remove("a", in: $0) }
            #expect(try await store.read { try NodeTable.live(in: $0) }.map(\.id) == ["b"])
        }
    }

    @Test("The database's clock moves within a transaction", arguments: TestEngine.available)
    func clock(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let times = try await store.write { connection in
                let first = try NodeTable.now(in: connection)
                var last = first
                while last == first { last = try NodeTable.now(in: connection) }
                return [first, last]
            }
            #expect(times[0] < times[1])
            #expect(times[0] > Instant.start)
        }
    }

    @Test("A repeated request gets the first one's answer", arguments: TestEngine.available)
    func idempotency(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let ends = Instant.start + .hours(1)
            func claim(
                _ key: String,
                _ request: UInt8,
                at time: Instant = .start
            ) async throws -> IdempotencyTable.Claim {
                try await store.write { connection in
                    try IdempotencyTable.claim(
                        key: key,
                        caller: "usr_1",
                        request: [request],
                        at: time,
                        expires: time + .hours(1),
                        in: connection,
                    )
                }
            }
            #expect(try await claim("k", 1) == .fresh)
            #expect(try await claim("k", 1) == .unfinished)
            #expect(try await claim("k", 2) == .otherRequest)
            try await store.write { connection in
                try IdempotencyTable.finish(key: "k", caller: "usr_1", status: 201, response: [5], in: connection)
            }
            #expect(try await claim("k", 1) == .done(status: 201, response: [5]))
            #expect(try await claim("k", 2, at: ends) == .fresh)
            #expect(try await store.write { try IdempotencyTable.removeExpired(at: ends + .hours(1), in: $0) } == 1)
        }
    }
}
