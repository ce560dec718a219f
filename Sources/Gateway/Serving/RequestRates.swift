import Domain
import Synchronization

/// How many requests of each identity this gateway let through in the last minute, over all its loops.
///
/// Only identities with a condition that needs it are counted; all others take no lock. A request is counted before it is
/// decided and given back when it is refused, so that two at the same moment never both take the last place.
final class RequestRates: Sendable {
    /// Identities are spread over these by their hash, so that they seldom wait for each other.
    private let parts = (0..<16).map { _ in Part() }

    private final class Part: Sendable {
        let minutes = Mutex<[ID<Identity>: Minute]>([:])
    }

    /// Counts a request.
    ///
    /// - Returns: How many there were in the minute before it.
    func take(_ identity: ID<Identity>, at now: Instant) -> Int {
        part(identity).minutes.withLock { minutes in
            if minutes.count >= 1024, minutes[identity] == nil {
                minutes = minutes.filter { now - $0.value.latest < .seconds(60) }
            }
            return minutes[identity, default: Minute(now)].add(at: now)
        }
    }

    /// Takes a request that was counted at `moment` off again.
    func giveBack(_ identity: ID<Identity>, at moment: Instant) {
        part(identity).minutes.withLock { $0[identity]?.remove(at: moment) }
    }

    private func part(_ identity: ID<Identity>) -> Part {
        parts[Int(truncatingIfNeeded: UInt(bitPattern: identity.hashValue) % UInt(parts.count))]
    }
}

/// Requests by the tenth of a second: a minute is over a tenth late at most, never early.
private struct Minute {
    private static let slots = 601

    private var counts = [UInt32](repeating: 0, count: slots)
    private var total = 0
    /// The tenth of a second that was last counted in.
    private var last: Int64

    init(_ now: Instant) { last = Self.slot(now) }

    var latest: Instant { Instant(microseconds: last * 100_000) }

    /// - Returns: How many there were before.
    mutating func add(at now: Instant) -> Int {
        move(to: Self.slot(now))
        let before = total
        counts[Self.place(last)] += 1
        total += 1
        return before
    }

    mutating func remove(at moment: Instant) {
        let slot = Self.slot(moment)
        // What is older than a minute is off already.
        guard slot > last - Int64(Self.slots), slot <= last, counts[Self.place(slot)] > 0 else { return }
        counts[Self.place(slot)] -= 1
        total -= 1
    }

    private mutating func move(to slot: Int64) {
        // A clock that went back counts where it was.
        guard slot > last else { return }
        for passed in (max(last + 1, slot - Int64(Self.slots) + 1))...slot {
            total -= Int(counts[Self.place(passed)])
            counts[Self.place(passed)] = 0
        }
        last = slot
    }

    private static func slot(_ instant: Instant) -> Int64 { instant.microseconds / 100_000 }

    private static func place(_ slot: Int64) -> Int { Int(((slot % Int64(slots)) + Int64(slots)) % Int64(slots)) }
}
