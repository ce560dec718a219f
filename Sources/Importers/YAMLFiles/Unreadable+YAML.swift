import YAML

extension Unreadable {
    init(_ failure: YAMLFailure) {
        self.init(line: failure.line, column: failure.column, reason: failure.reason)
    }
}

/// Whether a path ends as YAML files do.
func isYAMLPath(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasSuffix(".yml") || path.hasSuffix(".yaml")
}
