import ArgumentParser

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the installation and say what to do about what is wrong.",
        discussion: """
            Looks at the configuration, the master key, the store and its schema, the log, the clock and the ports. \
            Exit status 1 when a check failed.

            Example:
              penstock doctor
              penstock doctor --store postgres://penstock@db.internal/penstock --json
            """,
    )

    @Flag(help: "Print JSON: an array.")
    var json = false

    @OptionGroup(title: "Store")
    var store: ServedStoreOptions

    func run() async throws {
        let checks = try await CLIEnvironment.required().doctor(store.choice)
        if json {
            try Terminal.say(json: checks)
        } else {
            var table = Table("", "check", "result")
            for check in checks {
                table.add(
                    Table.Cell(check.passed ? "✓" : "✗", check.passed ? .green : .red),
                    Table.Cell(check.check),
                    Table.Cell(check.detail),
                )
                if let remedy = check.remedy { table.add("", "", Table.Cell("remedy: \(remedy)", .yellow)) }
            }
            Terminal.say(table.text())
        }
        if checks.contains(where: { !$0.passed }) { throw ExitCode.failure }
    }
}
