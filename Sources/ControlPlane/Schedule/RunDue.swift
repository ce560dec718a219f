package import Domain
import SQLEngine
import Store

/// What a job does in the transaction that also notes that it ran; the answer is when it is due again, nil for never.
typealias JobEffect = @Sendable (inout Change) throws -> Instant?

extension ControlPlane {
    /// How long a node may be at work on a job before another takes it over.
    private static var claimLength: Duration { .minutes(2) }

    /// Does what is due, on this node or beside others on the same store, until nothing is.
    ///
    /// - Parameters:
    ///   - node: Who claims.
    ///   - width: How many jobs are under way at a time.
    ///   - failed: Told of each attempt that failed; the job is tried again later.
    /// - Returns: How many jobs ran to their end.
    /// - Throws: What claiming throws; a job that fails is told to `failed`.
    @discardableResult
    package func runDue(
        as node: String,
        width: Int = 1,
        failed: @escaping @Sendable (Job, any Error) -> Void = { _, _ in },
    ) async throws -> Int {
        var ran = 0
        // A job that is due again at once waits for the next round of its caller after so many rounds.
        for _ in 0..<1000 {
            let moment = now()
            let claimed = try await database.write(locking: [JobTable.lock]) { connection in
                try JobTable.claim(at: moment, by: node, for: Self.claimLength, limit: width, in: connection)
            }
            if claimed.isEmpty { return ran }
            ran += await withTaskGroup(of: Bool.self) { group in
                for job in claimed { group.addTask { await run(job, failed) } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        return ran
    }

    /// Makes sure that what comes round again and again is scheduled.
    package func scheduleRounds() async throws {
        let moment = now()
        try await database.write { connection in
            for kind in [Job.Kind.checkExceptions, .openReviews, .checkGovernance] {
                try JobTable.ensure(kind, "all", at: moment, in: connection)
            }
        }
    }

    /// What is due next, soonest first.
    package func schedule(kinds: Set<Job.Kind>, page: PageRequest, by caller: Caller) async throws -> Page<Job> {
        try require(.view, by: caller)
        return try await database.read { try JobTable.list(kinds: kinds, page: page, in: $0) }
    }

    /// Does what is due now for an operator who does not want to wait.
    package func runSchedule(by caller: Caller) async throws -> Int {
        try require(.administer, by: caller)
        try await scheduleRounds()
        return try await runDue(as: "operator-\(ID<Event>(at: now()))")
    }

    func run(_ job: Job, _ failed: @Sendable (Job, any Error) -> Void) async -> Bool {
        do {
            let effect = try await effect(of: job)
            try await change(by: .penstock) { change in
                let next = try effect(&change)
                guard try JobTable.finish(job, next: next, at: change.now, in: change.connection) else {
                    throw LostClaim()
                }
            }
            return true
        } catch is LostClaim {
            return false
        } catch {
            failed(job, error)
            let retry = now() + Job.pause(afterAttempts: job.attempts + 1)
            try? await database.write { try JobTable.fail(job, why: "\(error)", retry: retry, in: $0) }
            return false
        }
    }
}

/// Another node has the job, or it ran already: everything done for it is undone.
private struct LostClaim: Error {}
