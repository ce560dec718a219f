import Domain
import SQLEngine
import Store
import Synchronization
import TestSupport
import Testing

@testable import ControlPlane

struct LargeImportTests {
    private static func flows(_ count: Int, digest: String = "") -> [Workflow] {
        (0..<count).map { number in
            var workflow = House.workflow("flow \(number)")
            workflow.digest += digest
            return workflow
        }
    }

    @Test("A stop does not wait until a large import is done")
    func stopDuring() async throws {
        try await House.onEach { house in
            let identity = try await house.active()
            var large = House.estate(Self.flows(4000))
            large.source.root = "large"
            let done = Done()
            try await withThrowingTaskGroup { group in
                group.addTask { [large] in
                    _ = try await house.control.importEstates([large], dryRun: false, by: house.boss)
                    done.flag.withLock { $0 = true }
                }
                // The import has begun to write once its source is claimed.
                while try await house.database.read({ try $0.scalar("SELECT COUNT(*) FROM estate_parts", as: Int.self) }
                )
                    ?? 0 < 300
                { await Task.yield() }
                _ = try await house.control.stop(identity.id.text, reason: "drill", by: house.boss)
                #expect(!done.flag.withLock { $0 })
                try await group.waitForAll()
            }
            let overview = try await house.control.overview(by: house.boss)
            #expect(overview.identities == 4001)
            #expect(try await house.control.identity(identity.id.text, by: house.boss).identity.state == .suspended)
        }
    }

    @Test("Wherever an import is cut off, a source is whole or not there, and the next import brings it to its end")
    func cutOff() async throws {
        try await withEachEngine { database in
            let house = try await House(database)
            var finished = false
            var place = 1
            while !finished {
                let root = "source \(place)"
                finished = try await cut(house, root, after: place)
                place += 1
            }
            #expect(place > 8)
        }
    }

    /// Imports twice, the second time cut off before the write number `last` + 1, and once more.
    ///
    /// - Returns: Whether the second import ended before it could be cut off.
    private func cut(_ house: House, _ root: String, after last: Int) async throws -> Bool {
        let count = 260
        func estate(_ workflows: [Workflow]) -> Estate {
            var estate = House.estate(workflows)
            estate.source.root = root
            return estate
        }
        func seen() async throws -> [String] {
            let source = try await house.control.sources(by: house.boss).first { $0.description.root == root }
            guard let source else { return [] }
            return try await house.database.read { connection in
                var digests: [String] = []
                try WorkflowTable.forEachPresent(of: source.id, in: connection) { digests.append($0.workflow.digest) }
                return digests
            }
        }
        let first = Self.flows(count)
        let second = Array(Self.flows(count + 5, digest: " 2").dropFirst(3))
        let before = Set(first.map(\.digest))
        let after = Set(second.map(\.digest))
        _ = try await house.control.importEstates([estate(first)], dryRun: false, by: house.boss)
        let dying = try await dying(house, after: last)
        let finished: Bool
        do {
            _ = try await dying.control.importEstates([estate(second)], dryRun: false, by: house.boss)
            finished = true
        } catch is DyingDatabase.Died {
            finished = false
        }
        let digests = Set(try await seen())
        #expect(digests == before || digests == after)
        house.clock.advance(by: SourceTable.claimLife)
        let again = try await house.control.importEstates([estate(second)], dryRun: false, by: house.boss)
        #expect(Set(try await seen()) == after)
        #expect(again.sources[0].unchanged == (digests == after ? count + 2 : 0))
        var filter = IdentityFilter()
        filter.source = try await house.control.sources(by: house.boss).first { $0.description.root == root }?.id
        let page = try await house.control.identities(filter, page: PageRequest(limit: 1000), by: house.boss)
        #expect(page.total == count + 5)
        #expect(page.items.count { $0.identity.vanished != nil } == 3)
        let changed = try await house.control.identity(
            try #require(page.items.first { $0.identity.name == "flow 100" }).identity.id.text,
            by: house.boss
        )
        #expect(changed.history.count == 1)
        #expect(changed.events.map(\.event.kind) == [.identityChanged, .identityDiscovered])
        return finished
    }

    /// The same installation in a process that will be killed after some writes.
    private func dying(_ house: House, after writes: Int) async throws -> House {
        let database = DyingDatabase(house.database)
        let dying = try await House(database, vault: house.vault, clock: house.clock)
        database.die(after: writes)
        return dying
    }

