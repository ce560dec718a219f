import Domain
import SQLEngine
import Store

/// How a change came to be known everywhere.
struct Confirmation: Sendable {
    /// Nodes that said so, this one included.
    var confirmed: Int
    /// Nodes whose lease had to run out.
    var expired: Int
}

extension ControlPlane {
    /// Waits until every live node acts on `epoch` or may not act any more.
    ///
    /// INVARIANT: when this returns, no node forwards a request by an older view: it has confirmed the epoch, or its
    /// lease has run out by the database's clock, which is later than by its own.
    func confirmation(of epoch: Int64) async throws -> Confirmation {
        var seen: Set<String> = []
        var expired = 0
        var waitedFor: Set<String> = []
        while true {
            let (live, behind) = try await database.read { connection in
                (
                    try NodeTable.live(in: connection).map(\.id),
                    try NodeTable.live(behind: epoch, in: connection).map(\.id)
                )
            }
            seen.formUnion(live)
            expired += waitedFor.subtracting(live).count
            waitedFor = Set(behind)
            // A server confirms in `NodeLease`; a command on a store of its own is not among the nodes.
            if behind.isEmpty { return Confirmation(confirmed: max(1, seen.count - expired), expired: expired) }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
