import ArgumentParser
import TestSupport
import Testing

@testable import CLI

struct HelpTests {
    @Test("Every command's help is as it was agreed", arguments: Command.all)
    func help(of command: Command) throws {
        try expectGolden(command.help + "\n", named: "help/\(command.name).txt")
    }

    @Test("Every command says what it does and shows an example", arguments: Command.all)
    func example(in command: Command) {
        let configuration = command.type.configuration
        #expect(configuration.abstract.hasSuffix("."))
        #expect(configuration.discussion.contains("penstock "))
        let lists = configuration.discussion.contains("Example:") || command.name == "penstock"
        #expect(lists, "\(command.name) has no example")
    }

    @Test("`--help` and `--version` print on standard output and succeed")
    func standardOutput() async {
        let help = await Program().run("stop", "--help")
        #expect(help.status == 0)
        #expect(help.output.contains("USAGE: penstock stop"))
        #expect(help.errors.isEmpty)
        let version = await Program().run("--version")
        #expect(version.status == 0)
        #expect(version.output == "penstock 0.1.0 (abc1234)\n")
    }
}

/// One command of the program, with its place in the tree.
struct Command: Sendable, CustomTestStringConvertible {
    let name: String
    let type: any ParsableCommand.Type
    let help: String

    var testDescription: String { name }

    static let all = gather(PenstockCommand.self, path: [])

    private static func gather(_ type: any ParsableCommand.Type, path: [String]) -> [Command] {
        let path = path + [type._commandName]
        let own = Command(
            name: path.joined(separator: "-"),
            type: type,
            help: PenstockCommand.helpMessage(for: type, includeHidden: false, columns: 100),
        )
        return [own] + type.configuration.subcommands.flatMap { gather($0, path: path) }
    }
}
