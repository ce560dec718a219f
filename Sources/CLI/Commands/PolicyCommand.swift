package import ArgumentParser

/// Everything about Cedar policies.
package struct PolicyCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Check, format, try and explain Cedar policies, and put those of the organisation into force.",
        discussion: """
            Those that check, format, try and explain need no server; versions, propose, diff, approve, refuse, live and \
            withdraw ask one, or a store. Policies, schemas and entities are files in Cedar syntax or JSON, which is told by what they hold. Statements \
            without id are policy0, policy1 … in order.

            Example:
              penstock policy check policies/ --schema app.cedarschema
              penstock policy explain --policies app.cedar --entities people.json --request request.json
              penstock policy test policies/
              penstock policy diff policies/ --since 7d
              penstock policy propose policies/ --note "freeze writes over new year"
            """,
        subcommands: [
            PolicyCheckCommand.self, PolicyFormatCommand.self, PolicyEvalCommand.self, PolicyAuthorizeCommand.self,
            PolicyExplainCommand.self, PolicyTestCommand.self, PolicyWhoCanCommand.self, PolicyWhatCanCommand.self,
            PolicyConformanceCommand.self, PolicyVersionsCommand.self, PolicyProposeCommand.self,
            PolicyDiffCommand.self,
            PolicyApproveCommand.self, PolicyRefuseCommand.self, PolicyLiveCommand.self, PolicyWithdrawCommand.self,
        ],
    )

    package init() {}
}
