import Domain
import SQLEngine
import Store
import TestSupport
import Testing

struct WorldChangeTests {
    @Test("A node that is behind learns what changed since, each record once", arguments: TestEngine.available)
    func changes(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let known = try await store.read { try WorldTable.epoch(in: $0) }
            let (first, second) = (WorldChange(kind: .identity, id: "idn_1"), WorldChange(kind: .grant, id: "grt_1"))
            try await store.write { connection in
                _ = try WorldTable.advance(touching: [first, second], in: connection)
                _ = try WorldTable.advance(touching: [first], in: connection)
            }
            let answers = try await store.read { connection in
                [
                    try WorldTable.changes(since: known, atMost: 10, in: connection),
                    try WorldTable.changes(since: known + 1, atMost: 10, in: connection),
                    try WorldTable.changes(since: known + 2, atMost: 10, in: connection),
                    try WorldTable.changes(since: known, atMost: 1, in: connection),
                    try WorldTable.changes(since: known - 10_000, atMost: 10, in: connection),
                ]
            }
            #expect(answers == [[second, first], [first], [], nil, nil])
        }
    }
}
