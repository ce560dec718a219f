import ArgumentParser
import Cedar

struct PolicyWhatCanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whatcan",
        abstract: "List what a principal may do, and with what.",
        discussion: """
            Asks every action that the schema or a policy names, with every entity.

            Example:
              penstock policy whatcan 'User::"alice"' --policies app.cedar --entities people.json
            """,
    )

    @Argument(help: "Who asks, as in 'User::\"alice\"'.", transform: EntityArgument.read)
    var principal: EntityUID

    @OptionGroup
    var options: PolicyOptions

    @Option(help: ArgumentHelp("The circumstances: a JSON object, or a file that holds one.", valueName: "json"))
    var context: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try complaining {
            let world = try options.load()
            let context = try ContextArgument.read(context, .any)
            let found = world.policies.whatCan(principal, world.entities, context: context)
            if json {
                let rows = found.map { permission in
                    JSONNode(
                        .object([
                            .init("action", .text(permission.action.description)),
                            .init("resource", .text(permission.resource.description)),
                        ])
                    )
                }
                return Terminal.say(JSONNode(.array(rows)).text(isPretty: true))
            }
            guard !found.isEmpty else { return Terminal.complain("nothing") }
            var table = Table("action", "resource")
            for permission in found { table.add("\(permission.action)", "\(permission.resource)") }
            Terminal.say(table.text())
        }
    }
}
