import Decisions
package import Domain
import SQLEngine
import Store

/// What an identity would be left with, and what recorded requests would have met.
package struct RightSizeReport: Sendable, Hashable {
    package var identity: Identity
    package var size: RightSize
    /// Recorded requests asked again, with the grants as they are and as they would be.
    package var effect: PolicyEffect
}

extension ControlPlane {
    /// Compares what an identity was granted with what it used since a moment, 90 days ago when nil, and tries the smaller grants on the record.
    package func rightSize(_ reference: String, since: Instant?, by caller: Caller) async throws -> RightSizeReport {
        try require(.view, by: caller)
        return try await measured(reference, since: since)
    }

    /// Asks that an identity be left with what it used since a moment.
    ///
    /// - Throws: `.conflict` when there is nothing to reduce, or the dry run says that a request would have been refused.
    package func requestRightSize(
        _ reference: String,
        since: Instant?,
        reason: String?,
        by caller: Caller,
    ) async throws -> ChangeRequest {
        let report = try await measured(reference, since: since)
        guard report.size.isSmaller else {
            throw Failure(.conflict, "`\(report.identity.name)` holds nothing that could be less, by what is recorded")
        }
        guard report.effect.wouldRefuse == 0 else {
            throw Failure(
                .conflict,
                "\(report.effect.wouldRefuse) recorded requests would be refused",
                remedy: "`penstock identity size \(report.identity.id)` says which",
            )
        }
        // As many grants as one request holds; the rest is asked for next.
        var revoked = report.size.revoked
        var grants = report.size.replacements
        while grants.count > 100 || revoked.count > 300, let last = revoked.popLast() {
            let line = report.size.lines.first { $0.grant == last }
            grants.removeAll { grant in
                line.map { $0.action == grant.action && $0.becomes.contains(grant.resource) } ?? false
            }
        }
        let new = NewRequest(
            .reduce,
            identity: report.identity.id.text,
            grants: grants,
            terms: [ReduceEffect.term: revoked.map(\.text).joined(separator: " ")],
            reason: reason.flatMap { $0.isBlank ? nil : $0 } ?? "cut to what was used since \(report.size.since.date)",
        )
        return try await openRequest(new, by: caller)
    }

    private func measured(_ reference: String, since asked: Instant?) async throws -> RightSizeReport {
        guard let snapshot = world.snapshot else {
            throw Failure(.unavailable, "this node has lost touch with the store and decides nothing")
        }
        let moment = now()
        let since = asked ?? moment - .days(90)
        guard since < moment, since > moment - .days(3660) else {
            throw Failure(
                .invalid,
                "the window begins at \(since), which is not before now and within ten years",
                fields: [MissingField("since", why: "a time that is past, ten years ago at most")],
            )
        }
        let (identity, grants, uses, first, gated) = try await database.read { connection in
            let identity = try Self.find(reference, in: connection)
            return (
                identity, try GrantTable.all(of: identity.id, in: connection),
                try UseTable.find(of: identity.id, since: since, in: connection),
                try UseTable.firstDay(in: connection),
                Set(try SystemTable.all(in: connection).filter { $0.upstream != nil }.map(\.name))
            )
        }
        let size = RightSize(
            of: identity.id,
            grants: grants,
            uses: uses,
            since: since,
            recordedSince: first,
            gated: gated,
            now: moment,
        )
        var replay = PolicyReplay(
            snapshot,
            with: Self.changes(size, at: moment),
            since: since,
            recordedSince: first,
            now: moment,
        )
        for use in uses { replay.ask(use) }
        return RightSizeReport(identity: identity, size: size, effect: replay.result())
    }

    /// The facts that a reduction would change.
    private static func changes(_ size: RightSize, at now: Instant) -> [FactChange] {
        size.revoked.map { .grantRemoved($0) }
            + size.replacements.map { asked in
                var grant = Grant(
                    id: ID(at: now),
                    identity: size.identity,
                    action: asked.action,
                    resource: asked.resource,
                    begins: now,
                    ends: asked.ends,
                    grantedBy: "dry run",
                )
                grant.direction = asked.direction
                grant.conditions = asked.conditions
                grant.task = asked.task
                return .grant(grant)
            }
    }
}
