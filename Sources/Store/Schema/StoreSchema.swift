package import SQLEngine

/// The schema of the store: every migration there ever was, oldest first.
///
/// A migration that has been released is never edited; what changes is a new one. The tables of the log are in `Audit`.
/// Both rooms draw their ids from one sequence, and the composition root runs both lists merged by id.
package enum StoreSchema {
    package static let migrations: [Migration] = [
        spine, worldChanges, estates,
        requests,
        schedule, notifications, riskExceptions, breakGlass, reviews,
        uses, policyVersions, levels, revocations, identityReach, callbacks, handoverCauses,
    ]
}
