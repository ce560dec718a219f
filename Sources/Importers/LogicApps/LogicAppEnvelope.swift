import Domain

/// What stands around a definition: an Azure resource, a project's file, a flow of a solution or package, or nothing.
struct LogicAppEnvelope {
    private(set) var name: String
    /// The platform's id; nil where the file has none.
    private(set) var id: String?
    /// The name as its template writes it, where only a deployment knows it.
    private(set) var openName: String?
    /// The object that holds the definition beside its state and connections; nil for a bare definition.
    private(set) var properties: JSONValue?
    private(set) var active: Bool?
    private(set) var tags: [String] = []
    private(set) var owner: OwnerHint?
    private(set) var createdAt: Instant?
    private(set) var updatedAt: Instant?
    private(set) var ownIdentity: LogicAppDraft.OwnIdentity?
    private(set) var identities: Set<String> = []

    init(_ found: DefinitionSearch.Found, path: String) {
        name = Self.name(ofFile: path)
        id = Self.identifier(inName: path)
        guard let parent = found.around.last, parent["definition"]?.index == found.definition.index else { return }
        properties = parent
        let resource = found.around.dropLast().last { $0.isObject }
        active = Self.active(found.expressions.resolve(parent["state"])?.text)
        createdAt = parent["createdTime"]?.string.flatMap(Instant.init)
        updatedAt = (parent["changedTime"] ?? parent["lastModifiedTime"])?.string.flatMap(Instant.init)
        owner = Self.creator(parent["creator"])
        if let title = parent["displayName"]?.string, !title.isEmpty { name = title }
        guard let resource, resource["properties"]?.index == parent.index else { return }
        read(resource, expressions: found.expressions)
    }

    private mutating func read(_ resource: JSONValue, expressions: TemplateExpressions) {
        let type = resource["type"]?.string?.lowercased() ?? ""
        guard let stated = expressions.resolve(resource["name"]) else { return }
        if type.hasPrefix("microsoft.flow/") || type.hasPrefix("microsoft.processsimple/") {
            id = stated.text.lowercased()
            return
        }
        guard type == "microsoft.logic/workflows" else { return }
        if stated.isKnown { name = stated.text } else { openName = stated.text }
        // An id from a running subscription tells the workflow; a name tells it within its resource group.
        id = resource["id"]?.string ?? (stated.isKnown ? stated.text : nil)
        for (key, value) in resource.members(of: "tags") {
            guard let key = key.string, let value = expressions.resolve(value), value.isKnown else { continue }
            tags.append("\(key):\(value.text)")
            let word = key.lowercased().filter { $0.isLetter }
            if ["owner", "owneremail", "ownedby", "technicalowner", "workflowowner"].contains(word) {
                let kind: OwnerHint.Kind = value.text.contains("@") ? .person : .unknown
                owner = owner ?? OwnerHint(kind: kind, text: value.text)
            }
        }
        if let identity = resource["identity"], identity.isObject { read(identity: identity, expressions) }
    }

    private mutating func read(identity: JSONValue, _ expressions: TemplateExpressions) {
        let type = identity["type"]?.string?.lowercased() ?? ""
        if type.contains("systemassigned") {
            var detail: [String: String] = [:]
            if let text = identity["principalId"]?.string, !text.isEmpty { detail["principalId"] = text }
            if let text = identity["tenantId"]?.string, !text.isEmpty { detail["tenantId"] = text }
            ownIdentity = LogicAppDraft.OwnIdentity(detail: detail)
        }
        for (key, _) in identity.members(of: "userAssignedIdentities") {
            guard let text = key.string else { continue }
            identities.insert(LogicAppAuthentication.identity(expressions.resolve(text).text))
        }
    }

    // MARK: - Words

    /// Three-valued: an expression that only a deployment resolves says nothing.
    static func active(_ state: String?) -> Bool? {
        switch state?.lowercased() {
        case "enabled", "started": true
        case "disabled", "stopped", "suspended", "completed", "deleted": false
        default: nil
        }
    }

    private static func creator(_ creator: JSONValue?) -> OwnerHint? {
        guard let creator else { return nil }
        let text = creator["email"] ?? creator["userPrincipalName"] ?? creator["displayName"] ?? creator["userId"]
        guard let text = text?.string ?? creator.string, !text.isEmpty else { return nil }
        return OwnerHint(kind: text.contains("@") ? .person : .unknown, text: text)
    }

    /// The name of a file without its ending; of a file whose name says nothing that of its folder.
    private static func name(ofFile path: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        guard var name = parts.last else { return path }
        if name.lowercased().hasSuffix(".json") { name.removeLast(5) }
        if let id = identifier(inName: path), name.count > id.count + 1 { return String(name.dropLast(id.count + 1)) }
        let folders = parts.dropLast()
        let speaking = ["workflow", "definition", "azuredeploy", "azuredeploy.gov", "template", "main", "maintemplate"]
        guard speaking.contains(name.lowercased()), let folder = folders.last else { return name }
        if folder == "default", folders.count > 1 { return folders[folders.count - 2] }
        return folder
    }

    /// The id at the end of a name as solutions write them: `Name-8 4 4 4 12 hexadecimal digits`; in lower case.
    static func identifier(inName path: String) -> String? {
        var name = path.split(separator: "/").last.map(String.init) ?? path
        for ending in [".data.xml", ".json"] where name.lowercased().hasSuffix(ending) { name.removeLast(ending.count) }
        let last = name.suffix(36)
        let groups = last.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.count) == [8, 4, 4, 4, 12], groups.allSatisfy({ $0.allSatisfy(\.isHexDigit) }) else {
            return nil
        }
        return last.lowercased()
    }
}
