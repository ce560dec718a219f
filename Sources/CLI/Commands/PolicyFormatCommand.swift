import ArgumentParser
import Cedar
import Foundation

struct PolicyFormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format",
        abstract: "Bring policies into the canonical layout, comments kept.",
        discussion: """
            Prints the result; with --write it replaces the files, with --check it only names those that would change and \
            exits with status 1 when there are any. The result says exactly what the file said. With --to policies change \
            between Cedar syntax and JSON; ids of JSON policies become the annotation @id.

            Example:
              penstock policy format policies/ --write
              penstock policy format app.cedar --to json
            """,
    )

    @Argument(
        help: ArgumentHelp(
            "Files, or folders with *.cedar files; standard input when none is given.",
            valueName: "file"
        )
    )
    var files: [String] = []

    @Flag(help: "Replace the files.")
    var write = false

    @Flag(help: "Name files that would change.")
    var check = false

    @Option(help: "The syntax of the result: cedar or json.")
    var to: Syntax?

    enum Syntax: String, ExpressibleByArgument, CaseIterable {
        case cedar
        case json
    }

    func validate() throws {
        if write, check { throw ValidationError("--write and --check exclude each other") }
        if write, to != nil { throw ValidationError("--to prints the result: leave out --write") }
        if write, files.isEmpty || files.contains("-") { throw ValidationError("--write needs files to write") }
    }

    func run() throws {
        try complaining {
            var changed = 0
            var failed = false
            for path in try PolicyFile.paths(files.isEmpty ? ["-"] : files, suffix: ".cedar") {
                let file = try PolicyFile(path)
                do {
                    let result = try formatted(file)
                    let isSame = Array(result.utf8) == file.source.bytes
                    if !write, !check { Terminal.put(result) }
                    if write, !isSame { try replace(file, result) }
                    if check || write, !isSame {
                        changed += 1
                        Terminal.say(file.name)
                    }
                } catch let complaint as PolicyComplaint {
                    Terminal.complain(complaint.text)
                    failed = true
                }
            }
            if failed || (check && changed > 0) { throw ExitCode.failure }
        }
    }

    private func replace(_ file: PolicyFile, _ result: String) throws {
        do {
            try Data(result.utf8).write(to: URL(filePath: file.path), options: .atomic)
        } catch {
            throw CommandFailure("`\(file.path)` cannot be written: \(error.localizedDescription)")
        }
    }

    private func formatted(_ file: PolicyFile) throws -> String {
        switch (file.isJSON, to ?? (file.isJSON ? .json : .cedar)) {
        case (false, .cedar):
            do {
                return try PolicyFormatter.format(file.source)
            } catch {
                throw PolicyComplaint(file, error.diagnostics)
            }
        case (_, .json):
            return try PolicyReading.policies([file], links: []).json.text(isPretty: true) + "\n"
        case (true, .cedar):
            return try PolicyReading.policies([file], links: []).cedarText()
        }
    }
}

extension PolicySet {
    /// The static policies and templates in Cedar syntax, each with its id as the annotation `@id`.
    ///
    /// - Throws: When there are links, which the syntax cannot express.
    fileprivate func cedarText() throws -> String {
        guard links.isEmpty else {
            throw CommandFailure("links of templates cannot be written in Cedar syntax\nremedy: keep them as JSON")
        }
        return (policies + templates).map { item in
            let policy = item.policy
            let isNamed = policy.annotation("id") != nil || item.id.description.hasPrefix("policy")
            let id = isNamed ? [] : [Annotation(key: "id", value: item.id.text)]
            let named = Policy(
                annotations: id + policy.annotations,
                effect: policy.effect,
                principal: policy.principal,
                action: policy.action,
                resource: policy.resource,
                conditions: policy.conditions,
            )
            return named.description + "\n"
        }.joined(separator: "\n")
    }
}
