import ArgumentParser

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the console, the API and the gateway.",
        discussion: """
            Runs until it gets SIGTERM or SIGINT, then finishes what is under way.

            Example:
              penstock serve --data ./penstock-data
              penstock serve --store postgres://penstock@db.internal/penstock --listen 0.0.0.0:8420
            """,
    )

    @Option(help: ArgumentHelp("Where the console and the API listen.", valueName: "host:port"))
    var listen = "127.0.0.1:8420"

    @Option(help: ArgumentHelp("Where the gateway listens.", valueName: "host:port"))
    var gateway = "127.0.0.1:8421"

    @Option(
        help: ArgumentHelp(
            "The address that tokens name as their issuer; the console's when left out.",
            valueName: "url"
        )
    )
    var issuer: String?

    @Option(help: ArgumentHelp("Import this demo estate when the store is new.", valueName: "folder"))
    var demo: String?

    @OptionGroup(title: "Store")
    var connection: ServedStoreOptions

    func validate() throws {
        try Self.checkAddress(listen, "--listen")
        try Self.checkAddress(gateway, "--gateway")
        if listen == gateway, !listen.hasSuffix(":0") {
            throw ValidationError("--listen and --gateway are both `\(listen)`: give each a port of its own")
        }
        if let issuer, !["http://", "https://"].contains(where: issuer.hasPrefix) {
            throw ValidationError("--issuer must be an address as in https://penstock.example.com, not `\(issuer)`")
        }
    }

    func run() async throws {
        let order = ServeOrder(
            choice: connection.choice,
            listen: listen,
            gateway: gateway,
            issuer: issuer,
            demo: demo,
        )
        try await CLIEnvironment.required().serve(order)
    }

    private static func checkAddress(_ text: String, _ option: String) throws {
        guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
            UInt16(text[text.index(after: colon)...]) != nil
        else { throw ValidationError("\(option) must be HOST:PORT as in 127.0.0.1:8420, not `\(text)`") }
    }
}
