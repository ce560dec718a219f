import Domain
import SQLEngine
import Store

/// An estate beside what the store knows of its source, and what that means for the identities.
struct EstateComparison: Sendable {
    let description: SourceDescription
    let counts: [String: Int]
    let rejected: [Rejection]
    let workflows: PartDifference<Workflow>
    let principals: PartDifference<Principal>
    let trusts: PartDifference<Trust>
    let credentials: PartDifference<Credential>
    /// One entry for each workflow, account and credential that came, changed or went.
    let steps: [EstateStep]

    /// Compares with what is seen of a source; nil for one that is new.
    init(_ estate: Estate, of source: ID<Source>?, in connection: some Connection) throws {
        description = estate.source
        counts = estate.counts
        rejected = estate.rejected
        var workflows = try PartDifference(estate.workflows, of: source, in: connection)
        var principals = try PartDifference(estate.principals, of: source, in: connection)
        var trusts = try PartDifference(estate.trusts, of: source, in: connection)
        var credentials = try PartDifference(estate.credentials, of: source, in: connection)
        let broken = Set(estate.rejected.map(\.path))
        let unread = workflows.keep { broken.contains($0.path) }
        let unreadAccounts = principals.keep { $0.path.map(broken.contains) ?? false }
        let used = Set(unread.flatMap { $0.steps.flatMap { $0.credentials.map(\.key) } })
            .union(unreadAccounts.flatMap { $0.credentials.map(\.key) })
        _ = credentials.keep { used.contains($0.key) }
        let ends = Set(unread.map(\.key) + unreadAccounts.map(\.key))
        _ = trusts.keep { ends.contains($0.from) || ends.contains($0.to) }
        self.workflows = workflows
        self.principals = principals
        self.trusts = trusts
        self.credentials = credentials
        let subjects = EstateStep.Subject.all(estate.workflows, estate.principals)
        steps = EstateStep.all(description, workflows, principals, trusts, credentials, subjects: subjects)
    }

    /// As `init(_:of:in:)`, with the source looked up by its name.
    init(_ estate: Estate, against connection: some Connection) throws {
        let known = try SourceTable.find(root: estate.source.root, format: estate.source.format, in: connection)
        try self.init(estate, of: known?.id, in: connection)
    }

    /// What an import that was cut off had shown and not followed up.
    init(resuming source: Source, since generation: Int64, in connection: some Connection) throws {
        description = source.description
        counts = [:]
        rejected = []
        workflows = try PartDifference(since: generation, of: source.id, in: connection)
        principals = try PartDifference(since: generation, of: source.id, in: connection)
        trusts = try PartDifference(since: generation, of: source.id, in: connection)
        credentials = try PartDifference(since: generation, of: source.id, in: connection)
        let changed = trusts.added + trusts.vanished
        let ends = Array(Set(changed.flatMap { [$0.to, $0.from] }))
        let subjects = EstateStep.Subject.all(
            try WorkflowTable.find(ends, of: source.id, in: connection).values.map(\.part),
            try PrincipalTable.find(ends, of: source.id, in: connection).values.map(\.part),
        )
        steps = EstateStep.all(description, workflows, principals, trusts, credentials, subjects: subjects)
    }

    /// How many rows it takes to write it and to follow it up.
    var weight: Int {
        workflows.weight + principals.weight + trusts.weight + credentials.weight + steps.count
    }

    var writes: [PendingRow] { workflows.writes + principals.writes + trusts.writes + credentials.writes }

    /// Keys of what is gone, by kind, and whether a version stays that says so.
    var removals: [(kind: EstatePartKind, keys: [String], keeping: Bool)] {
        [
            (.workflow, workflows.vanished.map(\.partKey), true),
            (.principal, principals.vanished.map(\.partKey), true),
            (.trust, trusts.vanished.map(\.partKey), false),
            (.credential, credentials.vanished.map(\.partKey), false),
        ]
    }

    var unchanged: Int {
        workflows.unchanged + workflows.returned.count + workflows.refreshed.count + principals.unchanged
            + principals.returned.count + principals.refreshed.count
    }

    var report: ImportReport.SourceReport {
        ImportReport.SourceReport(
            root: description.root,
            format: description.format,
            counts: counts,
            new: Array((workflows.added.lazy.map(\.name) + principals.added.lazy.map(\.name)).prefix(1000)),
            changed: steps.lazy.filter { $0.turn == .changed }.prefix(1000).map { step in
                ImportReport.PartChange(
                    kind: step.kind.rawValue,
                    name: step.name,
                    path: step.path,
                    changes: step.changes
                )
            },
            vanished: Array((workflows.vanished.lazy.map(\.name) + principals.vanished.lazy.map(\.name)).prefix(1000)),
            added: workflows.added.count + principals.added.count,
            unchanged: unchanged,
        )
    }
}
