import ArgumentParser
import Client
import Domain
import Foundation
import Wire

struct BreakGlassOpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open emergency access; with --sealed without the server.",
        discussion: """
            With --sealed the code is read from standard input, the credential goes to standard output, and the record \
            is written beside the envelope before anything is shown.

            Example:
              penstock break-glass open sync admin crm/contacts --ticket INC-7 --reason WHY --rollback HOW
              penstock break-glass open --sealed crm.envelope --ticket INC-7 --reason WHY --rollback HOW < code
            """,
    )

    @Argument(help: "The identity whose access is needed.")
    var identity: String?

    @Argument(help: "read, write or admin.")
    var action: ActionClass?

    @Argument(help: ArgumentHelp("On what.", valueName: "system/resource"))
    var resource: String?

    @Option(help: "Why it cannot wait.")
    var reason: String

    @Option(help: "Where the emergency is written down.")
    var ticket: String

    @Option(help: "How what is done is undone.")
    var rollback: String

    @Option(help: "How long; the longest that the terms allow when left out.")
    var minutes: Int?

    @Option(help: "Who acts, when the local operator types for them.")
    var person: String?

    @Option(help: ArgumentHelp("Use this envelope, without the server.", valueName: "file"))
    var sealed: String?

    @Flag(help: "Only say whether policy lets you.")
    var preview = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        for (name, text) in [("reason", reason), ("ticket", ticket), ("rollback", rollback)] where text.isBlank {
            throw ValidationError("--\(name) is empty: it is needed, however urgent it is")
        }
        if sealed == nil, identity == nil || action == nil || resource == nil {
            throw ValidationError("say which identity, what it is to do, and on which SYSTEM/RESOURCE")
        }
    }

    func run() async throws {
        if let sealed { return try openEnvelope(sealed) }
        guard let identity, let action, let path = resource.flatMap({ ResourcePath($0) }) else {
            throw ValidationError("give SYSTEM/RESOURCE as in crm/contacts")
        }
        let order = BreakGlassRequest(
            identity: identity,
            person: person,
            action: action,
            resource: path,
            reason: reason,
            ticket: ticket,
            rollback: rollback,
            minutes: minutes,
        )
        if preview {
            var request = RequestOrder(.breakGlass, identity: identity, reason: reason)
            request.breakGlass = order
            return try await request.preview(connection, json: json)
        }
        let glass: BreakGlass = try await connection.withSession { session in
            try await session.client.post(Paths.breakGlass, order)
        }
        if json { return try Terminal.say(json: glass) }
        Terminal.say("\(glass.id): \(glass.action.rawValue) \(glass.resource) until \(glass.ends.short)".printable)
        Terminal.complain("`penstock break-glass token \(glass.id)` gets a token; everything done with it is marked")
    }

    private func openEnvelope(_ path: String) throws {
        let environment = try CLIEnvironment.required()
        guard let data = FileManager.default.contents(atPath: path),
            let file = try? JSONDecoder().decode(EnvelopeFile.self, from: data), file.format == EnvelopeFile.format
        else { throw CommandFailure("`\(path)` is no envelope") }
        guard file.sealed != nil else {
            throw CommandFailure("the envelope `\(path)` was opened before: it opens once")
        }
        let now = environment.now()
        guard now < file.envelope.expires else {
            throw CommandFailure("the envelope `\(path)` ended at \(file.envelope.expires.text)")
        }
        guard let code = readLine(), !code.isBlank else {
            throw CommandFailure("the code is read from standard input, and there was none")
        }
        let record = EnvelopeRecord(
            envelope: file.envelope.id,
            opened: now,
            minutes: min(minutes ?? file.envelope.longestMinutes, file.envelope.longestMinutes),
            reason: reason,
            ticket: ticket,
            rollback: rollback,
        )
        let opened = try environment.openEnvelope(file, Secret(code), record)
        // The record first: what was not written down is not given out. The name is taken for good, so it opens once.
        let recordPath = path + ".record"
        try Self.write(try JSONEncoder().encode(opened.record), to: recordPath, mayExist: false)
        let copied = try copy(opened.record)
        var spent = file
        spent.sealed = nil
        try Self.write(try JSONEncoder().encode(spent), to: path, mayExist: true)
        Terminal.say(opened.credential.withBytes { String(decoding: $0, as: UTF8.self) })
        let next =
            copied
            ? "the server imports the record when it starts"
            : "bring the record back as soon as the server is there: `penstock break-glass import \(recordPath)`"
        Terminal.complain("the credential of \(file.envelope.system) is above; \(next)")
    }

    /// Puts the record where the server of this data folder finds it when it starts.
    ///
    /// - Returns: false when there is no such folder here.
    private func copy(_ record: EnvelopeRecordFile) throws -> Bool {
        let data = connection.choice.data
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: data, isDirectory: &isFolder), isFolder.boolValue else {
            return false
        }
        let folder = data + "/break-glass"
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700],
        )
        let bytes = try JSONEncoder().encode(record)
        try Self.write(bytes, to: "\(folder)/\(record.envelope.text).record", mayExist: true)
        return true
    }

    /// Writes a file that only this user reads, and has it on disk before it returns.
    private static func write(_ data: Data, to path: String, mayExist: Bool) throws {
        let flags = O_WRONLY | O_CREAT | (mayExist ? O_TRUNC : O_EXCL)
        let file = open(path, flags, 0o600)
        guard file >= 0 else {
            throw CommandFailure(
                mayExist ? "`\(path)` cannot be written" : "`\(path)` is there already: the envelope was opened before"
            )
        }
        defer { close(file) }
        let written = data.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
        guard written == data.count, fsync(file) == 0 else { throw CommandFailure("`\(path)` cannot be written") }
    }
}

