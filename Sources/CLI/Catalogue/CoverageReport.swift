import Domain
import Importers

/// How far a catalogue knows an export, for people and as JSON.
struct CoverageReport: Encodable {
    struct Gap: Encodable {
        var platform: String
        var connector: String
        var resource: String?
        var operation: String?
        var steps: Int
        /// `connector` when the catalogue does not know it at all, else `operation`.
        var unknown: String
        /// What the verb says: `read`, `write`; nil when it says nothing.
        var verb: String?
    }

    var workflows: Int
    var steps: Int
    var operationSteps: Int
    var resolved: Int
    /// Of the steps with an operation those whose operation is known.
    var percent: Double
    /// Steps by class, unknown among them.
    var classes: [String: Int]
    /// Steps by the rule that decided.
    var rules: [String: Int]
    var gaps: [Gap]

    /// More than these are counted, not named, where a person reads.
    private static let mostNamed = 40

    private enum CodingKeys: CodingKey {
        case workflows, steps, operationSteps, resolved, percent, classes, rules, gaps
    }

    init(_ coverage: CatalogueCoverage) {
        workflows = coverage.workflows
        steps = coverage.steps
        operationSteps = coverage.operationSteps
        resolved = coverage.resolved
        let share = operationSteps == 0 ? 100 : Double(resolved) * 100 / Double(operationSteps)
        // Cut, not rounded: 99.96 % is not all.
        percent = (share * 10).rounded(.down) / 10
        classes = Dictionary(uniqueKeysWithValues: coverage.classes.map { ($0.key?.rawValue ?? "unknown", $0.value) })
        rules = coverage.rules
        gaps = coverage.gaps.map { gap in
            Gap(
                platform: gap.platform,
                connector: gap.connector,
                resource: gap.resource,
                operation: gap.operation,
                steps: gap.steps,
                unknown: gap.isKnownConnector ? "operation" : "connector",
                verb: gap.action?.rawValue
            )
        }
    }

    var text: String {
        var sheet = Sheet()
        sheet.title("\(resolved) of \(operationSteps) operations known (\(percent) %)")
        sheet.line("\(counted(workflows, "workflow")), \(counted(steps, "step"))")
        sheet.section("classes")
        for name in IdentityClass.allCases.map(\.rawValue) + ["unknown"] {
            sheet.entry(name, "\(classes[name] ?? 0)")
        }
        sheet.section("rules")
        var table = Table("rule", "steps", numbers: [1])
        for (rule, count) in rules.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            table.add(Table.Cell(rule), "\(count)")
        }
        sheet.table(table)
        guard !gaps.isEmpty else { return sheet.text }
        sheet.section("not known")
        table = Table("connector", "resource", "operation", "steps", "by its verb", numbers: [3])
        for gap in gaps.prefix(Self.mostNamed) {
            let operation = gap.operation ?? (gap.unknown == "operation" ? "an expression decides" : "")
            table.add(
                Table.Cell(gap.connector),
                Table.Cell(gap.resource ?? ""),
                Table.Cell(operation),
                "\(gap.steps)",
                Table.Cell(gap.verb ?? "nothing", gap.verb == nil ? .yellow : nil)
            )
        }
        sheet.table(table)
        if gaps.count > Self.mostNamed {
            sheet.line("… and \(gaps.count - Self.mostNamed) more; --json names them")
        }
        return sheet.text
    }
}
