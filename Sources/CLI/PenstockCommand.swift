package import ArgumentParser
import Client
import Foundation

/// The program's root command.
package struct PenstockCommand: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "penstock",
            abstract: "The gate for integrations: who they are, what they may do, until when, and how to stop them.",
            discussion: """
                Start with what you have:
                  penstock import ./workflows
                  penstock findings
                  penstock identities --unowned

                Without --store or --server a command asks the server that runs on the data folder, or opens the folder's \
                own store. Exit status: 0 done, 1 refused or failed, 3 a finding as severe as --fail-on, 64 wrong usage.
                """,
            version: "penstock \(CLIEnvironment.current?.version ?? "")",
            subcommands: [
                ServeCommand.self, ImportCommand.self, SourcesCommand.self, IdentitiesCommand.self,
                IdentityCommand.self,
                FindingsCommand.self, GrantCommand.self, RevokeCommand.self, TokenCommand.self, ClientCommand.self,
                RequestsCommand.self, RequestCommand.self, ApproveCommand.self, DenyCommand.self,
                StopCommand.self, StopsCommand.self, ResumeCommand.self, RetireCommand.self, LogCommand.self,
                SystemCommand.self,
                UserCommand.self, TeamCommand.self, PolicyCommand.self, PlanCommand.self, ApplyCommand.self,
                ExportCommand.self, CatalogueCommand.self, DoctorCommand.self,
                ReviewsCommand.self, ExceptionsCommand.self, BreakGlassCommand.self, VendorsCommand.self,
                RevocationsCommand.self,
                ScheduleCommand.self, TermsCommand.self, WebhooksCommand.self, InboxCommand.self,
                LevelsCommand.self,
            ],
        )
    }

    package init() {}

    /// Runs the command that the arguments name and ends the process when it fails.
    package static func main() async {
        do {
            try await run(nil)
        } catch {
            Foundation.exit(report(error))
        }
    }

    /// Runs the command that `arguments` name; nil takes the process's own.
    static func run(_ arguments: [String]?) async throws {
        var command = try parseAsRoot(arguments)
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
    }

    /// Prints what became of a command that threw, and gives its exit status.
    static func report(_ error: any Error) -> Int32 {
        let code = exitCode(for: error)
        if code == .success {
            Terminal.say(fullMessage(for: error))
        } else if code == .validationFailure {
            let message = fullMessage(for: error)
            let isNamed = message.hasPrefix("Error: ")
            Terminal.complain(isNamed ? "error: " + message.dropFirst("Error: ".count) : message)
        } else if !(error is ExitCode) {
            Terminal.complain("error: \(words(for: error).printableLines)")
        }
        return code.rawValue
    }

    private static func words(for error: any Error) -> String {
        switch error {
        case let error as any CustomStringConvertible: error.description
        default: error.localizedDescription
        }
    }
}
