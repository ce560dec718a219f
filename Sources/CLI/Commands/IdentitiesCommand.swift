import ArgumentParser
import Domain
import Wire

struct IdentitiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identities",
        abstract: "List identities.",
        discussion: """
            Options that are given more than once, or with commas, take any of their values.

            Example:
              penstock identities --class privileged --unowned --sort lastUsed
              penstock identities --owner ada@example.com --json
            """,
    )

    @Option(help: "Text in the name, the purpose or the owner's address.")
    var search: String?

    @Option(help: Choice<LifecycleState>.help("Lifecycle state"), transform: Choice<LifecycleState>.init)
    var state: [Choice<LifecycleState>] = []

    @Option(
        name: .customLong("class"),
        help: Choice<IdentityClass>.help("Class"),
        transform: Choice<IdentityClass>.init
    )
    var identityClass: [Choice<IdentityClass>] = []

    @Option(help: Choice<Identity.Kind>.help("Kind"), transform: Choice<Identity.Kind>.init)
    var kind: [Choice<Identity.Kind>] = []

    @Option(help: "Environment.")
    var environment: String?

    @Option(help: "Owner: mail address or id.")
    var owner: String?

    @Flag(help: "Only those without an owner.")
    var unowned = false

    @Option(help: "Only those that change users, groups, roles, credentials or who may do what.")
    var touches: IdentityFilter.Touch?

    @Option(help: Choice<Reach>.help("Only those that reach this"), transform: Choice<Reach>.init)
    var reaches: [Choice<Reach>] = []

    @Option(help: "Only those whose owner belongs to this team, or to one within it: name or id.")
    var team: String?

    @Option(help: "Only those with a grant on a system that holds data of this class, as in pci.")
    var dataClass: String?

    @Option(help: "Source: name or id.")
    var source: String?

    @Option(help: "Vendor that runs it.")
    var vendor: String?

    @Option(help: "Sort by this.")
    var sort: IdentityFilter.Sort = .name

    @Flag(help: "Sort from last to first.")
    var descending = false

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        if unowned, owner != nil { throw ValidationError("--owner and --unowned exclude each other") }
    }

    func run() async throws {
        let page: ListOf<IdentityLine> = try await connection.withSession { session in
            var query: [(String, String)] = [("sort", sort.rawValue)]
            if let search { query.append(("text", search)) }
            if !state.isEmpty { query.append(("state", Choice.text(state))) }
            if !identityClass.isEmpty { query.append(("class", Choice.text(identityClass))) }
            if !kind.isEmpty { query.append(("kind", Choice.text(kind))) }
            if let environment { query.append(("environment", environment)) }
            if let owner { query.append(("owner", try await session.person(owner).id.text)) }
            if let source { query.append(("source", try await session.source(source).id.text)) }
            if let vendor { query.append(("vendor", vendor)) }
            if !reaches.isEmpty { query.append(("reaches", Choice.text(reaches))) }
            if let team { query.append(("team", try await session.team(team).id.text)) }
            if let dataClass { query.append(("dataClass", dataClass)) }
            if let touches { query.append(("touches", touches.rawValue)) }
            if unowned { query.append(("unowned", "true")) }
            if descending { query.append(("descending", "true")) }
            return try await list.pages(session, Paths.identities, query: query)
        }
        try list.show(page, noun: "identities") { lines in
            var table = Table(
                "id",
                "name",
                "state",
                "class",
                "environment",
                "owner",
                "expires",
                "findings",
                numbers: [7],
                whole: [2, 3, 6],
                droppable: [6, 4],
            )
            for line in lines {
                let identity = line.identity
                let identityClass = identity.classification.identityClass
                table.add(
                    Table.Cell(identity.id.text, .faint),
                    Table.Cell(identity.name),
                    Table.Cell(identity.state.rawValue, identity.state.tint),
                    Table.Cell(identityClass.rawValue, identityClass.tint),
                    Table.Cell(identity.environment ?? "-"),
                    Table.Cell(line.owner ?? "-"),
                    Table.Cell(identity.expires?.date ?? "-"),
                    Table.Cell("\(line.findings)", line.worst?.tint),
                )
            }
            return table
        }
    }
}

extension IdentityFilter.Sort: ExpressibleByArgument {}
extension IdentityFilter.Touch: ExpressibleByArgument {}
