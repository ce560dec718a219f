package import Decisions
package import Domain
package import SQLEngine
import Store
import Synchronization

/// What this node believes: the snapshot that decisions are made from, and until when it may be believed.
///
/// Readers take it whole; it is swapped whole. It is behind the store for the moment between a commit and `refresh`, and
/// a change is acknowledged only after that.
package final class World: Sendable {
    private struct State {
        var view: View
        /// nil: believed without end (this process is the only one on its store).
        var believedUntil: ContinuousClock.Instant?
        /// Set when the store has changed and could not be read: nothing is believed until it was.
        var broken = false
    }

    private enum Outcome {
        case overtaken, same, swapped
    }

    private let state: Mutex<State>
    private let listeners = Mutex<[@Sendable (Snapshot) async -> Void]>([])

    private init(_ view: View) {
        state = Mutex(State(view: view))
    }

    /// Loads the facts of a store.
    package static func load(from database: any Database, vault: Vault, now: Instant) async throws -> World {
        World(try await View.load(from: database, vault: vault, now: now))
    }

    /// The snapshot decisions are made from; nil when it may not be believed, and then everything is refused.
    package var snapshot: Snapshot? { believed?.snapshot }

    /// Epoch of the world that this node has.
    package var epoch: Int64 { state.withLock { $0.view.epoch } }

    /// Whether a lease was taken back before its end; true also when this node may not be believed.
    package func isRevoked(_ lease: ID<Lease>) -> Bool { believed?.revoked.contains(lease) ?? true }

    /// The sealed credential of a system, opened; nil when there is none.
    package func credential(of system: String) -> Secret? { believed?.credentials[system] }

    /// Calls `listener` after each swap; whoever refreshes, and so whoever waits for a stop, waits until it is done.
    package func onSwap(_ listener: @escaping @Sendable (Snapshot) async -> Void) {
        listeners.withLock { $0.append(listener) }
    }

    /// Brings this node to `epoch` or later.
    ///
    /// - Throws: What reading the store throws; the view is then not believed until a later refresh succeeds.
    package func refresh(
        atLeast epoch: Int64? = nil,
        from database: any Database,
        vault: Vault,
        now: Instant,
    ) async throws {
        do {
            while true {
                let current = state.withLock { $0.view }
                if let epoch, current.epoch >= epoch, !isBroken { return }
                let next = try await current.following(from: database, vault: vault, now: now)
                let outcome = state.withLock { state -> Outcome in
                    // Another refresh may have been faster; never step back.
                    guard state.view.epoch <= next.epoch else { return .overtaken }
                    let same = state.view.epoch == next.epoch && !state.broken
                    state.view = next
                    state.broken = false
                    return same ? .same : .swapped
                }
                switch outcome {
                case .overtaken: continue
                case .same: return
                case .swapped:
                    for listener in listeners.withLock({ $0 }) { await listener(next.snapshot) }
                    return
                }
            }
        } catch {
            state.withLock { $0.broken = true }
            throw error
        }
    }

    /// Sets until when the view may be believed without another word from the store.
    package func believe(until instant: ContinuousClock.Instant) {
        state.withLock { $0.believedUntil = instant }
    }

    private var isBroken: Bool { state.withLock { $0.broken } }

    private var believed: View? {
        state.withLock { state in
            if state.broken { return nil }
            if let end = state.believedUntil, ContinuousClock.now >= end { return nil }
            return state.view
        }
    }
}
