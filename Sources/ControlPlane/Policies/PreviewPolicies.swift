import Decisions
package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// What policies would have meant for the requests that were recorded since a moment.
    package func previewPolicies(
        _ files: [PolicyText],
        since: Instant,
        by caller: Caller,
    ) async throws -> PolicyEffect {
        try require(.view, by: caller)
        return try await replay(try Self.readPolicies(files, version: 0), since: since)
    }

    /// What a version would have meant.
    package func previewPolicies(version: Int64, since: Instant, by caller: Caller) async throws -> PolicyEffect {
        try require(.view, by: caller)
        let found = try await database.read { try Self.policyVersion(version, in: $0) }
        return try await replay(try Self.readPolicies(found.files, version: version), since: since)
    }

    /// Requests replayed by one task before it hands its results over.
    private static let portion = 50_000

    private func replay(_ policies: OrganisationPolicies, since: Instant) async throws -> PolicyEffect {
        guard let snapshot = world.snapshot else {
            throw Failure(.unavailable, "this node has lost touch with the store and decides nothing")
        }
        let moment = now()
        let portion = Self.portion
        let (first, portions) = try await database.read { connection in
            var portions: [[RecordedUse]] = [[]]
            try UseTable.forEach(since: since, in: connection) { use in
                if portions[portions.count - 1].count == portion { portions.append([]) }
                portions[portions.count - 1].append(use)
            }
            return (try UseTable.firstDay(in: connection), portions)
        }
        let empty = PolicyReplay(snapshot, with: [.policies(policies)], since: since, recordedSince: first, now: moment)
        return await withTaskGroup(of: PolicyReplay.self) { group in
            for portion in portions {
                group.addTask {
                    var replay = empty
                    for use in portion { replay.ask(use) }
                    return replay
                }
            }
            var all = empty
            for await replay in group { all.add(replay) }
            return all.result()
        }
    }
}
