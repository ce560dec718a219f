import YAML

extension GitHubReferences {
    /// What all texts in a node refer to, keys of maps among them.
    init(in node: YAMLNode, without keys: Set<String> = []) {
        add(node, isCondition: false, without: keys)
    }

    private mutating func add(_ node: YAMLNode, isCondition: Bool, without keys: Set<String> = []) {
        switch node.content {
        case .scalar(let text, _): formUnion(GitHubReferences(in: text, isExpression: isCondition))
        case .list(let elements): for element in elements { add(element, isCondition: false) }
        case .map(let pairs):
            for pair in pairs where !keys.contains(pair.key) {
                if pair.key.contains("${{") { formUnion(GitHubReferences(in: pair.key)) }
                add(pair.value, isCondition: pair.key == "if")
            }
        }
    }
}
