import ArgumentParser
import Importers

struct CatalogueLearnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Write a catalogue file of what an export holds and the catalogue does not know.",
        discussion: """
            Each unknown operation is listed as unknown, with what its verb says beside it, for a person to decide. Nothing counts \
            as known before that. An export of several formats gives a file for each: the format's name goes before the ending.

            Example:
              penstock catalogue learn ./workflows
              penstock catalogue learn ./workflows --catalogue ./catalogue --output ./catalogue/learnt.yaml
            """,
    )

    @Argument(help: "A folder of exports, or one file.", completion: .file())
    var path: String

    @OptionGroup
    var options: CatalogueOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write; standard output when left out.", valueName: "file")
    )
    var output: String?

    func run() async throws {
        let catalogue = try options.read()
        let reading = try await options.estates(at: path, with: catalogue)
        let coverage = CatalogueCoverage(of: reading.estates, catalogue: catalogue)
        let texts = CatalogueDraft.texts(of: coverage.gaps).sorted { $0.key < $1.key }
        guard !texts.isEmpty else {
            Terminal.complain("the catalogue knows every operation in `\(path)`")
            return
        }
        guard let output else {
            Terminal.put(texts.map(\.value).joined(separator: "---\n"))
            return
        }
        for (platform, text) in texts {
            let file = texts.count == 1 ? output : named(output, platform)
            _ = try await OutputFile.write(to: file) { write in try write(Array(text.utf8)) }
            let kinds = coverage.gaps.count { $0.platform == platform }
            Terminal.complain("\(file): \(counted(kinds, "unknown kind")) of step; decide each and keep the file")
        }
    }

    private func named(_ output: String, _ platform: String) -> String {
        guard let point = output.lastIndex(of: "."), !output[point...].contains("/") else {
            return "\(output)-\(platform)"
        }
        return "\(output[..<point])-\(platform)\(output[point...])"
    }
}
