import Domain
import SQLEngine
import Store
import TestSupport
import Testing

struct PeopleTableTests {
    @Test("A person comes back as written and is found by address in either case", arguments: TestEngine.available)
    func users(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            var kim = User.sample("kim@example.com")
            try await store.write { [kim] in try UserTable.insert(kim, at: .start, in: $0) }
            kim.status = .left
            kim.roles = []
            kim.team = nil
            kim.sharedMailbox = true
            let changed = kim
            #expect(try await store.write { try UserTable.update(changed, at: .start, in: $0) })
            #expect(try await store.read { try UserTable.find(changed.id, in: $0) } == changed)
            #expect(try await store.read { try UserTable.find(email: "Kim@Example.com", in: $0) } == changed)
            #expect(try await store.read { try UserTable.all(in: $0) } == [changed])
            #expect(try await store.read { try UserTable.count(in: $0) } == 1)
            let error = await #expect(throws: DatabaseError.self) {
                try await store.write { try UserTable.insert(.sample("kim@example.com"), at: .start, in: $0) }
            }
            #expect(error?.isUniqueViolation == true)
        }
    }

    @Test("Wrong tries are counted until a right one", arguments: TestEngine.available)
    func passphrases(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let kim = User.sample("kim@example.com")
            let records = try await store.write { connection in
                try UserTable.insert(kim, at: .start, in: connection)
                var records = [try PassphraseTable.find(kim.id, in: connection)]
                try PassphraseTable.set("verifier 1", for: kim.id, at: .start, in: connection)
                let block = Instant.start + .seconds(30)
                try PassphraseTable.noteFailure(of: kim.id, blockedUntil: nil, in: connection)
                try PassphraseTable.noteFailure(of: kim.id, blockedUntil: block, in: connection)
                records.append(try PassphraseTable.find(kim.id, in: connection))
                try PassphraseTable.noteSuccess(of: kim.id, in: connection)
                records.append(try PassphraseTable.find(kim.id, in: connection))
                try PassphraseTable.set("verifier 2", for: kim.id, at: .start + .days(1), in: connection)
                records.append(try PassphraseTable.find(kim.id, in: connection))
                return records
            }
            #expect(records.map { $0?.failures } == [nil, 2, 0, 0])
            #expect(records[1]?.blockedUntil == .start + .seconds(30))
            #expect(records[2]?.blockedUntil == nil)
            #expect(records.map { $0?.verifier } == [nil, "verifier 1", "verifier 1", "verifier 2"])
        }
    }

    @Test("A session lives until its end, and ends with its person's others", arguments: TestEngine.available)
    func sessions(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let kim = User.sample("kim@example.com")
            func session(_ number: UInt8) -> SessionRecord {
                SessionRecord(
                    digest: [number, 0],
                    user: kim.id,
                    kind: .console,
                    csrf: "c\(number)",
                    created: .start,
                    expires: .start + .hours(1),
                )
            }
            let (first, second) = (session(1), session(2))
            let ends = Instant.start + .hours(1)
            try await store.write { connection in
                try UserTable.insert(kim, at: .start, in: connection)
                try SessionTable.insert(first, in: connection)
                try SessionTable.insert(second, in: connection)
            }
            #expect(try await store.read { try SessionTable.find(digest: [1, 0], at: .start, in: $0) } == first)
            #expect(try await store.read { try SessionTable.find(digest: [1, 0], at: ends, in: $0) } == nil)
            let touched = try await store.write { connection in
                let later = ends + .hours(1)
                try SessionTable.touch(digest: [1, 0], at: .start + .minutes(5), expires: later, in: connection)
                return try SessionTable.find(digest: [1, 0], at: ends, in: connection)
            }
            #expect(touched?.lastSeen == .start + .minutes(5))
            #expect(try await store.write { try SessionTable.removeExpired(at: ends, in: $0) } == 1)
            #expect(try await store.write { try SessionTable.removeAll(of: kim.id, except: [1, 0], in: $0) } == 0)
            #expect(try await store.write { try SessionTable.removeAll(of: kim.id, in: $0) } == 1)
            #expect(try await store.write { try SessionTable.remove(digest: [1, 0], in: $0) } == false)
        }
    }

    @Test("A one-time link works once, and not after its end", arguments: TestEngine.available)
    func links(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let kim = User.sample("kim@example.com")
            let ends = Instant.start + .hours(1)
            let redeemed = try await store.write { connection in
                try UserTable.insert(kim, at: .start, in: connection)
                for number in 1...3 as ClosedRange<UInt8> {
                    try OneTimeLinkTable.insert(
                        digest: [number],
                        user: kim.id,
                        created: .start,
                        expires: ends,
                        in: connection,
                    )
                }
                return try [([1], Instant.start), ([1], .start), ([2], ends), ([9], .start)].map { digest, time in
                    try OneTimeLinkTable.redeem(digest: digest, at: time, in: connection)
                }
            }
            #expect(redeemed == [kim.id, nil, nil, nil])
            #expect(try await store.write { try OneTimeLinkTable.revokeAll(of: kim.id, in: $0) } == 2)
            #expect(try await store.write { try OneTimeLinkTable.removeExpired(at: ends, in: $0) } == 1)
        }
    }
}
