import Foundation

/// Threads that each hold at most one connection and run jobs one after another.
///
/// Threads are started when all others are busy and end after a minute without work.
///
/// SAFETY: every stored `var` is read and written only while `condition` is locked.
final class PostgresWorkers: @unchecked Sendable {
    typealias Job = @Sendable (_ session: inout PostgresSession?) -> Void

    private let condition = NSCondition()
    private let maximumThreads: Int
    private var jobs: [Job] = []
    private var threads = 0
    private var idleThreads = 0
    private var isClosed = false
    private var waitingForEnd: [CheckedContinuation<Void, Never>] = []

    init(maximumThreads: Int) {
        self.maximumThreads = max(1, maximumThreads)
    }

    /// Queues a job.
    ///
    /// - Returns: False when the workers are closed and the job will never run.
    func submit(_ job: @escaping Job) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard !isClosed else { return false }
        jobs.append(job)
        if idleThreads < jobs.count, threads < maximumThreads {
            threads += 1
            let thread = Thread { self.work() }
            thread.name = "penstock-postgres"
            thread.start()
        } else {
            condition.signal()
        }
        return true
    }

    /// Returns when all queued jobs have run and all connections are closed.
    func close() async {
        await withCheckedContinuation { continuation in
            condition.lock()
            defer { condition.unlock() }
            isClosed = true
            if threads == 0 {
                continuation.resume()
            } else {
                waitingForEnd.append(continuation)
                condition.broadcast()
            }
        }
    }

    private func work() {
        var session: PostgresSession?
        while let job = nextJob() { job(&session) }
        session = nil
        condition.lock()
        threads -= 1
        let waiting = threads == 0 ? waitingForEnd : []
        if threads == 0 { waitingForEnd = [] }
        condition.unlock()
        for continuation in waiting { continuation.resume() }
    }

    /// Waits for work; nil when this thread should end.
    private func nextJob() -> Job? {
        condition.lock()
        defer { condition.unlock() }
        let deadline = Date(timeIntervalSinceNow: 60)
        while jobs.isEmpty {
            guard !isClosed else { return nil }
            idleThreads += 1
            let isSignalled = condition.wait(until: deadline)
            idleThreads -= 1
            if !isSignalled, jobs.isEmpty { return nil }
        }
        return jobs.removeFirst()
    }
}
