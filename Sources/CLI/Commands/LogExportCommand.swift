import ArgumentParser
import Client
import Domain
import Foundation
import Wire

struct LogExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole log with its checkpoints to a file.",
        discussion: """
            Anybody can check the file with `penstock log verify --bundle`, without a store. An existing file is not \
            overwritten.

            Example:
              penstock log export log.jsonl
              penstock log export - | gzip > log.jsonl.gz
            """,
    )

    @Argument(help: "The file to write; - for standard output.", completion: .file())
    var file: String

    @Flag(help: "Overwrite the file when it exists.")
    var force = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        if file == "-" {
            return try await connection.withSession { session in
                try await session.client.download(Paths.logBundle) { piece in
                    try FileHandle.standardOutput.write(contentsOf: Data(piece))
                }
            }
        }
        if !force, FileManager.default.fileExists(atPath: file) {
            throw CommandFailure("`\(file)` exists\nremedy: name another file, or say --force")
        }
        let bytes = try await connection.withSession { session in
            try await OutputFile.write(to: file) { write in
                try await session.client.download(Paths.logBundle, write: write)
            }
        }
        Terminal.say("wrote \(bytes) bytes to \(file); `penstock log verify --bundle \(file)` checks them")
    }
}
