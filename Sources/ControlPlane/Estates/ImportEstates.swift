package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Takes estates over: new workflows become discovered identities, changed ones are compared, gone ones noted.
    ///
    /// Each source is one transaction, so an import that is cut off has whole sources or nothing of them. With `dryRun`
    /// it compares and reports, and writes nothing.
    package func importEstates(_ estates: [Estate], dryRun: Bool, by caller: Caller) async throws -> ImportReport {
        try require(.importEstate, by: caller)
        // Keys as the store holds them: what is compared must be what was written.
        let estates = estates.map(\.storable)
        var reports: [ImportReport.SourceReport] = []
        for estate in estates {
            let comparison =
                if dryRun {
                    try await database.read { try EstateComparison(estate, against: $0) }
                } else {
                    try await change(by: caller) { try Self.take(estate, &$0) }
                }
            reports.append(comparison.report)
        }
        var totals: [String: Int] = [:]
        for estate in estates { totals.merge(estate.counts, uniquingKeysWith: +) }
        return ImportReport(
            sources: reports,
            totals: totals,
            rejected: estates.flatMap(\.rejected),
            dryRun: dryRun,
        )
    }

    private static func take(_ estate: Estate, _ change: inout Change) throws -> EstateComparison {
        let connection = change.connection
        let comparison = try EstateComparison(estate, against: connection)
        let source = try keep(estate.source, known: comparison.source, &change)
        let written = comparison.added + comparison.changed.map(\.new) + comparison.returned
        try WorkflowTable.upsert(written, of: source.id, at: change.now, in: connection)
        try WorkflowTable.markVanished(comparison.vanished.map(\.key), of: source.id, at: change.now, in: connection)
        try CredentialTable.reconcile(estate.credentials, of: source.id, at: change.now, in: connection)
        try discover(comparison, of: source, &change)
        try ImportTable.insert(
            ImportRun(
                id: ID(at: change.now),
                source: source.id,
                at: change.now,
                actor: change.actor.id,
                counts: estate.counts,
                added: comparison.added.count,
                changed: comparison.changed.count,
                vanished: comparison.vanished.count,
                unchanged: comparison.unchanged,
                rejected: estate.rejected,
            ),
            in: connection,
        )
        change.record(
            .estateImported,
            source.subject,
            detail: [
                "new": "\(comparison.added.count)", "changed": "\(comparison.changed.count)",
                "vanished": "\(comparison.vanished.count)", "unchanged": "\(comparison.unchanged)",
                "rejected": "\(estate.rejected.count)", "format": estate.source.format,
            ],
        )
        return comparison
    }

    private static func keep(
        _ description: SourceDescription,
        known: Source?,
        _ change: inout Change,
    ) throws -> Source {
        if var source = known {
            source.description = description
            source.lastImport = change.now
            try SourceTable.update(source, in: change.connection)
            return source
        }
        let source = Source(
            id: ID(at: change.now),
            description: description,
            firstSeen: change.now,
            lastImport: change.now,
        )
        try SourceTable.insert(source, in: change.connection)
        return source
    }
}
