package import Domain
import SQLEngine
import Store

/// A source with what is in it, when it was read, and what it cannot tell.
package struct SourceSummary: Sendable {
    package var source: Source
    /// One import that ended.
    package struct Run: Sendable, Hashable {
        package var at: Instant
        /// Who imported, as the log names them.
        package var actor: String
        package var added: Int
        package var changed: Int
        package var vanished: Int
        package var unchanged: Int
        package var rejected: [Rejection]
    }

    /// How many are present, by `workflow`, `principal`, `trust` and `credential`.
    package var parts: [String: Int]
    package var identities: Int
    /// The last import that ended; nil when that is not known.
    package var lastRun: Run?
    /// Whether what an import showed is still to be followed by identities.
    package var isBeingTakenOver: Bool
    /// How far it is governed, and what the next stage lacks.
    package var maturity: SourceMaturity
}

extension SourceSummary.Run {
    fileprivate init(_ run: ImportRun) {
        self.init(
            at: run.at,
            actor: run.actor,
            added: run.added,
            changed: run.changed,
            vanished: run.vanished,
            unchanged: run.unchanged,
            rejected: run.rejected,
        )
    }
}

extension ControlPlane {
    package func sources(by caller: Caller) async throws -> [Source] {
        try require(.view, by: caller)
        return try await database.read { try SourceTable.all(in: $0) }
    }

    /// All sources, by name and format.
    package func sourceSummaries(by caller: Caller) async throws -> [SourceSummary] {
        try require(.view, by: caller)
        let moment = now()
        return try await database.read { connection in
            let unfollowed = Set(try SourceTable.unfollowed(in: connection).map(\.id))
            let parts = try SourceTable.tally(in: connection)
            let identities = try IdentityTable.countBySource(in: connection)
            let tokens = try Self.tokens(in: connection)
            return try SourceTable.all(in: connection).map { source in
                var evidence = SourceMaturity.Evidence(lastImport: source.lastImport)
                evidence.isBeingTakenOver = unfollowed.contains(source.id)
                evidence.identities = identities[source.id]?.all ?? 0
                evidence.owned = identities[source.id]?.owned ?? 0
                evidence.tokens = tokens[source.id] ?? []
                return SourceSummary(
                    source: source,
                    parts: Dictionary(
                        uniqueKeysWithValues: (parts[source.id] ?? [:]).map { ($0.key.rawValue, $0.value) }
                    ),
                    identities: evidence.identities,
                    lastRun: try ImportTable.latest(of: source.id, in: connection).map(SourceSummary.Run.init),
                    isBeingTakenOver: evidence.isBeingTakenOver,
                    maturity: SourceMaturity(evidence, at: moment),
                )
            }
        }
    }

    /// What is known of the credentials of each source, those that are only mentioned included.
    private static func tokens(in connection: some Connection) throws -> [ID<Source>: [SourceMaturity.Token]] {
        var tokens: [ID<Source>: [SourceMaturity.Token]] = [:]
        var mentioned = try CredentialUseTable.used(in: connection)
        try CredentialTable.forEachPresent(in: connection) { stored in
            tokens[stored.source, default: []].append(SourceMaturity.Token(stored.part))
            mentioned[stored.source]?.remove(stored.part.key)
        }
        for (source, keys) in mentioned {
            let unknown = Credential(reference: CredentialReference(kind: "", id: nil, name: nil))
            tokens[source, default: []] += keys.map { _ in SourceMaturity.Token(unknown) }
        }
        return tokens
    }

    /// One source, by id or name.
    package func source(_ reference: String, by caller: Caller) async throws -> SourceSummary {
        let all = try await sourceSummaries(by: caller)
        let matching = all.filter { $0.source.id.text == reference || $0.source.description.root == reference }
        guard let first = matching.first else {
            throw Failure(.notFound, "there is no source `\(reference)`", remedy: "`penstock sources` lists them")
        }
        guard matching.count == 1 else {
            let ids = matching.map { "\($0.source.id) (\($0.source.description.format))" }.joined(separator: ", ")
            throw Failure(.conflict, "`\(reference)` may mean \(ids)", remedy: "give the id")
        }
        return first
    }
}
