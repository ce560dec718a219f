import Domain
import SQLEngine
import Store

/// One import on its way into the store.
struct EstateTakeover: Sendable {
    let control: ControlPlane
    let caller: Caller
    private let run: ID<ImportRun>

    /// The most rows and identities that one transaction writes: what others wait for at the longest.
    private static let batch = 250
    /// How long to wait before asking again for a source that another import has.
    private static let claimPause = Duration.milliseconds(250)

    init(control: ControlPlane, caller: Caller) {
        self.control = control
        self.caller = caller
        run = ID(at: control.now())
    }

    private var database: any Database { control.database }

    func take(_ estates: [Estate]) async throws -> [ImportReport.SourceReport] {
        try await releasing {
            let claims = try await claim(estates.map(\.source))
            for claim in claims { try await clear(claim) }
            var reports: [ImportReport.SourceReport] = []
            var small: [(claim: ImportClaim, comparison: EstateComparison)] = []
            for (estate, claim) in zip(estates, claims) {
                let comparison = try await database.read { connection in
                    try EstateComparison(estate, of: claim.isKnown ? claim.source.id : nil, in: connection)
                }
                reports.append(comparison.report)
                if comparison.weight > Self.batch {
                    try await takeInBatches(claim, comparison)
                    continue
                }
                if small.reduce(comparison.weight, { $0 + $1.comparison.weight }) > Self.batch || small.count >= 50 {
                    try await takeAtOnce(small)
                    small = []
                }
                small.append((claim, comparison))
            }
            if !small.isEmpty { try await takeAtOnce(small) }
            return reports
        }
    }

    func resume(_ sources: [Source]) async throws -> [Source] {
        guard !sources.isEmpty else { return [] }
        return try await releasing {
            var resumed: [Source] = []
            for source in sources {
                let claim = try await database.write { [run, now = control.now()] connection in
                    try SourceTable.claim(source.description, for: run, at: now, in: connection)
                }
                guard let claim else { continue }
                try await clear(claim)
                resumed.append(source)
            }
            return resumed
        }
    }

