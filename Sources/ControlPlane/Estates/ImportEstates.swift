package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Takes estates over: new workflows and accounts become discovered identities, changed ones are compared, gone ones
    /// noted.
    ///
    /// What changed is written in short transactions out of sight and shown in one; identities follow in short ones. So
    /// nothing waits for a large import, and one that is cut off has whole sources or nothing of them; what it had shown
    /// is followed up by the next import or `resumeImports`. With `dryRun` it compares and reports, and writes nothing.
    package func importEstates(_ estates: [Estate], dryRun: Bool, by caller: Caller) async throws -> ImportReport {
        try require(.importEstate, by: caller)
        // Keys as the store holds them: what is compared must be what was written.
        let estates = estates.map(\.storable)
        let reports =
            if dryRun {
                try await database.read { connection in
                    try estates.map { try EstateComparison($0, against: connection).report }
                }
            } else {
                try await EstateTakeover(control: self, caller: caller).take(estates)
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

    /// Follows up imports that were cut off after they had shown a source.
    ///
    /// - Returns: The sources that were brought to their end.
    @discardableResult
    package func resumeImports(by caller: Caller) async throws -> [Source] {
        let unfinished = try await database.read { try SourceTable.unfollowed(in: $0) }
        return try await EstateTakeover(control: self, caller: caller).resume(unfinished)
    }
}
