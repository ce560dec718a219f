package import Domain
package import SQLEngine
import Synchronization

/// Records events in groups, one transaction each, for callers that have no transaction of their own.
///
/// A durable event commits with the next group, which begins as soon as the one before it is done: under load groups
/// form by themselves, and a single caller waits for one commit. Other events wait up to `Limits.delay` for company.
/// What cannot be kept of these is counted, and the count is in the log as soon as the log can be written again.
///
/// There is one consumer, `run`, so that events keep the order in which they came.
package final class GroupCommit: Sendable {
    package struct Limits: Sendable {
        /// The longest time from `note` until the beginning of its transaction.
        package var delay: Duration = .milliseconds(100)
        /// The most events of one transaction.
        package var group = 1_000
        /// The most events that wait to be noted; more are counted as lost.
        package var backlog = 50_000
        /// The most durable events that wait; more are refused at once.
        package var durableBacklog = 10_000

        package init() {}
    }

    /// Further writes of the same transaction, made for the events of a group.
    package typealias Companion = @Sendable (_ events: [Event], _ connection: any Connection) throws -> Void

    private let database: any Database
    private let limits: Limits
    private let now: @Sendable () -> Instant
    private let companion: Companion?
    private let failed: @Sendable (any Error) -> Void
    private let queue = Mutex(GroupQueue())
    private let wake: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    /// Takes `now` for the time of `requestsLost` events; `failed` is told of each group that could not be written.
    package init(
        database: any Database,
        limits: Limits = Limits(),
        now: @escaping @Sendable () -> Instant,
        companion: Companion? = nil,
        failed: @escaping @Sendable (any Error) -> Void,
    ) {
        self.database = database
        self.limits = limits
        self.now = now
        self.companion = companion
        self.failed = failed
        (wake, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Records an event durably.
    ///
    /// - Returns: true when it is committed. false when it is not, or not known to be: what it would have allowed must
    ///   not happen.
    package func record(_ event: Event) async -> Bool {
        await withCheckedContinuation { continuation in
            record(event) { continuation.resume(returning: $0) }
        }
    }

    /// As `record(_:)`; `completion` is called once, from the consumer or at once from here.
    package func record(_ event: Event, completion: @escaping @Sendable (Bool) -> Void) {
        let isTaken = queue.withLock { queue in
            guard !queue.isClosed, queue.durable.count < limits.durableBacklog else { return false }
            queue.durable.append(GroupQueue.Durable(event: event, completion: completion))
            return true
        }
        if isTaken { waker.yield() } else { completion(false) }
    }

    /// Hands an event over to be recorded soon.
    package func note(_ event: Event) {
        let isFirst = queue.withLock { queue in
            guard !queue.isClosed, queue.noted.count < limits.backlog else {
                queue.lost += 1
                return false
            }
            queue.noted.append(event)
            return queue.noted.count == 1 || queue.noted.count == limits.group
        }
        if isFirst { waker.yield() }
    }

    /// How many noted events were lost and are not yet counted in the log.
    package var lost: Int { queue.withLock { $0.lost } }

    /// Records what comes until `close` is called or the task is cancelled, and then what was taken until then.
    package func run(on clock: some Clock<Duration> = ContinuousClock()) async {
        await withDiscardingTaskGroup { timers in
            for await _ in wake {
                let succeeds = await writeGroups()
                if queue.withLock({ $0.isClosed }) { break }
                guard queue.withLock({ $0.needsTimer() }) else { continue }
                // After a failure not at once again: the store needs time to come back.
                let delay = succeeds ? limits.delay : max(limits.delay, .seconds(1))
                timers.addTask {
                    try? await clock.sleep(for: delay)
                    self.queue.withLock { $0.timerRanOut() }
                    self.waker.yield()
                }
            }
            timers.cancelAll()
        }
        queue.withLock { $0.isClosed = true }
        // Everybody who waits is answered, even when nothing can be written any more.
        while let group = queue.withLock({ $0.takeGroup(of: limits.group) }) {
            _ = await write(group)
            if queue.withLock({ $0.durable.isEmpty && $0.noted.isEmpty }) { break }
        }
    }

    /// Takes no more events; `run` returns when those taken are written.
    package func close() {
        queue.withLock { $0.isClosed = true }
        waker.yield()
    }

    /// Writes all groups that are ready.
    ///
    /// - Returns: false when one could not be written; what is noted since waits for the timer.
    private func writeGroups() async -> Bool {
        while let group = queue.withLock({ $0.takeGroup(of: limits.group) }) {
            guard await write(group) else { return false }
        }
        return true
    }

    private func write(_ group: GroupQueue.Group) async -> Bool {
        var events = group.noted + group.durable.map(\.event)
        if group.lost > 0 { events.append(requestsLost(group.lost)) }
        do {
            try await database.write(locking: [AuditLog.lock]) { [events, companion] connection in
                try AuditLog.append(events, in: connection)
                try companion?(events, connection)
            }
        } catch {
            queue.withLock { $0.lost += group.noted.count + group.lost }
            for durable in group.durable { durable.completion(false) }
            failed(error)
            return false
        }
        for durable in group.durable { durable.completion(true) }
        return true
    }

    private func requestsLost(_ count: Int) -> Event {
        let time = now()
        return Event(
            id: ID(at: time),
            at: time,
            kind: .requestsLost,
            actor: .penstock,
            detail: ["count": String(count)],
        )
    }
}
