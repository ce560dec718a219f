import ArgumentParser
import Client
import Domain
import Wire

struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "What you were told.",
        discussion: """
            Each person has an inbox of their own: ask with PENSTOCK_TOKEN of yours.

            Example:
              penstock inbox --unread
              penstock inbox --read
            """,
    )

    @Flag(help: "Only what is unread.")
    var unread = false

    @Flag(help: "Mark all as read.")
    var read = false

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        if read {
            let marked: CountRecord = try await connection.withSession { session in
                try await session.client.post(Paths.inbox + "/read", EmptyRequest())
            }
            return Terminal.say("\(counted(marked.count, "notice")) marked as read")
        }
        let page: ListOf<InboxEntry> = try await connection.withSession { session in
            try await list.pages(session, Paths.inbox, query: unread ? [("unread", "true")] : [])
        }
        try list.show(page, noun: "notices") { notices in
            var table = Table("time", "about", "text", whole: [0])
            for notice in notices {
                table.add(
                    Table.Cell(notice.at.short, notice.read == nil ? .bold : nil),
                    Table.Cell(notice.subject?.name ?? "-"),
                    Table.Cell(notice.text),
                )
            }
            return table
        }
    }
}
