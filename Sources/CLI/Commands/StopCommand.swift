import ArgumentParser
import Client
import Domain
import Foundation
import Wire

struct StopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop an identity everywhere, at once.",
        discussion: """
            Suspends it, revokes its leases and answers when no node lets anything of it pass. \
            `penstock resume` lets it act again.

            Example:
              penstock stop 'Sync invoices' --reason 'token seen in a public repository'
              penstock stop --vendor Acme --reason 'breach at the vendor'
              penstock stop --credential 'CRM production' --reason 'leaked'
            """,
    )

    @Argument(help: .identity)
    var id: String?

    @Option(help: "Stop everything that this vendor runs.")
    var vendor: String?

    @Option(help: "Stop everything that this person answers for.")
    var owner: String?

    @Option(help: "Stop everything in this environment.")
    var environment: String?

    @Option(help: "Stop everything that uses this credential: its name or key.")
    var credential: String?

    @Option(help: "Stop every workflow with a step of this connector.")
    var connector: String?

    @Option(help: "Stop everything of this source: its root or id.")
    var source: String?

    @Option(help: "Why, for the record.")
    var reason: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        try ReasonCheck.check(reason)
        if (id == nil ? 0 : 1) + scopes.count != 1 {
            throw ValidationError("name one identity, or one of --vendor, --owner, --environment, …")
        }
    }

    func run() async throws {
        if let (scope, value) = scopes.first { return try await stop(scope, value) }
        let id = id ?? ""
        let (record, name) = try await connection.withSession { session in
            let record: StopRecord = try await session.client.post(
                Paths.stops,
                StopRequest(identity: id, reason: reason),
            )
            // Only now: what matters is that it is stopped, not how it is called.
            let name = try? await session.identity(record.stop.identity.text).identity.name
            return (record, name ?? id)
        }
        if json { return try Terminal.say(json: record) }
        let stop = record.stop
        let time = String(format: "%.1f", record.milliseconds)
        let waited = stop.nodesExpired > 0 ? ", \(stop.nodesExpired) nodes waited out" : ""
        Terminal.say(
            "stopped \(name.printable) in \(time) ms: \(stop.leasesRevoked) leases revoked, "
                + "\(stop.nodesConfirmed) nodes confirmed\(waited)"
        )
    }
}

extension StopCommand {
    private var scopes: [(StopScope, String)] {
        let given: [(StopScope, String?)] = [
            (.vendor, vendor), (.owner, owner), (.environment, environment), (.credential, credential),
            (.connector, connector), (.source, source),
        ]
        return given.compactMap { scope, value in value.map { (scope, $0) } }
    }

    private func stop(_ scope: StopScope, _ value: String) async throws {
        let records: [StopRecord] = try await connection.withSession { session in
            try await session.client.post(Paths.stopAll, StopAllRequest(scope, value, reason: reason))
        }
        if json { return try Terminal.say(json: records) }
        let leases = records.reduce(0) { $0 + $1.stop.leasesRevoked }
        let time = String(format: "%.1f", records.map(\.milliseconds).max() ?? 0)
        let count = records.count == 1 ? "1 identity" : "\(records.count) identities"
        Terminal.say(
            "stopped \(count) of \(scope.rawValue) \(value) in \(time) ms: \(leases) leases revoked".printable
        )
    }
}

/// What a reason has to be.
enum ReasonCheck {
    static func check(_ reason: String) throws {
        if reason.isBlank { throw ValidationError("--reason is empty: say in words why, for the record") }
    }
}
