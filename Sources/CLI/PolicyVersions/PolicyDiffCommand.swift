import ArgumentParser
import Client
import Domain
import Wire

struct PolicyDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Replay recorded requests against other policies and say what would change.",
        discussion: """
            Requests that the gateway recorded are asked again, under the policies in force and under those given, both as of \
            now. Exit status 1 with --fail-on-refusal when one would be refused that is allowed today.

            Example:
              penstock policy diff policies/ --since 7d
              penstock policy diff --version 4 --json
            """,
    )

    @Argument(help: ArgumentHelp("A folder of *.cedar files, or one.", valueName: "folder"))
    var folder: String?

    @Option(help: "A version that was proposed, instead of a folder.")
    var version: Int64?

    @Option(help: "Requests since this day or time, or this long ago; 7d when left out.", transform: Moment.back)
    var since: Moment?

    @Flag(help: "Exit status 1 when something allowed today would be refused.")
    var failOnRefusal = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        if (folder == nil) == (version == nil) {
            throw ValidationError("give a folder of policies or --version, one of the two")
        }
    }

    func run() async throws {
        let files = try folder.map { try PolicyFolder($0).files }
        let trial = PolicyTrial(files: files, version: version, since: since?.instant ?? Moment.now - .days(7))
        let effect: PolicyEffect = try await connection.withSession {
            try await $0.client.post(Paths.policyTrial, trial)
        }
        if json { try Terminal.say(json: effect) } else { say(effect) }
        if failOnRefusal, effect.wouldRefuse > 0 { throw ExitCode.failure }
    }

    private func say(_ effect: PolicyEffect) {
        guard let first = effect.recordedSince else {
            return Terminal.say("no request was recorded yet, so nothing can be said of the effect")
        }
        let from = max(first, effect.since).date
        Terminal.say(
            "of \(effect.requests) requests since \(from), \(effect.wouldRefuse) would be refused and "
                + "\(effect.wouldAllow) allowed that are not today"
        )
        guard !effect.differences.isEmpty else { return }
        var table = Table("identity", "action", "resource", "today", "then", "by", "requests", numbers: [6])
        for difference in effect.differences {
            table.add(
                .init(difference.name),
                .init(difference.action.rawValue),
                .init(difference.resource.description),
                .init(difference.before.rawValue),
                .init(difference.after.rawValue, difference.after == .allow ? .green : .red),
                .init(difference.policies.joined(separator: ", ")),
                .init("\(difference.requests)"),
            )
        }
        Terminal.say(table.text())
    }
}
