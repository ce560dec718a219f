import Domain
import SQLEngine
import Store

/// What the schedule does with the dates of requests, identities, hand-overs and grants.
extension ControlPlane {
    /// How long after a round the next one comes at the latest: a date that came to be meanwhile may be nearer.
    private static var longestRound: Duration { .minutes(1) }

    /// How many grants are recorded as ended in one transaction.
    private static var mostEnds: Int { 500 }

    /// Finds what is due and makes each a job of its own, so that one that fails stops no other.
    func checkedGovernance(_ job: Job) async throws -> JobEffect {
        let moment = now()
        let horizon = moment + Self.longestRound
        let (due, next) = try await database.read {
            try Self.dueGovernance(at: moment, before: horizon, in: $0)
        }
        return { change in
            for one in due {
                try JobTable.ensure(.carryOutGovernance, one.key, at: change.now, in: change.connection)
            }
            return try change.recordEnds(atMost: Self.mostEnds) ? change.now : next
        }
    }

    /// Carries out one thing that is due, if it still is.
    func dueGovernance(_ job: Job) -> JobEffect {
        { change in
            if let due = DueGovernance(key: job.key) { try Self.carryOut(due, &change) }
            return nil
        }
    }
}

extension Change {
    /// Until when the ends of grants are recorded.
    private static let mark = "grants.endedUntil"

    /// Records grants that ran out since it was done last; the first time, none.
    ///
    /// - Returns: Whether there may be more.
    fileprivate mutating func recordEnds(atMost limit: Int) throws -> Bool {
        guard let known = try SettingTable.find(Self.mark, in: connection).flatMap({ Instant($0) }) else {
            try SettingTable.set(Self.mark, to: now.text, at: now, in: connection)
            return false
        }
        guard known < now else { return false }
        let ended = try GrantTable.ranOut(after: known, until: now, limit: limit, in: connection)
        let identities = try IdentityTable.find(Set(ended.map(\.identity)), in: connection)
        for grant in ended {
            record(
                .grantEnded,
                identities[grant.identity]?.subject,
                changes: [Event.Change("grant", before: "\(grant.action.rawValue) \(grant.resource)", after: nil)],
                detail: [
                    "grant": grant.id.text, "ends": grant.ends.text, "request": grant.request?.text ?? "",
                    "approval": grant.approval?.text ?? "",
                ],
            )
        }
        let more = ended.count >= limit
        let until = more ? ended.last?.ends ?? now : now
        try SettingTable.set(Self.mark, to: until.text, at: now, in: connection)
        return more
    }
}