struct BreakGlassPrepareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare",
        abstract: "Seal an envelope for an emergency without the server.",
        discussion: """
            The file and its code belong in different hands. It opens once; when its time is over it has to come back.

            Example:
              penstock break-glass prepare 'Sync invoices' --person ira@example.com --system crm --out crm.envelope
            """,
    )

    @Argument(help: .identity)
    var identity: String

    @Option(help: "Who may open it; the terms have to name them.")
    var person: String

    @Option(help: "The system whose sealed credential is in it.")
    var system: String

    @Option(help: "Where the file goes.")
    var out: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: out) else {
            throw CommandFailure("`\(out)` is there already: choose another file")
        }
        let record: SealedEnvelopeRecord = try await connection.withSession { session in
            try await session.client.post(
                Paths.envelopes,
                EnvelopeOrder(identity: identity, person: person, system: system),
            )
        }
        let data = try JSONEncoder().encode(record.file)
        guard FileManager.default.createFile(atPath: out, contents: data, attributes: [.posixPermissions: 0o600]) else {
            throw CommandFailure(
                "`\(out)` cannot be written; give envelope \(record.file.envelope.id) back and try again"
            )
        }
        Terminal.say("code \(record.code)")
        Terminal.complain(
            "the code is shown this once: keep it apart from `\(out)`. It is good until \(record.file.envelope.expires.short)"
        )
    }
}

struct BreakGlassReturnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: "Take an unopened envelope back.",
        discussion: "Example:\n  penstock break-glass return env_01kb3",
    )

    @Argument(help: "Id of the envelope.")
    var id: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let envelope: Envelope = try await connection.withSession { session in
            try await session.client.post(Paths.one(Paths.envelopes, id, "return"), EmptyRequest())
        }
        Terminal.say("\(envelope.id) is back; destroy the file".printable)
    }
}

struct BreakGlassImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import the record of an envelope that was opened.",
        discussion: "Example:\n  penstock break-glass import crm.envelope.record",
    )

    @Argument(help: "The record's file.")
    var file: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file),
            let record = try? JSONDecoder().decode(EnvelopeRecordFile.self, from: data)
        else { throw CommandFailure("`\(file)` is no record of an envelope") }
        let glass: BreakGlass = try await connection.withSession { session in
            try await session.client.post(Paths.envelopeRecords, record)
        }
        Terminal.say("\(glass.id) of \(glass.personEmail) waits for its review".printable)
        Terminal.complain("rotate the credential of \(glass.resource.system): it left its seal".printable)
    }
}
