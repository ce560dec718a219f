import ArgumentParser
import Cedar

struct PolicyTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the tests that stand beside policies.",
        discussion: """
            A test file is NAME.test.json: which policies, schema and entities, and requests with the decision, reasons and \
            errors that are expected. Of a failed test it says why the decision came out as it did. Exit status 1 when one \
            fails.

              {"policies": "app.cedar", "entities": "people.json", "tests": [
                {"name": "owners read", "principal": "User::\\"alice\\"", "action": "Action::\\"read\\"",
                 "resource": "File::\\"plan\\"", "decision": "allow", "reasons": ["policy0"]}]}

            Example:
              penstock policy test policies/
            """,
    )

    @Argument(help: ArgumentHelp("Test files, or folders with *.test.json files.", valueName: "file"))
    var files: [String]

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try complaining {
            var table = Table("test", "expected", "found", "result")
            var details: [String] = []
            var rows: [JSONNode] = []
            var failed = 0
            for path in try PolicyFile.paths(files, suffix: ".test.json") {
                let file = try PolicyTestFile(path)
                for test in file.cases {
                    let explanation = file.world.explain(test.request, .near)
                    let differences = test.differences(from: explanation.answer)
                    let found = explanation.answer.decision.rawValue
                    let passed = differences.isEmpty
                    rows.append(Self.row(file.file.name, test, found, differences))
                    table.add(
                        "\(test.name)",
                        "\(test.decision.rawValue)",
                        "\(found)",
                        passed ? .init("passed", .green) : .init("failed", .red),
                    )
                    guard !passed else { continue }
                    failed += 1
                    let heading = "\(file.file.name): \(test.name): \(differences.joined(separator: "; "))".printable
                    details.append(heading.shown(in: .bold) + "\n" + explanation.text(test.request))
                }
            }
            if json {
                Terminal.say(JSONNode(.array(rows)).text(isPretty: true))
            } else {
                Terminal.say(table.text())
                for detail in details { Terminal.say("\n" + detail) }
                let passed = rows.count - failed
                Terminal.say("\n\(passed) passed, \(failed) failed".shown(in: failed == 0 ? .green : .red))
            }
            if failed > 0 { throw ExitCode.failure }
        }
    }

    private static func row(
        _ file: String,
        _ test: PolicyTestFile.Case,
        _ found: String,
        _ differences: [String],
    ) -> JSONNode {
        JSONNode(
            .object([
                .init("file", .text(file)), .init("test", .text(test.name)),
                .init("expected", .text(test.decision.rawValue)), .init("found", .text(found)),
                .init("passed", JSONNode(.bool(differences.isEmpty))),
                .init("differences", JSONNode(.array(differences.map { .text($0) }))),
            ])
        )
    }
}
