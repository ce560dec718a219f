import ArgumentParser
import Domain
import Foundation
import Wire

struct StopsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stops",
        abstract: "List stops, newest first.",
        discussion: """
            Example:
              penstock stops --limit 10
            """,
    )

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let page: ListOf<StopRecord> = try await connection.withSession { session in
            try await list.pages(session, Paths.stops, query: [])
        }
        try list.show(page, noun: "stops") { records in
            var table = Table(
                "time",
                "identity",
                "took",
                "leases",
                "nodes",
                "by",
                "reason",
                numbers: [2, 3, 4],
                whole: [0, 1]
            )
            for record in records {
                let stop = record.stop
                table.add(
                    Table.Cell(stop.requested.short),
                    Table.Cell(stop.identity.text),
                    Table.Cell(String(format: "%.1f ms", record.milliseconds)),
                    Table.Cell("\(stop.leasesRevoked)"),
                    Table.Cell("\(stop.nodesConfirmed + stop.nodesExpired)"),
                    Table.Cell(stop.by),
                    Table.Cell(stop.reason),
                )
            }
            return table
        }
    }
}
