import Synchronization

/// One line on standard error, drawn from one second on, at most ten times a second.
final class ProgressBar: Sendable {
    private struct State {
        var drawn: ContinuousClock.Instant?
        var isShown = false
    }

    private let label: String
    private let terminal = Terminal.current
    private let began: ContinuousClock.Instant
    private let state = Mutex(State())

    private static let cells = 30

    init(label: String, began: ContinuousClock.Instant = .now) {
        self.label = label
        self.began = began
    }

    /// May be called from any thread.
    func update(done: Int, of total: Int) {
        guard terminal.showsProgress else { return }
        let now = ContinuousClock.now
        guard now - began > .seconds(1) else { return }
        state.withLock { state in
            if let drawn = state.drawn, now - drawn < .milliseconds(100), done < total { return }
            state.drawn = now
            state.isShown = true
            let filled = total <= 0 ? 0 : Self.cells * min(max(done, 0), total) / total
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.cells - filled)
            terminal.draw("\r\(label) \(bar) \(done)/\(total)")
        }
    }

    /// Says in place of the bar what happens now that cannot be counted.
    func pass(to words: String) {
        state.withLock { state in
            if state.isShown { terminal.draw("\r\u{1B}[K\(words)") }
        }
    }

    /// Takes the line away.
    func finish() {
        state.withLock { state in
            if state.isShown { terminal.draw("\r\u{1B}[K") }
            state.isShown = false
        }
    }
}
