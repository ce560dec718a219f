import ArgumentParser
import Client
import Domain
import Findings
import Wire

struct FindingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "List what is wrong, worst first.",
        discussion: """
            Rules: \(Rules.all.map(\.id).joined(separator: ", ")).

            Exit status 3 with --fail-on when there is a finding at least that severe, so that a pipeline stops; 0 else.

            Example:
              penstock findings --severity high
              penstock findings --rule shared-credential --json
              penstock findings --fail-on critical
            """,
    )

    enum Sort: String, CaseIterable, ExpressibleByArgument {
        case severity, rule, subject
    }

    @Option(help: "Only these rules, with commas or given again.")
    var rule: [String] = []

    @Option(help: "Only this severe or more.")
    var severity = Finding.Severity.info

    @Option(help: "Only about this: an identity, or the id of a workflow or credential.")
    var subject: String?

    @Option(help: "Text in the subject's name or path.")
    var search: String?

    @Option(help: "Sort by this.")
    var sort = Sort.severity

    @Option(help: "How many at most; all when left out.")
    var limit: Int?

    @Option(help: "Exit with status 3 when one is this severe or more.")
    var failOn: Finding.Severity?

    @Flag(help: "Print JSON: an array.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    private var rules: [String] { rule.flatMap { $0.split(separator: ",").map(String.init) } }

    func validate() throws {
        let known = Rules.all.map(\.id)
        for rule in rules where !known.contains(rule) {
            throw ValidationError("--rule `\(rule)` is unknown: give one of \(known.joined(separator: ", "))")
        }
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more, not \(limit)") }
    }

    func run() async throws {
        let findings = try await connection.withSession { try await read($0) }.sorted(by: precedes)
        let shown = Array(findings.prefix(limit ?? .max))
        if json {
            try Terminal.say(json: shown)
        } else if shown.isEmpty {
            Terminal.complain("no findings")
        } else {
            Terminal.say(Self.table(shown).text())
            Terminal.complain(Self.summary(findings, shown: shown.count))
        }
        if let failOn, findings.contains(where: { $0.severity >= failOn }) { throw ExitCode(3) }
    }

    private func read(_ session: Session) async throws -> [Finding] {
        var query: [(String, String)] = [("severity", severity.rawValue)]
        if !rules.isEmpty { query.append(("rule", rules.joined(separator: ","))) }
        if let search { query.append(("text", search)) }
        guard let subject else { return try await session.client.get(Paths.findings, query: query) }
        let named: [Finding] = try await session.client.get(Paths.findings, query: query + [("subject", subject)])
        guard named.isEmpty else { return named }
        // Perhaps an identity by its name, or by the beginning of its id.
        let identity = try await session.identity(subject).identity
        return try await session.client.get(Paths.findings, query: query + [("subject", identity.id.text)])
    }

    private func precedes(_ left: Finding, _ right: Finding) -> Bool {
        switch sort {
        case .severity: (right.severity, left.rule, left.id) < (left.severity, right.rule, right.id)
        case .rule: (left.rule, right.severity, left.id) < (right.rule, left.severity, right.id)
        case .subject: (left.subject.name, right.severity, left.id) < (right.subject.name, left.severity, right.id)
        }
    }

    private static func table(_ findings: [Finding]) -> Table {
        var table = Table("severity", "rule", "subject", "where", "remedy", whole: [0, 1], droppable: [3])
        for finding in findings {
            table.add(
                Table.Cell(finding.severity.rawValue, finding.severity.tint),
                Table.Cell(finding.rule),
                Table.Cell("\(finding.subject.kind) \(finding.subject.name)"),
                Table.Cell(finding.subject.path.isEmpty ? "-" : finding.subject.path),
                Table.Cell(finding.remedy),
            )
        }
        return table
    }

    private static func summary(_ findings: [Finding], shown: Int) -> String {
        let counts = Finding.Severity.allCases.reversed().compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)"
        }
        let cut = shown < findings.count ? "\(shown) of " : ""
        return "\(cut)\(findings.count) findings: \(counts.joined(separator: ", "))"
    }
}

extension Finding.Severity: ExpressibleByArgument {}
