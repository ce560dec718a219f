import Domain
import YAML

extension RuleSet {
    /// Takes the rules and words of a file.
    ///
    /// A rule with a known id takes that one's place, or switches it off; others go before all that there are, in the
    /// order of the file. Words are added to their lists; a word with a minus in front is taken away.
    mutating func take(rules: YAMLNode?, words: YAMLNode?, reader: CatalogueReader) throws(CatalogueFailure) {
        var front = 0
        if let rules, !rules.isNull {
            guard let nodes = rules.asList else { throw reader.failure(rules, "`rules` must be a list") }
            for node in nodes { try take(node, front: &front, reader: reader) }
        }
        for pair in try reader.entries(words) {
            for word in pair.value.asTexts {
                if word.first == "-" {
                    self.words[pair.key]?.remove(String(word.dropFirst()))
                } else {
                    self.words[pair.key, default: []].insert(word.lowercased())
                }
            }
        }
        for rule in self.rules {
            for list in [rule.touches, rule.paths].compactMap(\.self) where self.words[list] == nil {
                throw CatalogueFailure(
                    reader.file,
                    rules?.line,
                    "rule `\(rule.id)` names a list of words `\(list)` that is nowhere"
                )
            }
        }
    }

    private mutating func take(_ node: YAMLNode, front: inout Int, reader: CatalogueReader) throws(CatalogueFailure) {
        guard let id = node["id"]?.asStatedText else { throw reader.failure(node, "a rule needs an `id`") }
        let place = rules.firstIndex { $0.id == id }
        if node["off"]?.asBool ?? false {
            guard let place else { throw reader.failure(node, "there is no rule `\(id)` to switch off") }
            rules.remove(at: place)
            front -= place < front ? 1 : 0
            return
        }
        let rule = try Self.rule(id, node, reader: reader)
        if let place {
            rules[place] = rule
        } else {
            rules.insert(rule, at: front)
            front += 1
        }
    }

    private static func rule(_ id: String, _ node: YAMLNode, reader: CatalogueReader) throws(CatalogueFailure) -> Rule {
        try reader.check(node, keys: ruleKeys)
        guard let name = node["class"] else { throw reader.failure(node, "rule `\(id)` needs a `class`") }
        guard let says = node["says"]?.asStatedText else {
            throw reader.failure(node, "rule `\(id)` needs `says`, its explanation")
        }
        let identityClass = name.asText == "unknown" ? nil : try reader.word(name, as: IdentityClass.self)
        func texts(_ key: String) -> [String] { node[key]?.asTexts ?? [] }
        func patterns(_ key: String) -> Rule.Patterns { Rule.Patterns(texts(key)) }
        var rule = Rule(id: id, identityClass: identityClass, says: says)
        rule.platforms = patterns("platforms")
        rule.connectors = patterns("connectors")
        rule.packages = patterns("packages")
        rule.systems = patterns("systems")
        rule.resources = patterns("resources")
        rule.operations = patterns("operations")
        rule.hosts = patterns("hosts")
        rule.methods = Set(texts("methods"))
        rule.modes = Set(texts("modes"))
        rule.queries = Set(texts("queries"))
        rule.actions = Set(texts("actions"))
        rule.facts = Set(texts("facts"))
        rule.touches = node["touches"]?.asStatedText
        rule.paths = node["paths"]?.asStatedText
        for fact in rule.facts where !Rule.factNames.contains(fact) {
            let names = Rule.factNames.sorted().joined(separator: ", ")
            throw reader.failure(node, "rule `\(id)` names a fact `\(fact)`; there are \(names)")
        }
        return rule
    }

    private static let ruleKeys: Set<String> = [
        "id", "class", "says", "off", "note", "platforms", "connectors", "packages", "systems", "resources",
        "operations",
        "hosts", "methods", "modes", "queries", "actions", "facts", "touches", "paths",
    ]
}
