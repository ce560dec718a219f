import ArgumentParser
import Cedar

struct PolicyCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find what is wrong with policies, a schema and entities.",
        discussion: """
            Every mistake is shown as file:line:column with its line. With --schema the policies are validated, and policies \
            that have no effect are found: those that can never apply, that a forbid without condition hides, that say what \
            another says, and links to entities that do not exist. Exit status 1 when there is an error, or with \
            --deny-warnings a warning.

            Example:
              penstock policy check policies/ --schema app.cedarschema
              penstock policy check templates.cedar --links links.json --schema app.cedarschema --entities people.json
            """,
    )

    @Argument(help: ArgumentHelp("Files, or folders with *.cedar files.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("Links of templates: a JSON array.", valueName: "file"))
    var links: [String] = []

    @OptionGroup
    var world: WorldOptions

    @Flag(help: "Let attributes and types differ that strict validation wants equal.")
    var permissive = false

    @Flag(help: "Exit status 1 with warnings too.")
    var denyWarnings = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try complaining {
            var report = PolicyCheckReport(json: json)
            let files = try PolicyFile.paths(files, suffix: ".cedar").map { try PolicyFile($0) }
            let schema = try report.catching(.schema) { try world.schema.map(PolicyReading.schema) } ?? nil
            let entities =
                try report.catching(.entities) { try world.entities.map { try self.entities($0, schema) } } ?? nil
            report.add(entities?.violations ?? [], .entities)
            // Each file is read by itself first, so that every file's mistakes are told.
            var isReadable = schema != nil || world.schema == nil
            for file in files
            where try report.catching(.policies, { try PolicyReading.policies([file], links: []) }) == nil {
                isReadable = false
            }
            if isReadable {
                let policies = try report.catching(.policies) { try PolicyReading.policies(files, links: links) }
                if let policies {
                    report.check(policies, files, schema, entities?.store, permissive ? .permissive : .strict)
                }
            }
            report.say(files: files.count)
            if report.errors > 0 || (denyWarnings && report.warnings > 0) { throw ExitCode.failure }
        }
    }

    private func entities(
        _ path: String,
        _ schema: Schema?,
    ) throws -> (store: Entities, violations: [SourceMessage]) {
        let file = try PolicyFile(path)
        let (store, violations) = try PolicyReading.entities(file, schema)
        return (store, violations.map { SourceMessage(file, .error, $0.description, .none) })
    }
}
