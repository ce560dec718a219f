import ArgumentParser
import Cedar
import Foundation

struct PolicyConformanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conformance",
        abstract: "Compare the engine with a corpus of the reference implementation.",
        discussion: """
            The folder is laid out like the corpus-tests of Cedar: X.json, X.cedar, X.cedarschema and X.entities.json for each \
            test; verdicts of the validator are taken from a folder beside it, named like it with -validation. Exit status 0 \
            only when every decision, reason, error and verdict agrees.

            Example:
              penstock policy conformance corpus-tests
            """,
    )

    @Argument(help: ArgumentHelp("The folder with the tests.", valueName: "folder"))
    var folder: String

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "Differences that are shown at most.")
    var show = 20

    func run() throws {
        let root = URL(filePath: folder)
        guard let files = try? FileManager.default.subpathsOfDirectory(atPath: root.path) else {
            throw CommandFailure("the folder `\(folder)` cannot be read\nremedy: check that it exists")
        }
        let corpus = ConformanceCorpus(files: files) { path in
            (try? Data(contentsOf: root.appending(path: path))).map { [UInt8]($0) }
        }
        guard !corpus.tests.isEmpty else { throw CommandFailure("the folder `\(folder)` has no tests") }
        let report = corpus.run()
        if json {
            Terminal.say(report.json(show).text(isPretty: true))
        } else {
            Terminal.say(report.description)
            for mismatch in report.mismatches.prefix(show) { Terminal.say(mismatch.description.printable) }
            let rest = report.mismatchCount - min(show, report.mismatches.count)
            if rest > 0 { Terminal.say("and \(rest) more differences") }
        }
        if !report.isConformant { throw ExitCode.failure }
    }
}

extension ConformanceReport {
    fileprivate func json(_ limit: Int) -> JSONNode {
        func number(_ name: Text, _ value: Int) -> JSONNode.Member { .init(name, JSONNode(.integer(Int64(value)))) }
        let differences = mismatches.prefix(limit).map { mismatch in
            JSONNode(
                .object([
                    .init("test", .text(mismatch.test)), .init("subject", .text(mismatch.subject)),
                    .init("message", .text(mismatch.message)),
                ])
            )
        }
        return JSONNode(
            .object([
                number("tests", tests), number("requests", requests), number("decision", decisions),
                number("reasons", reasons), number("errors", errors), number("validations", verdicts),
                number("validation", agreedVerdicts), number("differences", mismatchCount),
                .init("conformant", JSONNode(.bool(isConformant))),
                .init("mismatches", JSONNode(.array(differences))),
            ])
        )
    }
}
