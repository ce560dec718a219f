import YAML

/// What the token of a job may do, as a workflow or a job states it.
///
/// Absent, an empty map, `read-all`, `write-all` and a map are five different things: absent leaves it to the repository's
/// settings, which may allow everything; a map sets every scope that it does not name to none.
enum GitHubPermissions: Sendable, Hashable {
    case unstated
    case readAll
    case writeAll
    /// Level by scope; empty for none at all.
    case scopes([String: String])

    init(_ node: YAMLNode?) {
        guard let node, !node.isNull else {
            self = .unstated
            return
        }
        if let pairs = node.asMap {
            let scopes = pairs.map { ($0.key, $0.value.asText?.withoutOuterBlanks ?? "") }
            self = .scopes(Dictionary(scopes) { $1 })
            return
        }
        switch node.asText?.withoutOuterBlanks {
        case "read-all": self = .readAll
        case "write-all": self = .writeAll
        default: self = .unstated
        }
    }

    /// The permissions of a job: its own whole, else those of the workflow.
    func overridden(by job: GitHubPermissions) -> GitHubPermissions { job == .unstated ? self : job }

    /// Scopes with the level `write`, sorted; `*` for all.
    var writes: [String] {
        switch self {
        case .unstated, .readAll: []
        case .writeAll: ["*"]
        case .scopes(let scopes): scopes.filter { $0.value == "write" }.keys.sorted()
        }
    }

    var mayAskForIdentityToken: Bool { !writes.filter { $0 == "*" || $0 == "id-token" }.isEmpty }

    /// Scopes and levels in words, for example `contents: read`; none where the token may do nothing.
    var words: [String] {
        switch self {
        case .unstated: ["the repository's default"]
        case .readAll: ["*: read"]
        case .writeAll: ["*: write"]
        case .scopes(let scopes):
            scopes.filter { $0.value != "none" }.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        }
    }
}

extension String {
    /// Without blanks and line feeds at both ends.
    var withoutOuterBlanks: String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
