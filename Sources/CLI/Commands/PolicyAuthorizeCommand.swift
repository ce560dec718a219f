import ArgumentParser
import Cedar

struct PolicyAuthorizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorize",
        abstract: "Decide requests.",
        discussion: """
            Prints the decision with the policies that determined it and those that failed. With --requests it decides an \
            array, and prints an array with --json. A decision of either kind is status 0; files that cannot be read are \
            status 1. Entities and contexts are read with the schema when one is given; what does not fit it is told, and \
            decided upon as it is.

            Example:
              penstock policy authorize --policies app.cedar --entities people.json --request request.json --json
              penstock policy authorize --policies app.cedar --entities people.json \\
                --principal 'User::"alice"' --action 'Action::"read"' --resource 'File::"plan"'
            """,
    )

    @OptionGroup
    var options: PolicyOptions

    @OptionGroup
    var question: RequestOptions

    @Option(help: ArgumentHelp("Many requests: a JSON array.", valueName: "file"))
    var requests: String?

    @Option(
        help: """
            Which policies to explain: none, scope (their scope fits), near (or fits but for one part) or all; near for one \
            request, scope for many.
            """
    )
    var explain: Depth?

    @Flag(help: "Print JSON.")
    var json = false

    enum Depth: String, ExpressibleByArgument, CaseIterable {
        case none
        case scope
        case near
        case all

        var coverage: Explanation.Coverage? {
            switch self {
            case .none: nil
            case .scope: .inScope
            case .near: .near
            case .all: .all
            }
        }
    }

    func validate() throws {
        if requests != nil, question.request != nil || question.principal != nil {
            throw ValidationError("--requests holds all requests: leave out --request and its parts")
        }
    }

    func run() throws {
        try complaining {
            let world = try options.load()
            let coverage = (explain ?? (requests == nil ? .near : .scope)).coverage
            if let requests {
                let all = try PolicyReading.requests(try PolicyFile(requests), world.schema)
                say(all, world, coverage)
            } else {
                let request = try question.required(world.schema)
                if json {
                    Terminal.say(world.answer(request, coverage).text(isPretty: true))
                } else {
                    Terminal.say(world.explain(request, coverage).text(request))
                }
            }
        }
    }

    /// Prints as it decides, so that the memory needed does not grow with the number of requests.
    private func say(_ requests: [Request], _ world: PolicyWorld, _ coverage: Explanation.Coverage?) {
        var text = json ? "[" : ""
        for (index, request) in requests.enumerated() {
            if json {
                text += (index == 0 ? "\n" : ",\n") + world.answer(request, coverage).text()
            } else {
                text += (index == 0 ? "" : "\n") + world.explain(request, coverage).text(request) + "\n"
            }
            if text.utf8.count > 1 << 16 {
                Terminal.put(text)
                text = ""
            }
        }
        Terminal.put(text + (json ? "\n]\n" : ""))
    }
}

extension PolicyWorld {
    /// The decision with the explanations that are asked for.
    func explain(_ request: Request, _ coverage: Explanation.Coverage?) -> Explanation {
        guard let coverage else { return Explanation(answer: policies.authorize(request, entities), policies: []) }
        return policies.explain(request, entities, covering: coverage)
    }

    fileprivate func answer(_ request: Request, _ coverage: Explanation.Coverage?) -> JSONNode {
        explain(request, coverage).json(violations: schema?.violations(in: request) ?? [])
    }
}
