import ArgumentParser
import Client
import Domain
import Foundation
import Wire

struct VendorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vendors",
        abstract: "Who depends on which vendor, and who answers for it.",
        discussion: """
            `penstock stop --vendor NAME` stops everything that a vendor runs.

            Example:
              penstock vendors
              penstock vendors set Acme --runtime-owner ada@example.com --contract-ends 2027-03-31
            """,
        subcommands: [VendorsListCommand.self, VendorsSetCommand.self],
        defaultSubcommand: VendorsListCommand.self,
    )
}

struct VendorsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List vendors, the one most depends on first.",
        discussion: "Example:\n  penstock vendors list --json",
    )

    @Flag(help: "Print JSON: an array.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let all: [VendorConcentration] = try await connection.withSession { try await $0.client.get(Paths.vendors) }
        if json { return try Terminal.say(json: all) }
        guard !all.isEmpty else { return Terminal.complain("no vendors") }
        var table = Table(
            "vendor",
            "identities",
            "share",
            "privileged",
            "systems",
            "functions",
            "contract ends",
            "missing",
            numbers: [1, 2, 3, 4]
        )
        for one in all {
            table.add(
                Table.Cell(one.vendor.name),
                Table.Cell("\(one.identities)"),
                Table.Cell(String(format: "%.0f %%", one.share * 100)),
                Table.Cell("\(one.privileged)", one.privileged > 0 ? .yellow : nil),
                Table.Cell("\(one.systems)"),
                Table.Cell(one.functions.joined(separator: ", ")),
                Table.Cell(one.vendor.contractEnds?.short ?? "-"),
                Table.Cell(one.missing.joined(separator: ", "), one.missing.isEmpty ? nil : .red),
            )
        }
        Terminal.say(table.text())
    }
}

struct VendorsSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Write down who answers for a vendor, and its contract.",
        discussion: """
            What is left out stays as it is.

            Example:
              penstock vendors set Acme --data-owner ben@example.com --stop-contact '+44 20 7946 0000'
            """,
    )

    @Argument(help: "Name, as identities and systems have it.")
    var name: String

    @Option(help: "Who answers for what the vendor runs.")
    var runtimeOwner: String?

    @Option(help: "Who answers for the data that it reaches.")
    var dataOwner: String?

    @Option(help: "When the contract began.", transform: Moment.back)
    var contractBegins: Moment?

    @Option(help: "When the contract ends.", transform: Moment.ahead)
    var contractEnds: Moment?

    @Option(help: "Whom to call there to have something stopped.")
    var stopContact: String?

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let vendor: Vendor = try await connection.withSession { session in
            let all: [VendorConcentration] = try await session.client.get(Paths.vendors)
            let known = all.first { $0.vendor.name == name }?.vendor
            var order = VendorOrder()
            order.runtimeOwner = runtimeOwner ?? known?.runtimeOwner?.text
            order.dataOwner = dataOwner ?? known?.dataOwner?.text
            order.contractBegins = contractBegins?.instant ?? known?.contractBegins
            order.contractEnds = contractEnds?.instant ?? known?.contractEnds
            order.stopContact = stopContact ?? known?.stopContact
            return try await session.client.put(Paths.one(Paths.vendors, name), order)
        }
        let ends = vendor.contractEnds.map { ", contract until \($0.short)" } ?? ""
        Terminal.say("\(vendor.name)\(ends)".printable)
    }
}
