import ControlPlane
import Domain
import Logging
import SQLEngine
import Store

/// Takes away what has ended and is of no use any more, and brings imports that were cut off to their end.
struct Housekeeping: Sendable {
    let database: any Database
    let control: ControlPlane
    let logger: Logger
    let clock: @Sendable () -> Instant

    /// Once an hour until cancelled.
    func run() async {
        while !Task.isCancelled {
            let now = clock()
            do {
                try await database.write { connection in
                    try SessionTable.removeExpired(at: now, in: connection)
                    try OneTimeLinkTable.removeExpired(at: now - .days(7), in: connection)
                    try UsedAssertionTable.removeExpired(at: now, in: connection)
                    try IdempotencyTable.removeExpired(at: now, in: connection)
                    try NodeTable.removeDead(for: .hours(1), in: connection)
                    try JobTable.removeRuns(before: now - .days(400), in: connection)
                    try DeliveryTable.removeDelivered(before: now - .days(30), in: connection)
                }
                let resumed = try await control.resumeImports(by: .penstock)
                for source in resumed {
                    logger.notice(
                        "an import that was cut off was brought to its end",
                        metadata: ["source": "\(source.description.root)"],
                    )
                }
            } catch {
                logger.warning("housekeeping failed", metadata: ["cause": "\(error)"])
            }
            try? await Task.sleep(for: .seconds(3600))
        }
    }
}
