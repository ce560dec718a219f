package import Domain
import YAML

/// Reads a workspace: `systems/*.yaml`, `identities/*.yaml`, `policies/**/*.cedar`; other files are none of its business.
///
/// A YAML file may hold several documents, one a thing.
package struct WorkspaceReader {
    private var problems: [WorkspaceProblem] = []
    private var workspace = Workspace()

    private init() {}

    /// - Throws: Everything that is wrong, each with its place.
    package static func read(_ files: [WorkspaceFile]) throws(WorkspaceProblems) -> Workspace {
        var reader = WorkspaceReader()
        var known: [String: String] = [:]
        for file in files.sorted(by: { $0.path < $1.path }) {
            let folder = file.path.split(separator: "/").first.map(String.init) ?? ""
            let isYAML = file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml")
            switch folder {
            case "policies" where file.path.hasSuffix(".cedar"): reader.takePolicy(file)
            case "identities" where isYAML, "systems" where isYAML:
                for result in YAMLReader.results(file.bytes) {
                    reader.take(result, of: file.path, isIdentity: folder == "identities", &known)
                }
            default: break
            }
        }
        guard reader.problems.isEmpty else { throw WorkspaceProblems(problems: reader.problems) }
        return reader.workspace
    }

    private mutating func takePolicy(_ file: WorkspaceFile) {
        let name = String(file.path.dropFirst("policies/".count))
        let text = String(decoding: file.bytes, as: UTF8.self)
        guard text.utf8.elementsEqual(file.bytes) else {
            problems.append(WorkspaceProblem(path: file.path, line: 1, column: 1, reason: "the text is not UTF-8"))
            return
        }
        workspace.policies = (workspace.policies ?? []) + [PolicyText(name: name, text: text)]
    }

    private mutating func take(
        _ result: Result<YAMLNode, YAMLFailure>,
        of path: String,
        isIdentity: Bool,
        _ known: inout [String: String],
    ) {
        do throws(YAMLFailure) {
            let node = try result.get()
            if node.isNull { return }
            var form = WorkspaceForm(path: path, node: node)
            if isIdentity {
                if let identity = form.identity() {
                    note(identity.id.text, form, &known)
                    workspace.identities.append(identity)
                }
            } else if let system = form.system() {
                note(system.name, form, &known)
                workspace.systems.append(system)
            }
            problems += form.problems
        } catch {
            problems.append(
                WorkspaceProblem(path: path, line: error.line, column: error.column, reason: error.reason)
            )
        }
    }

    private mutating func note(_ key: String, _ form: WorkspaceForm, _ known: inout [String: String]) {
        guard let other = known.updateValue(form.path, forKey: key) else { return }
        problems.append(form.problem("`\(key)` is declared in \(other) too; keep one of them"))
    }
}
