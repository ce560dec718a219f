import CLibPQ
import Foundation

/// Hears notifications on a connection and a thread of its own, started by the first subscriber.
///
/// After a lost connection it connects again and wakes everybody, since notifications may have been missed.
///
/// SAFETY: every stored `var` is read and written only while `lock` is locked.
final class PostgresListener: @unchecked Sendable {
    private let address: PostgresAddress
    private let subscribers = Subscribers()
    private let lock = NSLock()
    private var wakeup: WakeupPipe?
    /// Channels to listen on that the thread has not seen yet.
    private var requested: [String] = []
    private var isClosed = false

    init(_ address: PostgresAddress) {
        self.address = address
    }

    func listen(_ channel: Identifier) -> AsyncStream<Void> {
        let stream = subscribers.subscribe(to: channel.name).stream
        lock.withLock {
            guard !isClosed else { return }
            requested.append(channel.name)
            if let wakeup {
                wakeup.signal()
            } else if let pipe = WakeupPipe() {
                wakeup = pipe
                let thread = Thread { self.work(pipe) }
                thread.name = "penstock-listen"
                thread.start()
            }
        }
        return stream
    }

    /// Ends all streams.
    ///
    /// The thread ends by itself: it may be waiting for a server that is away, which must not hold up a program that ends.
    func close() {
        lock.withLock {
            isClosed = true
            wakeup?.signal()
        }
        subscribers.finish()
    }

    private func work(_ pipe: WakeupPipe) {
        var delay = 0.1
        while !lock.withLock({ isClosed }) {
            do throws(PostgresFailure) {
                let session = try PostgresSession(address)
                delay = 0.1
                try hear(session, pipe)
            } catch {
                // The server is away: wait longer each time, up to 5 seconds, and try again.
                _ = pipe.wait(besides: nil, seconds: delay)
                delay = min(delay * 2, 5)
            }
        }
    }

    /// Returns when the listener is closed.
    private func hear(_ session: PostgresSession, _ pipe: WakeupPipe) throws(PostgresFailure) {
        _ = takeRequested()
        for channel in Set(subscribers.channels) { try session.command("LISTEN \"\(channel)\"") }
        subscribers.wake(nil)
        while true {
            guard let channels = takeRequested() else { return }
            for channel in channels {
                try session.command("LISTEN \"\(channel)\"")
                subscribers.wake(channel)
            }
            wakeNotified(session)
            guard pipe.wait(besides: PQsocket(session.connection), seconds: nil) else { continue }
            guard PQconsumeInput(session.connection) == 1 else {
                throw PostgresFailure(connection: "the connection was lost")
            }
            wakeNotified(session)
        }
    }

    /// The channels asked for since the last call; nil when the listener is closed.
    private func takeRequested() -> [String]? {
        lock.withLock {
            defer { requested = [] }
            return isClosed ? nil : requested
        }
    }

    private func wakeNotified(_ session: PostgresSession) {
        while let notification = PQnotifies(session.connection) {
            subscribers.wake(String(cString: notification.pointee.relname))
            PQfreemem(notification)
        }
    }
}
