import Synchronization

/// The streams that listen on channels within this process.
final class Subscribers: Sendable {
    private struct State {
        var channels: [String: [Int: AsyncStream<Void>.Continuation]] = [:]
        var nextID = 0
        var isFinished = false
    }

    private let state = Mutex(State())

    var channels: [String] { state.withLock { Array($0.channels.keys) } }

    /// A new stream; `isFirst` is true when nobody listened on the channel before.
    func subscribe(to channel: String) -> (stream: AsyncStream<Void>, isFirst: Bool) {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id: Int? = state.withLock { state in
            guard !state.isFinished else { return nil }
            state.nextID += 1
            state.channels[channel, default: [:]][state.nextID] = continuation
            return state.nextID
        }
        guard let id else {
            continuation.finish()
            return (stream, false)
        }
        continuation.onTermination = { [weak self] _ in self?.remove(id, from: channel) }
        return (stream, state.withLock { $0.channels[channel]?.count == 1 })
    }

    /// Wakes everybody who listens on `channel`, or on any channel when nil.
    func wake(_ channel: String?) {
        let continuations = state.withLock { state in
            if let channel {
                Array((state.channels[channel] ?? [:]).values)
            } else {
                state.channels.values.flatMap(\.values)
            }
        }
        for continuation in continuations { continuation.yield() }
    }

    func finish() {
        let continuations = state.withLock { state in
            state.isFinished = true
            defer { state.channels = [:] }
            return state.channels.values.flatMap(\.values)
        }
        for continuation in continuations { continuation.finish() }
    }

    private func remove(_ id: Int, from channel: String) {
        state.withLock { state in
            state.channels[channel]?[id] = nil
            if state.channels[channel]?.isEmpty == true { state.channels[channel] = nil }
        }
    }
}
