import Domain
import SecretScan

/// Turns the objects of a flow file into nodes.
struct NodeREDReader {
    let scanner: ParameterScanner
    let options: ImportOptions

    func node(of object: JSONValue) -> NodeREDNode? {
        guard object.isObject, let id = object["id"]?.scalarText, let type = object["type"]?.string else { return nil }
        let role = role(of: object, type: type)
        let name =
            (role == .subflow || role == .step || role == .config ? object["name"] : object["label"])?.string ?? ""
        var node = NodeREDNode(role: role, id: id, type: type, name: name)
        node.container = object["z"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        node.wires = object.elements(of: "wires").map { $0.elements.compactMap(\.scalarText) }
        if type == "link out" || type == "link call" {
            node.links = object.elements(of: "links").compactMap(\.scalarText)
        }
        for (key, value) in object.members where value.kind == .string && value.rawBytes.count <= 40 {
            if !Self.structure.contains(where: key.equals), let text = value.string { node.mentions.insert(text) }
        }
        node.path = object["path"]?.string
        node.credential = object["credentials"].flatMap {
            StoredSecrets.secret(in: $0, fingerprint: options.fingerprint)
        }
        var finder = LiteralSecretFinder(
            scanner: scanner,
            fingerprint: options.fingerprint,
            place: "node",
            isReference: Self.isReference
        )
        finder.search(object)
        node.secrets = finder.found
        var digest = ContentDigest()
        digest.add(object, without: Self.structure + Self.layout, secrets: finder.byValue)
        node.contentHash = digest.hash
        if role == .step {
            node.step = step(of: object, node: node)
            node.trigger = NodeREDTriggers.trigger(of: object, type: type, catalogue: options.catalogue)
        }
        return node
    }

    private func role(of object: JSONValue, type: String) -> NodeREDNode.Role {
        switch type {
        case "tab": return .tab(isDisabled: object["disabled"]?.bool ?? false)
        case "subflow": return .subflow
        case "group", "comment": return .decoration
        case "junction": return .step
        default: return object["x"] != nil && object["y"] != nil ? .step : .config
        }
    }

    private func step(of object: JSONValue, node: NodeREDNode) -> Step {
        let connector = node.type.hasPrefix("subflow:") ? "subflow" : node.type
        var facts = StepFacts(ConnectorName(plain: connector), platform: "node-red")
        let known = options.catalogue.connector(connector, on: "node-red")
        let address = object["url"]?.string.flatMap { $0.contains("{{") ? nil : $0 }
        if node.type.hasPrefix("subflow:") { facts.called = "`\(node.type.dropFirst(8))`" }
        facts.isTrigger = known?.trigger != nil
        if known?.system == .http, node.type == "http request" {
            facts.isRequest = true
            facts.method = object["method"]?.string.flatMap { $0 == "use" ? nil : $0.uppercased() }
            facts.host = address.flatMap(hostName)
            facts.path = address.flatMap(lastPlainSegment)
        } else if known?.system == .database {
            facts.operation = object["operation"]?.string ?? known?.resources["-"]?.byDefault
            if facts.operation == nil {
                facts.operation = "query"
                facts.isRawQuery = true
            }
        }
        facts.fill(from: options.catalogue)
        if facts.system == nil, node.isLayout { facts.system = .inside }
        var step = Step(
            name: node.name.isEmpty ? connector : node.name,
            connector: connector,
            effect: options.catalogue.effect(of: facts)
        )
        step.operation = facts.method ?? facts.operation
        if let domain = object["domain"]?.string, let service = object["service"]?.string {
            step.resource = domain.isEmpty ? nil : domain
            step.operation = service.isEmpty ? step.operation : service
        }
        step.disabled = object["d"]?.bool ?? false
        step.target = address.flatMap(hostName) ?? object["host"]?.string.flatMap(hostName)
        step.literalSecrets = node.secrets
        return step
    }

    /// Members that say how nodes hang together.
    private static let structure: [StaticString] = ["id", "z", "g", "wires", "links", "type"]
    /// Members that make no difference to what a node does.
    private static let layout: [StaticString] = [
        "x", "y", "w", "h", "info", "style", "color", "icon", "credentials", "nodes",
    ]

    /// Whether a member says where its value comes from: `password` beside `passwordType` or `passwordFieldType` of `env`.
    @Sendable
    private static func isReference(_ member: LiteralSecretFinder.Member) -> Bool {
        if layout.contains(where: member.name.equals) || structure.contains(where: member.name.equals) { return true }
        guard member.value.kind == .string, let name = member.name.string else { return false }
        let kinds = ["\(name)Type", "\(name)FieldType"]
        for (key, value) in member.parent.members {
            guard let key = key.string, kinds.contains(key), let kind = value.string else { continue }
            return ["env", "msg", "flow", "global", "jsonata"].contains(kind)
        }
        // `{"name": …, "type": "env", "value": …}` of a tab's or subflow's variables.
        return member.name.equals("value") && member.parent["type"]?.string == "env"
    }
}
