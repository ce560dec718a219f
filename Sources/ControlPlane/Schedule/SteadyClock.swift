package import Domain
package import SQLEngine
import Store
import Synchronization

/// A clock that never goes back: what has ended stays ended when somebody moves the machine's clock.
///
/// It shows the latest time it ever showed until the machine's clock has passed that. The floor is kept in the store, so
/// that a restart does not lose it.
package final class SteadyClock: Sendable {
    private let source: @Sendable () -> Instant
    private let floor: Mutex<Instant>

    private static let setting = "clock.floor"

    package init(_ source: @escaping @Sendable () -> Instant, floor: Instant = Instant(microseconds: .min)) {
        self.source = source
        self.floor = Mutex(floor)
    }

    /// A clock with the floor that a store keeps.
    package static func load(
        _ source: @escaping @Sendable () -> Instant,
        from database: any Database,
    ) async throws -> SteadyClock {
        let kept = try await database.read { try SettingTable.find(setting, in: $0) }
        return SteadyClock(source, floor: kept.flatMap { Instant($0) } ?? Instant(microseconds: .min))
    }

    package var now: Instant {
        let shown = source()
        return floor.withLock { floor in
            floor = max(floor, shown)
            return floor
        }
    }

    /// How far the machine's clock is behind what was shown before; zero when it is not.
    package var behind: Duration {
        let shown = source()
        return max(.zero, floor.withLock { $0 } - shown)
    }

    /// Keeps the floor in the store; a later one that is there stays.
    package func keep(in database: any Database) async throws {
        let now = now
        try await database.write { connection in
            if let kept = try SettingTable.find(Self.setting, in: connection).flatMap({ Instant($0) }), kept >= now {
                return
            }
            try SettingTable.set(Self.setting, to: now.text, at: now, in: connection)
        }
    }
}
