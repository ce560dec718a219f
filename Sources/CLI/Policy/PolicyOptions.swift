import ArgumentParser
import Cedar

/// The options by which policy commands find policies, schema and entities.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Policies in Cedar syntax or JSON, - for standard input; may be given several times.",
            valueName: "file",
        )
    )
    var policies: [String]

    @Option(help: ArgumentHelp("Links of templates: a JSON array.", valueName: "file"))
    var links: [String] = []

    @OptionGroup
    var world: WorldOptions

    /// Reads everything once; violations of the schema are told on standard error.
    func load() throws -> PolicyWorld {
        let schema = try world.schema.map(PolicyReading.schema)
        let files = try PolicyFile.paths(policies, suffix: ".cedar").map { try PolicyFile($0) }
        let policies = try PolicyReading.policies(files, links: links)
        return PolicyWorld(policies: policies, schema: schema, entities: try world.entities(schema))
    }
}

/// The options for schema and entities.
struct WorldOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A schema in Cedar syntax or JSON.", valueName: "file"))
    var schema: String?

    @Option(help: ArgumentHelp("The entities: a JSON array.", valueName: "file"))
    var entities: String?

    /// The store; without `--entities` it has only the actions of the schema.
    func entities(_ schema: Schema?) throws -> Entities {
        let file = try entities.map { try PolicyFile($0) } ?? PolicyFile(name: "entities", text: "[]")
        let (store, violations) = try PolicyReading.entities(file, schema)
        for violation in violations {
            Terminal.complain("\(file.name): \("warning".shown(in: .yellow)): \(violation.description.printable)")
        }
        return store
    }
}

/// What a request is decided over.
struct PolicyWorld {
    let policies: PolicySet
    let schema: Schema?
    let entities: Entities
}

extension ParsableCommand {
    /// Runs `body`; complaints about files are printed with their places, and the status is 1.
    func complaining(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let complaint as PolicyComplaint {
            Terminal.complain(complaint.text)
            throw ExitCode.failure
        }
    }
}