    /// Runs `body` and gives up the claims, however it ends.
    private func releasing<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        let release: @Sendable (any Connection) throws -> Void = { [run] in try SourceTable.release(run, in: $0) }
        do {
            let result = try await body()
            try await database.write(release)
            return result
        } catch {
            // A claim that cannot be given up ends by itself.
            try? await database.write(release)
            throw error
        }
    }

    /// Claims all sources at once, and waits while another import has one: until it is done, or has shown no sign of life
    /// for so long that its claim ended.
    private func claim(_ descriptions: [SourceDescription]) async throws -> [ImportClaim] {
        let patience = ContinuousClock.now + SourceTable.claimLife + Self.claimPause * 4
        while true {
            do {
                return try await claimAtOnce(descriptions)
            } catch let failure as Failure where failure.code == .conflict && ContinuousClock.now < patience {
                try await Task.sleep(for: Self.claimPause)
            }
        }
    }

    private func claimAtOnce(_ descriptions: [SourceDescription]) async throws -> [ImportClaim] {
        let moment = control.now()
        return try await database.write { [run] connection in
            try descriptions.map { description in
                guard let claim = try SourceTable.claim(description, for: run, at: moment, in: connection) else {
                    throw Failure(
                        .conflict,
                        "another import of `\(description.root)` is under way",
                        remedy: "wait until it is done, then import again",
                    )
                }
                return claim
            }
        }
    }

    /// Undoes what an import that was cut off had staged, and follows up what it had shown.
    private func clear(_ claim: ImportClaim) async throws {
        guard claim.isKnown || claim.source.firstSeen < control.now() else { return }
        while try await writing(claim, { try EstateStage.discard(claim.source.id, limit: Self.batch, in: $0) })
            == Self.batch
        {}
        guard claim.isKnown, claim.followed < claim.generation - 1 else { return }
        let comparison = try await database.read { connection in
            try EstateComparison(resuming: claim.source, since: claim.followed, in: connection)
        }
        try await follow(claim, comparison, generation: claim.generation - 1)
    }

    /// Small sources: one transaction for all of them.
    private func takeAtOnce(_ sources: [(claim: ImportClaim, comparison: EstateComparison)]) async throws {
        let encoded = try sources.map { ($0.claim, $0.comparison, try $0.comparison.writes.map { try $0.encoded() }) }
        try await control.change(by: caller) { change in
            for (claim, comparison, rows) in encoded {
                try Self.hold(claim, change)
                try Self.write(rows, claim, &change)
                for removal in comparison.removals { try Self.remove(removal, claim, change) }
                try show(claim, comparison, &change)
                try IdentityFollowing(source: claim.source, generation: claim.generation).follow(
                    comparison.steps,
                    &change
                )
                try ControlPlane.confirmRevocations(of: claim.source.id, &change)
                if Self.candidates(comparison).isEmpty {
                    try SourceTable.follow(claim.source.id, in: change.connection)
                }
                _ = try EstateStage.sweep(claim.source.id, limit: Self.batch * 4, in: change.connection)
            }
        }
        // Followed up only when copies are quarantined: an import that is killed before is brought to its end.
        let waiting = sources.filter { !Self.candidates($0.comparison).isEmpty }
        guard let first = waiting.first?.claim else { return }
        for (claim, comparison) in waiting { try await quarantine(claim, comparison) }
        let followed = waiting.map(\.claim.source.id)
        try await writing(first) { for id in followed { try SourceTable.follow(id, in: $0) } }
    }

    /// Keys of new workflows that may be copies.
    private static func candidates(_ comparison: EstateComparison) -> Set<String> {
        Set(comparison.workflows.added.filter { $0.graphKey != nil }.map(\.key))
    }

    /// Quarantines what is a copy of something older and carries its credential or callback.
    private func quarantine(_ claim: ImportClaim, _ comparison: EstateComparison) async throws {
        let added = Self.candidates(comparison)
        guard !added.isEmpty else { return }
        let source = claim.source.id
        let pairs = try await database.read { try ControlPlane.copies(among: added, of: source, in: $0) }
        for part in pairs.chunks(of: Self.batch) {
            try await control.change(by: caller) { change in
                try Self.hold(claim, change)
                try ControlPlane.quarantine(Array(part), of: source, &change)
            }
        }
    }

    /// A large source: out of sight in many transactions, shown in one, followed up in many.
    private func takeInBatches(_ claim: ImportClaim, _ comparison: EstateComparison) async throws {
        let moment = control.now()
        for part in comparison.writes.chunks(of: Self.batch) {
            // Encoded before the transaction, so that nobody waits for it.
            let rows = try part.map { try $0.encoded() }
            try await writing(claim) { connection in
                try EstateStage.write(
                    rows,
                    of: claim.source.id,
                    generation: claim.generation,
                    at: moment,
                    in: connection
                )
            }
        }
        for removal in comparison.removals {
            for keys in removal.keys.chunks(of: Self.batch) {
                try await writing(claim) { connection in
                    try EstateStage.remove(
                        Array(keys),
                        removal.kind,
                        keeping: removal.keeping,
                        of: claim.source.id,
                        generation: claim.generation,
                        at: moment,
                        in: connection,
                    )
                }
            }
        }
        try await control.change(by: caller) { change in
            try Self.hold(claim, change)
            try show(claim, comparison, &change)
        }
        try await follow(claim, comparison, generation: claim.generation)
    }

    private func follow(_ claim: ImportClaim, _ comparison: EstateComparison, generation: Int64) async throws {
        let following = IdentityFollowing(source: claim.source, generation: generation)
        for steps in comparison.steps.chunks(of: Self.batch) {
            try await control.change(by: caller) { change in
                try Self.hold(claim, change)
                try following.follow(steps, &change)
            }
        }
        try await control.change(by: caller) { change in
            try Self.hold(claim, change)
            try ControlPlane.confirmRevocations(of: claim.source.id, &change)
        }
        try await quarantine(claim, comparison)
        try await writing(claim) { try SourceTable.follow(claim.source.id, in: $0) }
        while try await writing(claim, { try EstateStage.sweep(claim.source.id, limit: Self.batch, in: $0) })
            == Self.batch
        {}
    }

    /// Shows the new generation of a source and records that it was imported.
    private func show(_ claim: ImportClaim, _ comparison: EstateComparison, _ change: inout Change) throws {
        let (workflows, principals) = (comparison.workflows, comparison.principals)
        let added = workflows.added.count + principals.added.count
        let vanished = workflows.vanished.count + principals.vanished.count
        let changed = comparison.steps.count { $0.turn == .changed }
        try SourceTable.advance(claim, to: comparison.description, at: change.now, in: change.connection)
        try ImportTable.insert(
            ImportRun(
                id: ID(at: change.now),
                source: claim.source.id,
                at: change.now,
                actor: change.actor.id,
                counts: comparison.counts,
                added: added,
                changed: changed,
                vanished: vanished,
                unchanged: comparison.unchanged,
                rejected: comparison.rejected,
            ),
            in: change.connection,
        )
        change.record(
            .estateImported,
            claim.source.subject,
            detail: [
                "new": "\(added)", "changed": "\(changed)", "vanished": "\(vanished)",
                "unchanged": "\(comparison.unchanged)", "rejected": "\(comparison.rejected.count)",
                "format": comparison.description.format,
            ],
        )
    }

    /// Runs one of the transactions that change nothing that is seen.
    @discardableResult
    private func writing<Result: Sendable>(
        _ claim: ImportClaim,
        _ body: @escaping @Sendable (any Connection) throws -> Result,
    ) async throws -> Result {
        let moment = control.now()
        return try await database.write { connection in
            guard try SourceTable.renew(claim, at: moment, in: connection) else { throw Self.lost(claim) }
            return try body(connection)
        }
    }

    private static func write(_ rows: [EstateStage.Row], _ claim: ImportClaim, _ change: inout Change) throws {
        try EstateStage.write(
            rows,
            of: claim.source.id,
            generation: claim.generation,
            at: change.now,
            in: change.connection,
        )
    }

    private static func remove(
        _ removal: (kind: EstatePartKind, keys: [String], keeping: Bool),
        _ claim: ImportClaim,
        _ change: Change,
    ) throws {
        try EstateStage.remove(
            removal.keys,
            removal.kind,
            keeping: removal.keeping,
            of: claim.source.id,
            generation: claim.generation,
            at: change.now,
            in: change.connection,
        )
    }

    private static func hold(_ claim: ImportClaim, _ change: Change) throws {
        guard try SourceTable.renew(claim, at: change.now, in: change.connection) else { throw lost(claim) }
    }

    private static func lost(_ claim: ImportClaim) -> Failure {
        Failure(
            .conflict,
            "the import of `\(claim.source.description.root)` paused for so long that another took its place",
            remedy: "import again",
        )
    }
}

extension Array {
    /// The elements in order, `size` at a time.
    fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
