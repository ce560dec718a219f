import ArgumentParser
import Client
import Domain
import Wire

struct LogCheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Print the newest signed checkpoint of the log.",
        discussion: """
            Keep it somewhere else: with it `penstock log verify --checkpoint` proves later that nothing before it was \
            changed, even when the store and the server are not to be trusted.

            Example:
              penstock log checkpoint > january.txt
            """,
    )

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let checkpoint: CheckpointRecord = try await connection.withSession { session in
            try await session.client.get(Paths.checkpoint)
        }
        if json { return try Terminal.say(json: checkpoint) }
        Terminal.say(checkpoint.note.hasSuffix("\n") ? String(checkpoint.note.dropLast()) : checkpoint.note)
        Terminal.complain("\(checkpoint.size) entries, made \(checkpoint.made.short)")
    }
}
