package import Domain
package import SQLEngine
import Store

/// Keeps this node's lease on its view of the world: follows every change, confirms it, and lets the view lapse when the
/// store cannot be reached.
package struct NodeLease: Sendable {
    /// How long a confirmed view may be believed.
    package static let length = Duration.seconds(2)

    private let id: String
    private let name: String
    private let started: Instant
    private let world: World
    private let database: any Database
    private let vault: Vault
    private let now: @Sendable () -> Instant

    package init(
        id: String,
        name: String,
        world: World,
        database: any Database,
        vault: Vault,
        now: @escaping @Sendable () -> Instant,
    ) {
        self.id = id
        self.name = name
        self.world = world
        self.database = database
        self.vault = vault
        self.now = now
        started = now()
    }

    /// Confirms once; afterwards the view may be believed for the lease's length, counted from before the call.
    package func renew() async throws {
        let before = ContinuousClock.now
        try await world.refresh(from: database, vault: vault, now: now())
        let epoch = world.epoch
        let (id, name, started) = (id, name, started)
        try await database.write { connection in
            try NodeTable.confirm(id, name: name, started: started, epoch: epoch, lease: Self.length, in: connection)
        }
        world.believe(until: before + Self.length)
    }

    /// Renews until cancelled: at every change of the world, and at least every half second.
    ///
    /// - Parameter failed: Told of each renewal that did not succeed.
    package func run(failed: @escaping @Sendable (any Error) -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in database.listen(WorldTable.channel) {
                    do { try await renew() } catch { failed(error) }
                }
            }
            group.addTask {
                while !Task.isCancelled {
                    do { try await renew() } catch { failed(error) }
                    try? await Task.sleep(for: .milliseconds(500))
                }
            }
            await group.next()
            group.cancelAll()
        }
        let id = id
        try? await database.write { try NodeTable.remove(id, in: $0) }
    }
}
