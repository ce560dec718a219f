import ArgumentParser
import Client
import Domain
import Wire

struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "What is due next: expiries, reviews, notifications.",
        discussion: """
            A running server does what is due by itself. `--run` does it now and at once, also without a server.

            Example:
              penstock schedule --kind openReviews
              penstock schedule --run
            """,
    )

    @Option(help: "Only of these kinds, with commas.")
    var kind: String?

    @Flag(help: "Do what is due now.")
    var run = false

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        if run {
            let ran: CountRecord = try await connection.withSession { session in
                try await session.client.post(Paths.schedule + "/run", EmptyRequest())
            }
            if list.json { return try Terminal.say(json: ran) }
            return Terminal.say("\(counted(ran.count, "job")) ran")
        }
        let page: ListOf<Job> = try await connection.withSession { session in
            try await list.pages(session, Paths.schedule, query: kind.map { [("kind", $0)] } ?? [])
        }
        try list.show(page, noun: "jobs") { jobs in
            var table = Table("due", "job", "about", "attempts", "error", numbers: [3], whole: [0])
            for job in jobs {
                table.add(
                    Table.Cell(job.ready.short),
                    Table.Cell(job.kind.rawValue),
                    Table.Cell(job.key),
                    Table.Cell("\(job.attempts)"),
                    Table.Cell(job.lastError ?? "-", job.lastError == nil ? nil : .red),
                )
            }
            return table
        }
    }
}
