import ArgumentParser
import Client
import Domain
import Wire

struct SourceShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one source: what is in it, when it was read, and what it cannot tell.",
        discussion: """
            Example:
              penstock sources show ./workflows
            """,
    )

    @Argument(help: ArgumentHelp("Name or id of the source.", valueName: "source"))
    var source: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: SourceRecord = try await connection.withSession { session in
            let all: [SourceRecord] = try await session.client.get(Paths.sources)
            let id = try await session.source(source).id
            guard let record = all.first(where: { $0.source.id == id }) else {
                throw CommandFailure("there is no source `\(source)`")
            }
            return record
        }
        if json {
            try Terminal.say(json: record)
        } else {
            Terminal.say(page(record))
        }
    }

    private func page(_ record: SourceRecord) -> String {
        let description = record.source.description
        var sheet = Sheet()
        sheet.title(description.root)
        sheet.line(record.source.id.text, .faint)
        sheet.section("what")
        sheet.entry("format", "\(description.format), \(description.kind == .live ? "a running system" : "files")")
        sheet.entry("environment", description.environment ?? "not stated")
        for (label, kind) in [
            ("workflows", "workflow"), ("accounts", "principal"), ("trusts", "trust"), ("credentials", "credential"),
        ] { sheet.entry(label, "\(record.parts[kind] ?? 0)") }
        sheet.entry("identities", "\(record.identities)")
        sheet.section("how far it is governed")
        sheet.entry("stage", record.maturity.reached?.rawValue ?? "none yet")
        if let next = record.maturity.next { sheet.entry("\(next.rawValue) lacks", record.maturity.missing, .yellow) }
        sheet.section("when")
        sheet.entry("first import", record.source.firstSeen.short)
        sheet.entry("last import", record.source.lastImport.short)
        if let run = record.lastRun {
            sheet.entry("by", run.actor)
            sheet.entry(
                "it found",
                "\(run.added) new, \(run.changed) changed, \(run.vanished) gone, \(run.unchanged) as before"
            )
            let rejected = run.rejected.map { "\($0.path): \($0.reason)" }
            if !rejected.isEmpty { sheet.entry("rejected", Array(rejected.prefix(20)), .red) }
        }
        if record.isBeingTakenOver { sheet.entry("", "it is being taken over; its identities follow", .yellow) }
        sheet.section("what it can tell")
        for capability in Capability.allCases {
            let answer = description.capabilities.answer(capability)
            let note = description.capabilities.notes[capability].map { ", \($0)" } ?? ""
            sheet.entry(capability.rawValue, answer.rawValue + note, answer == .no ? .yellow : nil)
        }
        return sheet.text
    }
}
