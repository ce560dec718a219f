import Domain
import Synchronization

@testable import ControlPlane

/// An outside that answers as a test says, and remembers what it was sent.
final class Receiver: Sendable {
    private let state = Mutex<(answers: [Int], messages: [OutgoingMessage])>(([], []))

    /// Answers with these statuses in turn, then with 200.
    init(_ answers: [Int] = []) { state.withLock { $0.answers = answers } }

    var messages: [OutgoingMessage] { state.withLock { $0.messages } }

    func receive(_ message: OutgoingMessage) -> Int {
        state.withLock { state in
            state.messages.append(message)
            return state.answers.isEmpty ? 200 : state.answers.removeFirst()
        }
    }

    func joined(to house: House) -> House { house.sending { self.receive($0) } }
}

extension OutgoingMessage {
    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    var text: String { String(decoding: body, as: UTF8.self) }
}
