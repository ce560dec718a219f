import Domain
import SecretScan
import YAML

/// Reads GitHub Actions: workflows, the actions that a repository defines, and who owns them.
///
/// What the files look like is described in `docs/importers/github-actions.md`.
package struct GitHubActionsImporter: Importer {
    package var format: String { "github-actions" }

    let scanner = ParameterScanner()

    package init() {}

    package func reads(_ path: String) -> Bool { isYAMLPath(path) || path.split(separator: "/").last == "CODEOWNERS" }

    /// By its place in the repository, else by the keys at the start of its lines.
    package func recognises(_ file: SourceFile) -> Bool {
        guard isYAMLPath(file.path) else { return false }
        if file.path.contains(".github/workflows/") || file.path.contains(".github/actions/") { return true }
        if file.hasKey("runs:", "\nruns:"), ["action.yml", "action.yaml"].contains(file.name) { return true }
        return file.hasKey("jobs:", "\njobs:")
            && (file.hasKey("on:", "\non:") || file.hasKey("\"on\":", "\n\"on\":") || file.hasKey("'on':", "\n'on':"))
    }

    package func part(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> GitHubPart {
        guard isYAMLPath(file.path) else {
            return GitHubPart(kind: .owners(CodeOwners(String(decoding: file.bytes, as: UTF8.self))))
        }
        let documents: [YAMLNode]
        do throws(YAMLFailure) {
            documents = try YAMLReader.documents(file.bytes)
        } catch {
            throw Unreadable(error)
        }
        guard let document = documents.first else { return GitHubPart(kind: .other("the file is empty")) }
        guard documents.count == 1 else {
            let reason = "\(documents.count) documents in one file, of which GitHub reads none; split it"
            throw Unreadable(line: documents[1].line, reason: reason)
        }
        guard document.asMap != nil else { return GitHubPart(kind: .other("YAML without keys")) }
        if document["jobs"] != nil, document["on"] != nil {
            let reader = GitHubWorkflowReader(path: file.path, scanner: scanner, options: options)
            return GitHubPart(kind: .workflow(reader.draft(of: document)))
        }
        if let runs = document["runs"] {
            return GitHubPart(kind: .action(GitHubAction(document, runs: runs, file: file)))
        }
        return GitHubPart(kind: .other("YAML of another kind: neither `on` and `jobs` nor `runs`"))
    }
}

extension GitHubAction {
    fileprivate init(_ document: YAMLNode, runs: YAMLNode, file: SourceFile) {
        folder = file.folders.joined(separator: "/")
        name = document["name"]?.asStatedText ?? folder
        using = runs["using"]?.asStatedText ?? ""
        steps = runs.elements(of: "steps").filter { $0.asMap != nil }
        image = runs["image"]?.asStatedText
    }
}
