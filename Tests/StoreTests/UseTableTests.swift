import Domain
import SQLEngine
import Store
import TestSupport
import Testing

struct UseTableTests {
    private let noon = Instant(seconds: 1_800_014_400)

    private func use(
        _ resource: String,
        after: Duration = .zero,
        count: Int = 1,
        keepAlives: Int = 0
    ) throws -> RecordedUse {
        RecordedUse(
            identity: try #require(ID("idn_sync")),
            action: .read,
            resource: try #require(ResourcePath(resource)),
            address: "127.0.0.1",
            verdict: .allow,
            count: count,
            keepAlives: keepAlives,
            last: noon + after,
        )
    }

    @Test("F11: use is counted by day and kind, and keep-alives apart", arguments: TestEngine.available)
    func counts(on engine: TestEngine) async throws {
        let first = [try use("crm/contacts"), try use("crm/contacts", after: .seconds(9)), try use("crm/deals")]
        let second = [try use("crm/contacts", after: .seconds(5), count: 0, keepAlives: 1)]
        let later = [try use("crm/contacts", after: .days(1))]
        let identity = try #require(ID<Identity>("idn_sync"))
        try await engine.withStore { store in
            try await store.write { connection in
                for group in [first, second, later] { try UseTable.record(group, in: connection) }
            }
            let (all, newest, day) = try await store.read { connection in
                (
                    try UseTable.find(of: identity, since: noon, in: connection),
                    try UseTable.find(of: identity, since: noon + .days(1), in: connection),
                    try UseTable.firstDay(in: connection)
                )
            }
            #expect(
                all.map { "\($0.resource) \($0.count) \($0.keepAlives)" } == [
                    "crm/contacts 2 1", "crm/deals 1 0", "crm/contacts 1 0",
                ]
            )
            #expect(all.first?.last == noon + .seconds(9))
            #expect(newest.count == 1)
            #expect(day == noon.startOfDay)
            let removed = try await store.write { try UseTable.remove(before: noon + .days(1), in: $0) }
            #expect(removed == 2)
        }
    }
}
