import ArgumentParser
import Domain
import Foundation
import Importers
import Wire

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read an estate and compare it with the last import.",
        discussion: """
            Reads exports of workflows, a folder or one file. Secret values stay where they are: only fingerprints are kept. \
            A file that cannot be read is reported and does not stop the others.

            Example:
              penstock import ./workflows --environment production
              penstock import ./workflows --dry-run --json
            """,
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case n8n
    }

    @Argument(help: "A folder of exports, or one file.", completion: .file())
    var path: String

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Compare only; change nothing.")
    var dryRun = false

    @Option(help: "The environment all of it belongs to, whatever the files say.")
    var environment: String?

    @Option(help: "What the files are.")
    var format = Format.n8n

    @Option(help: "Name of the source, when PATH is one; the folder's name when left out.")
    var name: String?

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        if let environment, environment.isBlank { throw ValidationError("--environment is empty: give its name") }
        if let name, name.isBlank { throw ValidationError("--name is empty: give a name, or leave it out") }
    }

    func run() async throws {
        let outcome = try await connection.withSession { session in
            var options = ImportOptions()
            options.environment = environment
            options.name = name
            options.fingerprint = session.fingerprint
            let bar = ProgressBar(label: "reading")
            defer { bar.finish() }
            let estates: [Estate]
            do {
                estates = try await ImportRun(N8nImporter(), options: options).estates(at: path) { progress in
                    bar.update(done: progress.filesDone, of: progress.filesTotal)
                }
            } catch let failure as ImportFailure {
                throw CommandFailure(failure.description)
            }
            bar.pass(to: dryRun ? "comparing …" : "taking over …")
            return try await session.importEstates(estates, dryRun)
        }
        if outcome.sources.isEmpty { Terminal.complain("nothing to import: `\(path)` holds no file of format n8n") }
        if json {
            try Terminal.say(json: ImportAnswer(outcome))
        } else {
            Terminal.say(ImportSummary(outcome).text)
        }
    }
}
