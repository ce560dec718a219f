import Synchronization
import Testing

@testable import CLI

struct ProgressBarTests {
    @Test("A bar is drawn from one second on, and taken away at the end")
    func drawn() {
        let text = drawing(began: .now - .seconds(2)) { bar in
            bar.update(done: 10, of: 20)
            bar.pass(to: "taking over")
            bar.finish()
        }
        let half = String(repeating: "█", count: 15) + String(repeating: "░", count: 15)
        #expect(text == "\rreading \(half) 10/20\r\u{1B}[Ktaking over\r\u{1B}[K")
    }

    @Test("What takes less than a second draws nothing, and neither does a pipe")
    func quiet() {
        let body: (ProgressBar) -> Void = { bar in
            bar.update(done: 20, of: 20)
            bar.pass(to: "taking over")
            bar.finish()
        }
        #expect(drawing(began: .now + .seconds(3600), body).isEmpty)
        #expect(drawing(began: .now - .seconds(2), showsProgress: false, body).isEmpty)
    }

    @Test("Numbers that make no sense draw a bar all the same", arguments: [(-1, 10), (11, 10), (0, 0), (5, -1)])
    func odd(done: Int, total: Int) {
        let text = drawing(began: .now - .seconds(2)) { $0.update(done: done, of: total) }
        #expect(text.count { $0 == "█" || $0 == "░" } == 30)
    }

    private func drawing(
        began: ContinuousClock.Instant,
        showsProgress: Bool = true,
        _ body: (ProgressBar) -> Void,
    ) -> String {
        let drawn = Drawn()
        let terminal = Terminal(
            showsColour: false,
            showsProgress: showsProgress,
            width: nil,
            write: { _ in },
            complain: { drawn.add($0) },
        )
        Terminal.$current.withValue(terminal) { body(ProgressBar(label: "reading", began: began)) }
        return drawn.text
    }
}

private final class Drawn: Sendable {
    private let state = Mutex("")

    var text: String { state.withLock { $0 } }

    func add(_ piece: String) { state.withLock { $0 += piece } }
}
