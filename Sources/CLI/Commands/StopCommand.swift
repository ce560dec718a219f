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
            """,
    )

    @Argument(help: .identity)
    var id: String?

    @Option(help: "Stop everything that this vendor runs.")
    var vendor: String?

    @Option(help: "Why, for the record.")
    var reason: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        try ReasonCheck.check(reason)
        if (id == nil) == (vendor == nil) { throw ValidationError("name one identity, or --vendor") }
    }

    func run() async throws {
        if let vendor { return try await stop(vendor: vendor) }
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
    private func stop(vendor: String) async throws {
        let records: [StopRecord] = try await connection.withSession { session in
            try await session.client.post(Paths.one(Paths.vendors, vendor, "stop"), ReasonRequest(reason: reason))
        }
        if json { return try Terminal.say(json: records) }
        let leases = records.reduce(0) { $0 + $1.stop.leasesRevoked }
        let time = String(format: "%.1f", records.map(\.milliseconds).max() ?? 0)
        let count = records.count == 1 ? "1 identity" : "\(records.count) identities"
        Terminal.say("stopped \(count) of \(vendor) in \(time) ms: \(leases) leases revoked".printable)
    }
}

/// What a reason has to be.
enum ReasonCheck {
    static func check(_ reason: String) throws {
        if reason.isBlank { throw ValidationError("--reason is empty: say in words why, for the record") }
    }
}
