import ArgumentParser
import Client
import Domain
import Wire

struct LevelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "levels",
        abstract: "How strictly policy is applied, to identities, systems and sources.",
        discussion: """
            At observe what policy refuses passes and is recorded; at warn the caller is told as well; at enforce it is \
            refused. Of what is said of an identity, the system it asks and its source, the strictest holds; where nothing \
            is said, policy is enforced.

            Example:
              penstock levels
              penstock levels set source ./workflows observe --until 30d --reason 'first month of the rollout'
            """,
        subcommands: [LevelsListCommand.self, LevelsSetCommand.self],
        defaultSubcommand: LevelsListCommand.self,
    )
}

struct LevelsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what is said of levels.",
        discussion: "Example:\n  penstock levels list --json",
    )

    @Flag(help: "Print JSON: an array.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let all: [LevelRecord] = try await connection.withSession { try await $0.client.get(Paths.levels) }
        if json { return try Terminal.say(json: all) }
        guard !all.isEmpty else { return Terminal.complain("nothing is said of any level: policy is enforced") }
        var table = Table("what", "name", "level", "until", "set by", "reason", whole: [3])
        for one in all {
            table.add(
                Table.Cell(one.kind.rawValue),
                Table.Cell(one.name),
                Table.Cell(one.holds ? one.level.rawValue : "\(one.level.rawValue), ended", one.holds ? nil : .faint),
                Table.Cell(one.until?.short ?? "-"),
                Table.Cell(one.setBy),
                Table.Cell(one.reason),
            )
        }
        Terminal.say(table.text())
    }
}

struct LevelsSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Ask that policy be applied to something at another level.",
        discussion: """
            A lower level needs an approval by security and an end, 90 days ahead at the most; a stricter one is set at \
            once by whoever answers for it. `unsaid` takes back what was said.

            Example:
              penstock levels set identity 'Sync invoices' warn --until 2w --reason 'new policy on trial'
              penstock levels set system crm enforce --reason 'trial is over'
            """,
    )

    enum Level: String, CaseIterable, ExpressibleByArgument {
        case observe, warn, enforce, unsaid
    }

    @Argument(help: "What it is set of: identity, system or source.")
    var kind: LevelSetting.Subject.Kind

    @Argument(help: "Its id or name.")
    var name: String

    @Argument(help: "observe, warn, enforce, or unsaid.")
    var level: Level

    @Option(help: .end("When a lower level ends"), transform: Moment.ahead)
    var until: Moment?

    @OptionGroup var request: AskingOptions

    func validate() throws {
        let isLower = level == .observe || level == .warn
        if isLower, until == nil { throw ValidationError("level \(level.rawValue) ends on a date: give --until") }
        if !isLower, until != nil { throw ValidationError("only observe and warn have an end: leave out --until") }
    }

    func run() async throws {
        let (subject, identity) = try await request.connection.withSession { session -> (String, String?) in
            switch kind {
            case .identity:
                let id = try await session.identity(name).identity.id.text
                return (id, id)
            case .system: return (name, nil)
            case .source: return (try await session.source(name).id.text, nil)
            }
        }
        var order = RequestOrder(.level, identity: identity, reason: request.reason)
        order.terms = ["subject": "\(kind.rawValue):\(subject)", "level": level.rawValue]
        order.terms?["until"] = until?.instant.text
        try await request.send(order)
    }
}

extension LevelSetting.Subject.Kind: ExpressibleByArgument {}
