import Domain
import YAML

/// Reads one document of a workspace and notes what is wrong with it.
struct WorkspaceForm {
    let path: String
    private let node: YAMLNode
    private(set) var problems: [WorkspaceProblem] = []

    init(path: String, node: YAMLNode) {
        self.path = path
        self.node = node
    }

    mutating func identity() -> IdentityDeclaration? {
        guard check(node, allowed: ["identity", "name", "grants"] + IdentityDeclaration.fieldNames) else { return nil }
        guard let text = node["identity"]?.asText, let id = ID<Identity>(text) else {
            add("`identity` must be the id of an identity, as `penstock identities` lists them", at: node["identity"])
            return nil
        }
        var declaration = IdentityDeclaration(id: id, name: node["name"]?.asText)
        for name in IdentityDeclaration.fieldNames {
            guard let value = node[name], !value.isNull else { continue }
            if let list = value.asList {
                declaration.fields[name] = list.compactMap(\.asText).joined(separator: ",")
                if name != "declaredReach" { add("`\(name)` is one value, not a list", at: value) }
            } else if let text = value.asText {
                declaration.fields[name] = checked(text, name, value)
            } else {
                add("`\(name)` is text", at: value)
            }
        }
        if let grants = node["grants"] {
            guard let list = grants.asList else {
                add("`grants` is a list", at: grants)
                return nil
            }
            declaration.grants = list.compactMap { grant($0) }
        }
        return declaration
    }

    /// The value as it is compared, dates in one form.
    private mutating func checked(_ text: String, _ name: String, _ value: YAMLNode) -> String {
        switch name {
        case "renewal", "expires":
            guard let instant = Instant(text) else {
                add("`\(name)` is a date as in 2027-01-31, not `\(text)`", at: value)
                return text
            }
            return instant.text
        case "pattern" where Pattern(rawValue: text) == nil:
            add("`pattern` is one of \(Pattern.allCases.map(\.rawValue).joined(separator: ", "))", at: value)
        case "level" where Identity.Level(rawValue: text) == nil:
            add("`level` is one of \(Identity.Level.allCases.map(\.rawValue).joined(separator: ", "))", at: value)
        default: break
        }
        return text
    }

    private mutating func grant(_ node: YAMLNode) -> ProposedGrant? {
        let allowed = ["action", "resource", "direction", "until", "purpose", "networks", "hours", "perMinute"]
        guard check(node, allowed: allowed) else { return nil }
        guard let action = node["action"]?.asText.flatMap(ActionClass.init) else {
            add("`action` is read, write or admin", at: node["action"] ?? node)
            return nil
        }
        guard let resource = node["resource"]?.asText.flatMap({ ResourcePath($0) }) else {
            add("`resource` is SYSTEM or SYSTEM/RESOURCE", at: node["resource"] ?? node)
            return nil
        }
        guard let until = node["until"]?.asText.flatMap({ Instant($0) }) else {
            add("`until` is the date on which the grant ends: every grant ends", at: node["until"] ?? node)
            return nil
        }
        var conditions = GrantConditions(
            purpose: node["purpose"]?.asText,
            networks: node["networks"]?.asTexts ?? [],
        )
        if let hours = node["hours"] {
            conditions.hours = hours.asText.flatMap { DailyWindow($0) }
            if conditions.hours == nil { add("`hours` is a stretch of the day in UTC, as in 08:00-18:00", at: hours) }
        }
        if let limit = node["perMinute"] {
            conditions.perMinute = limit.asInt
            if conditions.perMinute == nil { add("`perMinute` is a number", at: limit) }
        }
        var direction: Direction?
        if let text = node["direction"] {
            direction = text.asText.flatMap(Direction.init)
            if direction == nil { add("`direction` is from or into", at: text) }
        }
        return ProposedGrant(
            action: action,
            resource: resource,
            direction: direction,
            conditions: conditions,
            ends: until,
        )
    }

    mutating func system() -> System? {
        let allowed = [
            "system", "title", "environment", "function", "vendor", "region", "dataClasses", "upstream", "injection",
            "adminPaths",
        ]
        guard check(node, allowed: allowed) else { return nil }
        guard let name = node["system"]?.asText, System.isName(name) else {
            add("`system` is its name: lower-case letters, digits and `-`", at: node["system"] ?? node)
            return nil
        }
        guard let environment = node["environment"]?.asText, !environment.isBlank else {
            add("system `\(name)` has no `environment`", at: node["environment"] ?? node)
            return nil
        }
        let text = node["injection"]?.asText ?? "none"
        guard let injection = System.Injection(text: text) else {
            add("`injection` is none, bearer, basic or header:NAME", at: node["injection"])
            return nil
        }
        return System(
            name: name,
            title: node["title"]?.asText ?? name,
            environment: environment,
            function: node["function"]?.asText,
            vendor: node["vendor"]?.asText,
            region: node["region"]?.asText,
            dataClasses: node["dataClasses"]?.asTexts ?? [],
            upstream: node["upstream"]?.asText,
            injection: injection,
            adminPaths: node["adminPaths"]?.asTexts ?? [],
        )
    }

    /// Whether it is a map, with no other keys than these.
    private mutating func check(_ node: YAMLNode, allowed: [String]) -> Bool {
        guard let pairs = node.asMap else {
            add("a map of names and values is expected here", at: node)
            return false
        }
        for pair in pairs where !allowed.contains(pair.key) {
            add("`\(pair.key)` is not known here; known are \(allowed.joined(separator: ", "))", at: pair.value)
        }
        return true
    }

    func problem(_ reason: String, at place: YAMLNode? = nil) -> WorkspaceProblem {
        let place = place ?? node
        return WorkspaceProblem(path: path, line: place.line, column: place.column, reason: reason)
    }

    private mutating func add(_ reason: String, at place: YAMLNode?) { problems.append(problem(reason, at: place)) }
}
