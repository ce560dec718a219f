import ArgumentParser
import Cedar

struct PolicyExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a request is allowed or denied.",
        discussion: """
            Names the policies that applied (+ permits, - forbids), those that could not be evaluated (!), and those that \
            nearly applied (.), each with the part of its scope or condition that was false, where it stands, and what the \
            request had there.

            Example:
              penstock policy explain --policies app.cedar --entities people.json --request request.json
              penstock policy explain --policies app.cedar --entities people.json --all \\
                --principal 'User::"alice"' --action 'Action::"read"' --resource 'File::"plan"'
            """,
    )

    @OptionGroup
    var options: PolicyOptions

    @OptionGroup
    var question: RequestOptions

    @Flag(help: "All policies, also those that do not concern the request.")
    var all = false

    func run() throws {
        try complaining {
            let world = try options.load()
            let request = try question.required(world.schema)
            for violation in world.schema?.violations(in: request) ?? [] {
                Terminal.complain("request: " + "warning".shown(in: .yellow) + ": \(violation.description.printable)")
            }
            Terminal.say(world.explain(request, all ? .all : .near).text(request))
        }
    }
}
