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
            PATH is a folder, one file, or the address of a running system, which is read and not changed. What the files are \
            is found out file by file. Secret values stay where they are: only fingerprints are kept. A file that \
            cannot be read is reported and does not stop the others.

            A running system is signed in to with PENSTOCK_SOURCE_SECRET, or with variables of its platform's custom \
            (N8N_API_KEY, PGPASSWORD, AWS_ACCESS_KEY_ID …), from the environment or from the file that --secret-file \
            names; never with an argument.

            Example:
              penstock import ./workflows --environment production
              penstock import ./everything --environments environments.yaml --dry-run --json
              penstock import postgres://reader@db.internal/shop
              penstock import --format n8n https://n8n.internal --secret-file n8n.key
              penstock import --template csv > inventory.csv
            """,
    )

    @Argument(help: "A folder, one file, or the address of a running system.", completion: .file())
    var path: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Compare only; change nothing.")
    var dryRun = false

    @Flag(help: "Take over a source that holds nothing any more, so that all of it vanishes; needs --format.")
    var emptied = false

    @Option(help: "The environment all of it belongs to, whatever the files say.")
    var environment: String?

    @Option(
        help: ArgumentHelp(
            "Lines `name: environment`: which environment a project, branch, folder, source or account belongs to.",
            valueName: "file",
        ),
        completion: .file(),
    )
    var environments: String?

    @Option(
        help:
            "What PATH holds: auto, aws-iam, github-actions, inventory, kubernetes, logic-apps, n8n, node-red, postgresql or workato.",
        completion: .list([ImportCommand.auto] + Formats.names),
    )
    var format = ImportCommand.auto

    @Option(help: "Name of the source, when PATH is one; the folder's name or the address when left out.")
    var name: String?

    @Option(
        help: ArgumentHelp("What to sign in to a running system with; - for standard input.", valueName: "file"),
        completion: .file(),
    )
    var secretFile: String?

    @OptionGroup
    var catalogue: CatalogueOptions

    @Option(help: "Print an empty inventory to fill in, csv or json, and end.")
    var template: Template?

    enum Template: String, CaseIterable, ExpressibleByArgument {
        case csv, json
    }

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    static let auto = "auto"

    func validate() throws {
        if let environment, environment.isBlank { throw ValidationError("--environment is empty: give its name") }
        if let name, name.isBlank { throw ValidationError("--name is empty: give a name, or leave it out") }
        guard format == Self.auto || Formats.names.contains(format) else {
            throw ValidationError("--format is auto, \(Formats.names.joined(separator: ", ")), not `\(format)`")
        }
        guard let path else {
            if template != nil { return }
            throw ValidationError("name a folder, a file or the address of a running system")
        }
        if template != nil { throw ValidationError("--template prints an inventory and reads none: leave PATH out") }
        if emptied, format == Self.auto {
            throw ValidationError("--emptied needs --format: from an empty folder nobody can tell what it held")
        }
        if secretFile != nil, !LiveAddress.isAddress(path) {
            throw ValidationError("--secret-file is for the address of a running system; files are read as they are")
        }
    }

    func run() async throws {
        switch template {
        case .csv: return Terminal.put(InventoryTemplate.csv)
        case .json: return Terminal.put(InventoryTemplate.json)
        case nil: break
        }
        guard let path else { return }
        var options = ImportOptions()
        options.environment = environment
        options.name = name
        options.catalogue = try catalogue.read()
        if let environments { options.environments = try mapping(in: environments) }
        var reading = EstateReading(path: path, format: format == Self.auto ? nil : format, secretFile: secretFile)
        reading.allowsNothing = emptied
        let answer = try await connection.withSession { session in
            options.fingerprint = session.fingerprint
            let bar = ProgressBar(label: "reading")
            defer { bar.finish() }
            let estates = try await reading.estates(options: options, bar: bar)
            let isEmptied = emptied && estates.allSatisfy(\.rejected.isEmpty)
            guard isEmptied || estates.contains(where: \.holdsAnything) else {
                return ImportAnswer(nothingIn: estates, dryRun: dryRun)
            }
            bar.pass(to: dryRun ? "comparing …" : "taking over …")
            return ImportAnswer(try await session.importEstates(estates, dryRun), estates: estates)
        }
        if json {
            try Terminal.say(json: answer)
        } else {
            Terminal.say(ImportSummary(answer).text)
        }
        guard !answer.isNothing else {
            throw CommandFailure(
                "nothing could be taken from `\(path)`: it holds nothing of a known format that can be read\n"
                    + "remedy: see the reasons above; --format says what the files are; nothing was changed"
            )
        }
    }

    private func mapping(in file: String) throws -> [String: String] {
        do {
            return try EnvironmentMapping(try InputFile.text(at: file, limit: 1 << 20)).environments
        } catch let error as Unreadable {
            let place = [error.line, error.column].compactMap { $0.map { ":\($0)" } }.joined()
            throw CommandFailure("\(file)\(place): \(error.reason)")
        }
    }
}
