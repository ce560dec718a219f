import ArgumentParser
import Client
import Domain
import Wire

struct IdentitySizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "size",
        abstract: "Compare what an identity was granted with what it used, and ask for no more than that.",
        discussion: """
            Says of each grant what of it was used at the gateway and by whom, proposes the smallest grants that cover the \
            use, and tries these on the recorded requests. --request asks for the reduction: whoever answers for the \
            identity may do it alone. What the record cannot speak of stays as it is.

            Example:
              penstock identity size 'Sync invoices' --window 90d
              penstock identity size idn_01kb3 --window 30d --request --reason 'quarterly clean-up'
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Option(help: "Use since this day or time, or this long ago; 90d when left out.", transform: Moment.back)
    var window: Moment?

    @Flag(help: "Ask for the reduction.")
    var request = false

    @Option(help: "Why, for those who decide.")
    var reason: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        if reason != nil, !request { throw ValidationError("--reason goes with --request") }
    }

    func run() async throws {
        let since = window?.instant
        if request {
            let order = RightSizeOrder(since: since, reason: reason)
            let answer: RequestRecord = try await connection.withSession {
                try await $0.client.post(Paths.identity(id, "right-size"), order)
            }
            if json { return try Terminal.say(json: answer) }
            return Terminal.say("\(answer.id) is \(answer.state.rawValue): \(answer.because)".printable)
        }
        let query = since.map { [("since", $0.text)] } ?? []
        let record: RightSizeRecord = try await connection.withSession {
            try await $0.client.get(Paths.identity(id, "right-size"), query: query)
        }
        if json { return try Terminal.say(json: record) }
        Terminal.say(page(record))
    }

    private func page(_ record: RightSizeRecord) -> String {
        var sheet = Sheet()
        sheet.title(record.name)
        sheet.line(record.identity.text, .faint)
        sheet.section("granted against used")
        sheet.entry("window", "\(record.since.date) to \(record.until.date)")
        sheet.entry("recorded", record.recordedSince.map { "since \($0.date)" } ?? "nothing yet")
        guard !record.grants.isEmpty else {
            sheet.line("  no grant is open", .faint)
            return sheet.text
        }
        var table = Table("grant", "action", "resource", "requests", "last", "becomes", numbers: [3], whole: [0])
        for line in record.grants {
            table.add(
                Table.Cell(line.grant.text, .faint),
                Table.Cell(line.action.rawValue),
                Table.Cell(line.resource.description),
                Table.Cell("\(line.requests)"),
                Table.Cell(line.lastUsed.map(\.short) ?? "-"),
                Table.Cell(Self.outcome(line), line.fate.tint),
            )
        }
        sheet.table(table)
        for line in record.grants where !line.because.isEmpty {
            sheet.entry(line.fate.rawValue, "\(line.action.rawValue) \(line.resource): \(line.because)", line.fate.tint)
        }
        dependents(record, &sheet)
        dryRun(record.dryRun, &sheet)
        return sheet.text
    }

    private static func outcome(_ line: RightSize.Line) -> String {
        switch line.fate {
        case .keep: "itself"
        case .drop: "nothing"
        case .narrow: line.becomes.map(\.description).joined(separator: ", ")
        }
    }

    private func dependents(_ record: RightSizeRecord, _ sheet: inout Sheet) {
        let used = record.grants.filter { !$0.dependents.isEmpty }
        guard !used.isEmpty else { return }
        sheet.section("who breaks when one goes")
        for line in used {
            let who = line.dependents.map { "\($0.who), \(counted($0.requests, "request")), last \($0.last.short)" }
            sheet.entry("\(line.action.rawValue) \(line.resource)", who)
        }
    }

    private func dryRun(_ effect: PolicyEffect, _ sheet: inout Sheet) {
        sheet.section("dry run")
        sheet.entry("requests", "\(effect.requests) of the window asked again")
        sheet.entry("refused then", "\(effect.wouldRefuse)", effect.wouldRefuse > 0 ? .red : .green)
        for difference in effect.differences.prefix(20) {
            let what =
                "\(difference.action.rawValue) \(difference.resource), \(counted(difference.requests, "request"))"
            sheet.entry("", what, .red)
        }
    }
}

extension RightSize.Fate {
    fileprivate var tint: Tint? {
        switch self {
        case .keep: nil
        case .narrow: .yellow
        case .drop: .red
        }
    }
}
