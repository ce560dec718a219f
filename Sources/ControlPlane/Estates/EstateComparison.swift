import Domain
import SQLEngine
import Store

/// An estate beside what the store knows of its source.
struct EstateComparison: Sendable {
    struct Changed: Sendable {
        let old: Workflow
        let new: Workflow
        let changes: [String]
    }

    let estate: Estate
    let source: Source?
    private(set) var added: [Workflow] = []
    private(set) var changed: [Changed] = []
    /// Vanished once, here again, with the same definition.
    private(set) var returned: [Workflow] = []
    private(set) var vanished: [Workflow] = []
    private(set) var unchanged = 0

    init(_ estate: Estate, against connection: some Connection) throws {
        self.estate = estate
        source = try SourceTable.find(root: estate.source.root, format: estate.source.format, in: connection)
        guard let source else {
            added = estate.workflows
            return
        }
        let marks = try WorkflowTable.marks(of: source.id, in: connection)
        var differing: [Workflow] = []
        for workflow in estate.workflows {
            guard let mark = marks[workflow.key] else {
                added.append(workflow)
                continue
            }
            if mark.digest != workflow.digest {
                differing.append(workflow)
            } else if mark.vanished {
                returned.append(workflow)
            } else {
                unchanged += 1
            }
        }
        let present = Set(estate.workflows.map(\.key))
        let gone = marks.filter { !$0.value.vanished && !present.contains($0.key) }.keys.sorted()
        let stored = try WorkflowTable.find(differing.map(\.key) + gone, of: source.id, in: connection)
        changed = differing.compactMap { new in
            stored[new.key].map { Changed(old: $0.workflow, new: new, changes: new.changes(since: $0.workflow)) }
        }
        vanished = gone.compactMap { stored[$0]?.workflow }
    }

    var report: ImportReport.SourceReport {
        ImportReport.SourceReport(
            root: estate.source.root,
            format: estate.source.format,
            counts: estate.counts,
            new: added.prefix(1000).map(\.name),
            changed: changed.prefix(1000).map { changed in
                ImportReport.WorkflowChange(
                    name: changed.new.name,
                    path: changed.new.path,
                    changes: changed.changes,
                )
            },
            vanished: vanished.prefix(1000).map(\.name),
            unchanged: unchanged + returned.count,
        )
    }
}
