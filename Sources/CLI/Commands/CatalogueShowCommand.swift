import ArgumentParser
import Importers

struct CatalogueShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what is known of a connector, or what there is.",
        discussion: """
            With a connector: its system, credential types with the scopes they ask for, and each operation with its class and the \
            rule that gives it. Without: the platforms and the rules in their order. A name without its package is enough where \
            only one connector has it.

            Example:
              penstock catalogue show
              penstock catalogue show n8n-nodes-base.slack
              penstock catalogue show okta --json
            """,
    )

    @Argument(help: "A connector as its platform names it, with or without its package.")
    var connector: String?

    @Option(help: "The platform, where several know the connector.")
    var platform: String?

    @OptionGroup
    var options: CatalogueOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let catalogue = try options.read()
        if let platform, !catalogue.platforms.contains(platform) {
            let known = catalogue.platforms.joined(separator: ", ")
            throw CommandFailure("nothing is known of a platform `\(platform)`\nremedy: one of \(known)")
        }
        guard let connector else {
            let page = CataloguePage(catalogue, platform: platform)
            if json { try Terminal.say(json: page) } else { Terminal.say(page.text) }
            return
        }
        let page = ConnectorPage(try found(connector, in: catalogue), in: catalogue)
        if json { try Terminal.say(json: page) } else { Terminal.say(page.text) }
    }

    private func found(_ name: String, in catalogue: Catalogue) throws -> Connector {
        let platforms = platform.map { [$0] } ?? catalogue.platforms
        let exact = platforms.compactMap { catalogue.connector(for: ConnectorName(name), on: $0) }
        let wanted = ConnectorName(name)
        if let only = exact.first, exact.count == 1, platform != nil || !wanted.package.isEmpty { return only }
        // A plain name may be the whole name on one platform and the short one on another: both are meant.
        let short = wanted.short.lowercased()
        let matches = platforms.flatMap { platform in
            let plain = exact.filter { $0.platform == platform }
            return plain.isEmpty
                ? catalogue.connectorNames(on: platform)
                    .filter { ConnectorName($0).short.lowercased() == short || $0.lowercased() == name.lowercased() }
                    .compactMap { catalogue.connector($0, on: platform) }
                : plain
        }
        if let only = matches.first, matches.count == 1 { return only }
        guard !matches.isEmpty else {
            throw CommandFailure(
                "no catalogue knows `\(name)`\nremedy: `penstock catalogue learn PATH` starts a file for it"
            )
        }
        let names = matches.map { "\($0.name) (--platform \($0.platform))" }.joined(separator: ", ")
        throw CommandFailure("`\(name)` is the name of several connectors\nremedy: say which: \(names)")
    }
}
