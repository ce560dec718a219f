import ArgumentParser
import Cedar

struct PolicyEvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Compute an expression.",
        discussion: """
            Prints the value in Cedar syntax; an expression that fails prints why and exits with status 1. Entities are those \
            of --entities; principal, action, resource and context those of --request or of the single options.

            Example:
              penstock policy eval '1 + 2 * 3'
              penstock policy eval 'ip("10.1.2.3").isInRange(ip("10.0.0.0/8"))'
              penstock policy eval 'User::"alice" in Team::"ops"' --entities people.json
              penstock policy eval 'context.hour < 18' --context '{"hour": 17}'
            """,
    )

    @Argument(help: "The expression, - to read it from standard input.")
    var expression: String

    @OptionGroup
    var world: WorldOptions

    @OptionGroup
    var question: RequestOptions

    func run() throws {
        try complaining {
            let file = expression == "-" ? try PolicyFile("-") : PolicyFile(name: "expression", text: expression)
            let parsed = try Self.parse(file)
            let schema = try world.schema.map(PolicyReading.schema)
            let request = try question.read(schema) ?? partialRequest(parsed)
            do {
                let value = try parsed.value(for: request, try world.entities(schema))
                Terminal.say(value.description.printable)
            } catch let error as EvaluationError {
                throw CommandFailure(error.description)
            }
        }
    }

    private static func parse(_ file: PolicyFile) throws -> Expression {
        do {
            return try Expression(parsing: file.source)
        } catch {
            throw PolicyComplaint(file, error.diagnostics)
        }
    }

    /// A request whose missing parts are nobody and nothing, provided that the expression does not ask for them.
    private func partialRequest(_ expression: Expression) throws -> Request {
        let given: [Variable: Any?] = [
            .principal: question.principal, .action: question.action, .resource: question.resource,
        ]
        for variable in Variable.allCases where expression.variables.contains(variable) {
            if let value = given[variable], value == nil {
                throw ValidationError("the expression asks for \(variable.rawValue): give --\(variable.rawValue)")
            }
        }
        let nobody = try EntityArgument.read(#"Nobody::"""#)
        return Request(
            principal: question.principal ?? nobody,
            action: question.action ?? nobody,
            resource: question.resource ?? nobody,
            context: try ContextArgument.read(question.context, .any),
        )
    }
}