    @Test("An import waits until the claim of one that was killed has ended")
    func waitsForTheDead() async throws {
        try await withEachEngine { database in
            let house = try await House(database)
            let dying = try await dying(house, after: 2)
            let estate = House.estate(Self.flows(260))
            await #expect(throws: DyingDatabase.Died.self) {
                _ = try await dying.control.importEstates([estate], dryRun: false, by: house.boss)
            }
            async let waiting = house.control.importEstates([estate], dryRun: false, by: house.boss)
            house.clock.advance(by: SourceTable.claimLife)
            let report = try await waiting.sources[0]
            #expect(report.added == 260)
        }
    }

    @Test("Of several first imports of one source at one moment each is done, one after another")
    func atOneMoment() async throws {
        try await withEachEngine { database in
            let house = try await House(database)
            let estate = House.estate(Self.flows(3))
            let reports = try await withThrowingTaskGroup(of: ImportReport.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await house.control.importEstates([estate], dryRun: false, by: house.boss) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reports.map { $0.sources[0].added }.sorted() == [0, 0, 0, 3])
            #expect(try await house.control.overview(by: house.boss).identities == 3)
        }
    }

    @Test("A copy is quarantined though its import was killed, at whatever write", arguments: 1...5)
    func copyOfTheDead(writes: Int) async throws {
        try await withEachEngine { database in
            let house = try await House(database)
            var (original, copy) = (House.workflow("original"), House.workflow("copy"))
            (original.graphKey, copy.graphKey) = ("graph", "graph")
            _ = try await house.control.importEstates([House.estate([original])], dryRun: false, by: house.boss)
            let dying = try await dying(house, after: writes)
            let estate = House.estate([original, copy])
            await #expect(throws: DyingDatabase.Died.self) {
                _ = try await dying.control.importEstates([estate], dryRun: false, by: house.boss)
            }
            house.clock.advance(by: SourceTable.claimLife)
            let resumed = try await house.control.resumeImports(by: house.boss)
            if resumed.isEmpty {
                _ = try await house.control.importEstates([estate], dryRun: false, by: house.boss)
            }
            #expect(try await house.control.identity("copy", by: house.boss).identity.state == .quarantined)
            #expect(try await house.control.identity("original", by: house.boss).identity.state == .discovered)
        }
    }

    @Test("What was shown and not followed up is followed up without another import")
    func resumes() async throws {
        try await withEachEngine { database in
            let house = try await House(database)
            // Claim, two writes out of sight, and the one that shows it.
            let dying = try await dying(house, after: 4)
            await #expect(throws: DyingDatabase.Died.self) {
                _ = try await dying.control.importEstates(
                    [House.estate(Self.flows(260))],
                    dryRun: false,
                    by: house.boss
                )
            }
            #expect(try await house.control.overview(by: house.boss).identities == 0)
            #expect(try await house.control.resumeImports(by: house.boss).isEmpty)
            house.clock.advance(by: SourceTable.claimLife)
            #expect(try await house.control.resumeImports(by: house.boss).map(\.description.root) == ["shop"])
            #expect(try await house.control.overview(by: house.boss).identities == 260)
            #expect(try await house.control.resumeImports(by: house.boss).isEmpty)
        }
    }
}

private final class Done: Sendable {
    let flag = Mutex(false)
}

/// A database that dies after some writes: what a process does that is killed.
private final class DyingDatabase: Database {
    struct Died: Error {}

    private let database: any Database
    private let left = Mutex(Int.max)

    init(_ database: any Database) { self.database = database }

    func die(after writes: Int) { left.withLock { $0 = writes } }

    var engine: Engine { database.engine }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await database.read(body)
    }

    func write<T: Sendable>(
        locking names: [String],
        _ body: @escaping @Sendable (any Connection) throws -> T,
    ) async throws -> T {
        try left.withLock { left in
            guard left > 0 else { throw Died() }
            left -= 1
        }
        return try await database.write(locking: names, body)
    }

    func listen(_ channel: Identifier) -> AsyncStream<Void> { database.listen(channel) }

    func durabilityProblems() async throws -> [String] { try await database.durabilityProblems() }

    func close() async {}
}
