import Domain

/// What waits to be recorded; guarded by the mutex of its `GroupCommit`.
struct GroupQueue {
    struct Durable: Sendable {
        let event: Event
        let completion: @Sendable (Bool) -> Void
    }

    /// Events that are written in one transaction.
    struct Group: Sendable {
        var durable: [Durable]
        var noted: [Event]
        /// Noted events that were lost before, to be told of in this group.
        var lost: Int
    }

    var durable: [Durable] = []
    var noted: [Event] = []
    /// Noted events that were lost and are not yet told of in the log.
    var lost = 0
    /// Whether what was noted has waited long enough.
    var isDue = false
    /// Whether a timer runs that will make it due.
    var isTimed = false
    var isClosed = false

    var isEmpty: Bool { durable.isEmpty && noted.isEmpty && lost == 0 }

    /// Takes the next group out, as much as `limit` allows; nil when nothing has to be written yet.
    mutating func takeGroup(of limit: Int) -> Group? {
        let isReady = !durable.isEmpty || noted.count >= limit || (isDue || isClosed) && !isEmpty
        guard isReady else { return nil }
        let group = Group(
            durable: durable.take(limit),
            noted: noted.take(limit),
            lost: lost,
        )
        lost = 0
        if noted.isEmpty { isDue = false }
        return group
    }

    /// Whether a timer has to be started for what waits; it counts as started then.
    mutating func needsTimer() -> Bool {
        guard !isTimed, !isEmpty else { return false }
        isTimed = true
        return true
    }

    mutating func timerRanOut() {
        isTimed = false
        isDue = true
    }
}

extension Array {
    /// Removes and returns the first elements, at most `count`.
    fileprivate mutating func take(_ count: Int) -> [Element] {
        guard self.count > count else {
            defer { self = [] }
            return self
        }
        defer { removeFirst(count) }
        return Array(prefix(count))
    }
}
