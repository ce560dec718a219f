import Cedar
import Foundation

/// A file of expectations: `NAME.test.json`, beside the policies that it tests.
///
/// An object with `policies` (a path or several), perhaps `schema`, `links` and `entities` (paths; entities also an array
/// in place), and `tests`: objects with `name`, a request (`principal`, `action`, `resource`, `context`), `decision`,
/// and perhaps `reasons` and `errors`, the ids of policies. Paths are relative to the file.
struct PolicyTestFile {
    let file: PolicyFile
    let world: PolicyWorld
    let cases: [Case]

    /// One expectation; nil where nothing is expected.
    struct Case {
        let name: String
        let request: Request
        let decision: Decision
        let reasons: Set<String>?
        let errors: Set<String>?
    }

    init(_ path: String) throws {
        file = try PolicyFile(path)
        let reader = PolicyTestReader(file)
        (world, cases) = try reader.read()
    }
}

extension PolicyTestFile.Case {
    /// What differs from the expectation; empty when all is as expected.
    func differences(from answer: Answer) -> [String] {
        var differences: [String] = []
        if answer.decision != decision {
            differences.append("expected \(decision.rawValue), found \(answer.decision.rawValue)")
        }
        func compare(_ what: String, _ expected: Set<String>?, _ found: [PolicyID]) {
            let found = Set(found.map(\.description))
            guard let expected, expected != found else { return }
            differences.append("\(what): expected \(Self.list(expected)), found \(Self.list(found))")
        }
        compare("reasons", reasons, answer.reasons)
        compare("errors", errors, answer.errors.map(\.policy))
        return differences
    }

    private static func list(_ ids: Set<String>) -> String {
        ids.isEmpty ? "none" : ids.sorted().joined(separator: ", ")
    }
}

/// Reads a test file; mistakes are told with their places.
private struct PolicyTestReader {
    let file: PolicyFile
    private let folder: URL

    init(_ file: PolicyFile) {
        self.file = file
        folder = URL(filePath: file.path).deletingLastPathComponent()
    }

    func read() throws -> (PolicyWorld, [PolicyTestFile.Case]) {
        let root: JSONNode
        do {
            root = try JSONReader.read(file.source)
        } catch {
            throw PolicyComplaint(file, [error])
        }
        try allow(["policies", "schema", "links", "entities", "tests"], in: root)
        let schema = try root["schema"].map { try PolicyReading.schema(try path($0)) }
        let files = try paths(root["policies"], root, "policies").map { try PolicyFile($0) }
        let links = try root["links"].map { try paths($0, root, "links") } ?? []
        let policies = try PolicyReading.policies(files, links: links)
        let world = PolicyWorld(policies: policies, schema: schema, entities: try entities(root["entities"], schema))
        guard let tests = root["tests"]?.array else { throw complaint("`tests` must be an array", root) }
        let cases = try tests.enumerated().map { try self.test($1, $0, schema) }
        return (world, cases)
    }

    private func entities(_ node: JSONNode?, _ schema: Schema?) throws -> Entities {
        let source: PolicyFile
        if let node, node.array != nil {
            source = PolicyFile(name: "\(file.name) (entities)", text: node.text())
        } else {
            source = try node.map { try PolicyFile(try path($0)) } ?? PolicyFile(name: "entities", text: "[]")
        }
        let (entities, violations) = try PolicyReading.entities(source, schema)
        guard violations.isEmpty else {
            throw PolicyComplaint(violations.map { SourceMessage(source, .error, $0.description, .none) })
        }
        return entities
    }

    private func test(_ node: JSONNode, _ index: Int, _ schema: Schema?) throws -> PolicyTestFile.Case {
        try allow(["name", "principal", "action", "resource", "context", "decision", "reasons", "errors"], in: node)
        let request: Request
        do {
            request = try Request(node, file.source, schema)
        } catch {
            throw PolicyComplaint(file, [error])
        }
        guard let decision = node["decision"]?.string.flatMap({ Decision(rawValue: $0.string) }) else {
            throw complaint("`decision` must be \"allow\" or \"deny\"", node["decision"] ?? node)
        }
        return PolicyTestFile.Case(
            name: node["name"]?.string?.string ?? "test \(index + 1)",
            request: request,
            decision: decision,
            reasons: try ids(node["reasons"]),
            errors: try ids(node["errors"]),
        )
    }

    private func ids(_ node: JSONNode?) throws -> Set<String>? {
        guard let node else { return nil }
        let ids = node.array?.compactMap { $0.string?.string }
        guard let ids, ids.count == node.array?.count else { throw complaint("give an array of policy ids", node) }
        return Set(ids)
    }

    private func paths(_ node: JSONNode?, _ root: JSONNode, _ name: String) throws -> [String] {
        guard let node else { throw complaint("`\(name)` is missing: name the file", root) }
        return try (node.array ?? [node]).map { try path($0) }
    }

    private func path(_ node: JSONNode) throws -> String {
        guard let text = node.string?.string else { throw complaint("give the path of a file", node) }
        return URL(filePath: text, relativeTo: folder).path
    }

    private func allow(_ keys: [Text], in node: JSONNode) throws {
        guard let members = node.members else { throw complaint("this must be an object", node) }
        guard let stray = members.first(where: { !keys.contains($0.key) }) else { return }
        let known = keys.map(\.string).joined(separator: ", ")
        throw complaint("`\(stray.key)` is not known here, only \(known)", stray.value)
    }

    private func complaint(_ message: String, _ node: JSONNode) -> PolicyComplaint {
        PolicyComplaint([SourceMessage(file, .error, message, SourceRange(node.offset, node.offset + 1))])
    }
}
