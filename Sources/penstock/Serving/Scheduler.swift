import ControlPlane
import Domain
import Logging

/// Does what is due, second by second, until cancelled.
struct Scheduler: Sendable {
    let control: ControlPlane
    let clock: SteadyClock
    let node: String
    let logger: Logger

    func run() async {
        var kept = ContinuousClock.now
        await attempt { try await control.scheduleRounds() }
        while !Task.isCancelled {
            await attempt {
                try await control.runDue(as: node, width: 8) { [logger] job, error in
                    logger.warning(
                        "a job failed and is tried again",
                        metadata: ["kind": "\(job.kind.rawValue)", "key": "\(job.key)", "cause": "\(error)"],
                    )
                }
            }
            if ContinuousClock.now - kept >= .seconds(60) {
                kept = .now
                await attempt { try await clock.keep(in: control.database) }
                if clock.behind > .seconds(5) {
                    logger.error(
                        "the machine's clock went back; time stands still here until it has caught up",
                        metadata: ["behind": "\(clock.behind)"],
                    )
                }
            }
            try? await Task.sleep(for: .seconds(1))
        }
        await attempt { try await clock.keep(in: control.database) }
    }

    private func attempt(_ body: () async throws -> Void) async {
        do {
            try await body()
        } catch {
            if !Task.isCancelled { logger.error("what is due could not be done", metadata: ["cause": "\(error)"]) }
        }
    }
}
