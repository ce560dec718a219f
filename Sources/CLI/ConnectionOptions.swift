import ArgumentParser
import Domain
import Foundation

/// The options by which every command finds its data.
struct ConnectionOptions: ParsableArguments {
    @OptionGroup
    var place: ServedStoreOptions

    @Option(help: ArgumentHelp("Ask this running server (or PENSTOCK_SERVER), with PENSTOCK_TOKEN.", valueName: "url"))
    var server: String?

    func validate() throws {
        if place.store != nil, server != nil {
            throw ValidationError("--store and --server exclude each other: name the store or the server, not both")
        }
        if let server, !["http://", "https://"].contains(where: server.hasPrefix) {
            throw ValidationError("--server must be an address as in http://127.0.0.1:8420, not `\(server)`")
        }
    }

    var choice: StoreChoice {
        var choice = place.choice
        if server != nil { choice.store = nil }
        let environment = ProcessInfo.processInfo.environment
        choice.server = server ?? (place.store == nil ? environment["PENSTOCK_SERVER"] : nil)
        return choice
    }

    /// Runs `body` on a connection, which is closed afterwards whatever happens.
    func withSession<Result>(_ body: (Session) async throws -> Result) async throws -> Result {
        let session = try await CLIEnvironment.required().open(choice)
        do {
            let result = try await body(session)
            await session.close()
            return result
        } catch {
            await session.close()
            throw error
        }
    }
}

/// The options by which a command finds a store that it opens itself.
struct ServedStoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Open this store: sqlite:FILE or postgres://user@host/database (or PENSTOCK_STORE).",
            valueName: "address",
        )
    )
    var store: String?

    @Option(
        help: ArgumentHelp(
            "The data folder of a local installation (or PENSTOCK_DATA; penstock-data when neither is given).",
            valueName: "folder",
        )
    )
    var data: String?

    func validate() throws {
        // The address is not repeated: it may hold a password.
        if let store, !["sqlite:", "postgres://", "postgresql://"].contains(where: store.hasPrefix) {
            throw ValidationError("--store must begin with sqlite: or postgres://, as in sqlite:penstock.db")
        }
    }

    var choice: StoreChoice {
        let environment = ProcessInfo.processInfo.environment
        return StoreChoice(
            store: store ?? environment["PENSTOCK_STORE"],
            server: nil,
            token: environment["PENSTOCK_TOKEN"],
            data: data ?? environment["PENSTOCK_DATA"] ?? "penstock-data",
        )
    }
}
