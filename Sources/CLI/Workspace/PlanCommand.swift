import ArgumentParser
import Client
import Domain
import Wire

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Say what a workspace folder would change, and what would follow.",
        discussion: """
            The folder declares identities, systems and policies: identities/*.yaml, systems/*.yaml, policies/*.cedar. What it \
            does not name stays as it is. Recorded requests are asked again under its policies. Exit status 2 when there is \
            something to do and --exit-code is given.

            Example:
              penstock plan ./workspace
              penstock plan ./workspace --since 30d --json
            """,
    )

    @Argument(help: ArgumentHelp("The workspace folder.", valueName: "folder"))
    var folder: String

    @Option(help: "Requests since this day or time, or this long ago; 7d when left out.", transform: Moment.back)
    var since: Moment?

    @Flag(help: "Exit status 2 when anything would change.")
    var exitCode = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let workspace = try WorkspaceFolder.read(folder)
        let order = PlanOrder(workspace: workspace, since: since?.instant ?? Moment.now - .days(7))
        let plan: WorkspacePlan = try await connection.withSession { try await $0.client.post(Paths.plans, order) }
        if json { try Terminal.say(json: plan) } else { PlanText(plan).say() }
        if !plan.problems.isEmpty { throw ExitCode.failure }
        if exitCode, !plan.steps.isEmpty { throw ExitCode(2) }
    }
}

/// A plan for people.
struct PlanText {
    private let plan: WorkspacePlan

    init(_ plan: WorkspacePlan) { self.plan = plan }

    func say() {
        for problem in plan.problems { Terminal.say("! \(problem.field): \(problem.why)".printable.shown(in: .red)) }
        for step in plan.steps {
            let (mark, tint): (String, Tint) =
                switch step.kind {
                case .add: ("+", .green)
                case .change: ("~", .yellow)
                case .revoke: ("-", .red)
                }
            Terminal.say("\(mark) \(step.subject.rawValue) \(step.name)".printable.shown(in: tint))
            for change in step.changes {
                let text =
                    switch (change.before, change.after) {
                    case (let before?, let after?): "\(change.field): \(before) → \(after)"
                    case (nil, let after?): "\(change.field): \(after)"
                    case (let before?, nil): "\(change.field): \(before), taken back"
                    case (nil, nil): change.field
                    }
                Terminal.say("    \(text.printable)")
            }
        }
        if !plan.effect.isEmpty { Terminal.say("") }
        for sentence in plan.effect { Terminal.say(sentence.printable) }
        if plan.steps.isEmpty, plan.problems.isEmpty {
            Terminal.say("nothing to do: \(counted(plan.unchanged, "declaration")) as declared")
        } else {
            Terminal.say("\(counted(plan.steps.count, "step")), \(plan.unchanged) unchanged")
        }
    }
}
