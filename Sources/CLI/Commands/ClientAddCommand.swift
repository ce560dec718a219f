import ArgumentParser
import Client
import Domain
import Wire

struct ClientAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a client: a secret, or the public key of one.",
        discussion: """
            With --public-key the client proves itself by private_key_jwt and no secret exists. Without, a secret is made \
            and shown once.

            Example:
              penstock client add 'Sync invoices' --public-key key.jwk
              penstock client add 'Sync invoices' --json
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Option(help: ArgumentHelp("A file with the public key as JWK; - for standard input.", valueName: "file"))
    var publicKey: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let key = try publicKey.map { path in
            let text = try InputFile.text(at: path, limit: 64 * 1024)
            guard text.drop(while: \.isWhitespace).first == "{" else {
                throw CommandFailure(
                    "`\(path)` holds no JWK\nremedy: give the public key as JSON, {\"kty\":\"EC\",\"crv\":\"P-256\",…}"
                )
            }
            return text
        }
        let client: ClientRecord = try await connection.withSession { session in
            try await session.client.post(Paths.identity(id, "clients"), ClientOrder(publicKey: key))
        }
        if json { return try Terminal.say(json: client) }
        client.show()
    }
}

/// A new client secret in place of an old one, as an approved rotation asks.
struct ClientReplaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replace",
        abstract: "Make the new secret that an approved rotation asks for; the old one ends after the overlap.",
        discussion: """
            Example:
              penstock request rotate 'Sync invoices' --reason 'a laptop was lost'
              penstock client replace req_01kb3v0qj8e9w4m7c2x5n6z0ta
            """,
    )

    @Argument(help: "The approved request to rotate, req_….")
    var request: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let client: ClientRecord = try await connection.withSession { session in
            try await session.client.post(Paths.request(request, "secret"), EmptyRequest())
        }
        if json { return try Terminal.say(json: client) }
        client.show()
    }
}

extension ClientRecord {
    fileprivate func show() {
        Terminal.say("client id      \(id)")
        if let secret { Terminal.say("client secret  \(secret)") }
        Terminal.say("until          \(expires.date)")
        if secret != nil { Terminal.complain("the secret is shown this once and kept nowhere: store it now") }
    }
}
