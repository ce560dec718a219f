import ArgumentParser
import Domain
import Importers

struct CatalogueTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Classify an export and say which steps the catalogue does not know.",
        discussion: """
            Reads an export of any format and keeps nothing. Of the steps that have an operation it counts those whose operation \
            the catalogue knows; the others are listed, the commonest first. Unknown steps count as change-capable.

            Example:
              penstock catalogue test ./workflows
              penstock catalogue test ./workflows --catalogue ./catalogue --fail-below 99
            """,
    )

    @Argument(help: "A folder of exports, or one file.", completion: .file())
    var path: String

    @OptionGroup
    var options: CatalogueOptions

    @Option(help: "Exit status 1 when fewer than so many percent of the operations are known.")
    var failBelow: Double?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        if let failBelow, !(0...100).contains(failBelow) {
            throw ValidationError("--fail-below is \(failBelow): give a percentage from 0 to 100")
        }
    }

    func run() async throws {
        let catalogue = try options.read()
        let reading = try await options.estates(at: path, with: catalogue)
        guard !reading.estates.isEmpty else { throw CommandFailure("`\(path)` holds no export of a known format") }
        let report = CoverageReport(CatalogueCoverage(of: reading.estates, catalogue: catalogue))
        if json { try Terminal.say(json: report) } else { Terminal.say(report.text) }
        let rejected = reading.estates.reduce(0) { $0 + $1.rejected.count } + reading.rest.rejected.count
        if rejected > 0 {
            Terminal.complain("\(counted(rejected, "file")) could not be read; `penstock import --dry-run` says why")
        }
        if let failBelow, report.percent < failBelow { throw ExitCode.failure }
    }
}
