import ArgumentParser
import Domain
import Foundation
import MerkleLog

struct LogVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute the log and check its signed checkpoints.",
        discussion: """
            Trusts no server: it reads the entries themselves, from the store or from a file that `penstock log export` wrote. \
            With a checkpoint kept elsewhere it also proves that the log only grew since then; with the key known from \
            elsewhere, that the log is the one you mean. Exit status 1 when anything does not hold.

            Example:
              penstock log verify
              penstock log verify --bundle log.jsonl --checkpoint january.txt --key "$(cat log.key)"
            """,
    )

    @Option(help: ArgumentHelp("Check this file instead of the store.", valueName: "file"))
    var bundle: String?

    @Option(help: ArgumentHelp("A checkpoint kept elsewhere that the log has to continue.", valueName: "file"))
    var checkpoint: [String] = []

    @Option(
        help: ArgumentHelp("The log's public key as it is known elsewhere.", valueName: "key"),
        transform: LogVerifyCommand.verifier,
    )
    var key: NoteVerifier?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var store: ServedStoreOptions

    func validate() throws {
        if bundle != nil, store.store != nil || store.data != nil {
            throw ValidationError("--bundle is checked without any store: leave out --store and --data")
        }
    }

    func run() async throws {
        let environment = try CLIEnvironment.required()
        let proof = LogProof(key: key, trusted: try checkpoint.map(Self.note))
        let verdict =
            if let bundle {
                try await environment.verifyBundle(bundle, proof)
            } else {
                try await environment.verifyLog(store.choice, proof)
            }
        if json {
            try Terminal.say(json: verdict)
        } else if verdict.verified {
            Terminal.say(
                "verified".shown(in: .green) + ": \(verdict.entries) entries, \(verdict.checkpoints) checkpoints, "
                    + "root \(verdict.root)"
            )
            if let sealed = verdict.sealed, sealed < verdict.entries {
                Terminal.say("the last \(verdict.entries - sealed) entries are not under a signed checkpoint yet")
            }
            if let key = verdict.key { Terminal.say("key \(key)") }
        } else {
            Terminal.say("not verified".shown(in: .alarm))
            for problem in verdict.problems { Terminal.say("  \(problem.printable)") }
        }
        if !verdict.verified { throw ExitCode.failure }
    }

    private static func verifier(_ text: String) throws -> NoteVerifier {
        do {
            return try NoteVerifier(text)
        } catch {
            throw ValidationError("give the key as `penstock log verify` prints it, NAME+HASH+BASE64")
        }
    }

    private static func note(_ path: String) throws -> SignedNote {
        let text = try InputFile.text(at: path, limit: 64 * 1024)
        do {
            return try SignedNote(text.utf8)
        } catch {
            throw CommandFailure(
                "`\(path)` is no signed checkpoint\nremedy: keep what `penstock log checkpoint` prints, unchanged"
            )
        }
    }
}
