import ArgumentParser
import Client
import Domain
import Foundation
import Wire

struct SystemAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a system, or change one.",
        discussion: """
            Of a system that is already there, what is left out stays as it is. The credential that the gateway injects is \
            given apart, with `penstock system credential`.

            Example:
              penstock system add ledger --environment production --upstream http://127.0.0.1:9000 \\
                --inject bearer --data-class financial --admin-path /admin
            """,
    )

    @Argument(help: "Short name, as it stands in scopes and gateway paths: lower-case letters, digits, `-`.")
    var name: String

    @Option(help: "Its environment; needed for a new system.")
    var environment: String?

    @Option(help: "Its name in full.")
    var title: String?

    @Option(help: ArgumentHelp("Where the gateway forwards to.", valueName: "url"))
    var upstream: String?

    @Option(
        help: "How its credential goes into a request: none, bearer, basic or header:NAME.",
        transform: SystemAddCommand.injection,
    )
    var inject: System.Injection?

    @Option(help: "Business function.")
    var function: String?

    @Option(help: "Who makes it.")
    var vendor: String?

    @Option(help: "Where its data is kept.")
    var region: String?

    @Option(help: "A class of the data it holds: personal, financial … Replaces those known.")
    var dataClass: [String] = []

    @Option(help: ArgumentHelp("Below this path every call is admin. Replaces those known.", valueName: "path"))
    var adminPath: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        guard System.isName(name) else {
            throw ValidationError(
                "`\(name)` cannot name a system: give up to 63 lower-case letters, digits and `-`, not beginning with `-`"
            )
        }
        if let environment, environment.isBlank { throw ValidationError("--environment is empty: give its name") }
        if let upstream {
            let address = URLComponents(string: upstream)
            guard ["http", "https"].contains(address?.scheme), !(address?.host ?? "").isEmpty else {
                throw ValidationError("--upstream must be an address as in http://127.0.0.1:9000, not `\(upstream)`")
            }
            if address?.user != nil || address?.password != nil {
                throw ValidationError("--upstream must not carry a password: seal it with `penstock system credential`")
            }
        }
        for path in adminPath where !path.hasPrefix("/") {
            throw ValidationError("--admin-path must begin with `/`, unlike `\(path)`")
        }
    }

    func run() async throws {
        let system: SystemRecord = try await connection.withSession { session in
            let known: [SystemRecord] = try await session.client.get(Paths.systems)
            let order = try completed(known.first { $0.name == name })
            return try await session.client.put(Paths.system(name), order)
        }
        if json { return try Terminal.say(json: system) }
        Terminal.say("\(system.name) in \(system.environment.printable)")
        if (system.injection ?? "none") != "none", system.hasCredential != true {
            Terminal.complain("it has no credential yet: `penstock system credential \(name) --file FILE` seals one")
        }
    }

    private func completed(_ known: SystemRecord?) throws -> SystemRecord {
        guard let environment = environment ?? known?.environment else {
            throw CommandFailure(
                "--environment is missing, and there is no system `\(name)` yet\nremedy: say where it is"
            )
        }
        var record = SystemRecord(name: name, environment: environment)
        record.title = title ?? known?.title
        record.function = function ?? known?.function
        record.vendor = vendor ?? known?.vendor
        record.region = region ?? known?.region
        record.upstream = upstream ?? known?.upstream
        record.injection = inject?.text ?? known?.injection
        record.dataClasses = dataClass.isEmpty ? known?.dataClasses : dataClass
        record.adminPaths = adminPath.isEmpty ? known?.adminPaths : adminPath
        return record
    }

    private static func injection(_ text: String) throws -> System.Injection {
        guard let injection = System.Injection(text: text) else {
            throw ValidationError("give none, bearer, basic or header:NAME as in header:X-Api-Key")
        }
        return injection
    }
}
