package import ArgumentParser

/// Everything about Cedar policies that needs no server.
package struct PolicyCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Check, format, try and explain Cedar policies; no server is needed.",
        discussion: """
            Policies, schemas and entities are files in Cedar syntax or JSON, which is told by what they hold. Statements \
            without id are policy0, policy1 … in order.

            Example:
              penstock policy check policies/ --schema app.cedarschema
              penstock policy explain --policies app.cedar --entities people.json --request request.json
              penstock policy test policies/
            """,
        subcommands: [
            PolicyCheckCommand.self, PolicyFormatCommand.self, PolicyEvalCommand.self, PolicyAuthorizeCommand.self,
            PolicyExplainCommand.self, PolicyTestCommand.self, PolicyWhoCanCommand.self, PolicyWhatCanCommand.self,
            PolicyConformanceCommand.self,
        ],
    )

    package init() {}
}
