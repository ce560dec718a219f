import ArgumentParser
import Cedar

struct PolicyWhoCanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whocan",
        abstract: "List the entities that may do an action with a resource.",
        discussion: """
            Example:
              penstock policy whocan 'Action::"read"' 'File::"plan"' --policies app.cedar --entities people.json
            """,
    )

    @Argument(help: "What is to be done, as in 'Action::\"read\"'.", transform: EntityArgument.read)
    var action: EntityUID

    @Argument(help: "With what it is to be done.", transform: EntityArgument.read)
    var resource: EntityUID

    @OptionGroup
    var options: PolicyOptions

    @Option(help: ArgumentHelp("The circumstances: a JSON object, or a file that holds one.", valueName: "json"))
    var context: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try complaining {
            let world = try options.load()
            let context = try ContextArgument.read(context, world.schema?.context(of: action) ?? .any)
            let found = world.policies.whoCan(action, resource, world.entities, context: context)
            if json {
                Terminal.say(JSONNode(.array(found.map { .text($0.description) })).text(isPretty: true))
            } else if found.isEmpty {
                Terminal.complain("nobody may")
            } else {
                for uid in found { Terminal.say(uid.description.printable) }
            }
        }
    }
}
