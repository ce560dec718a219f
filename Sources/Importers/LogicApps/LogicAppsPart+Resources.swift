import Domain

extension LogicAppsPart {
    /// Connections, identities and roles that a template declares beside its workflows.
    mutating func take(_ resources: [DefinitionSearch.Found], path: String, secrets: LogicAppSecrets) {
        for found in resources {
            let resource = found.definition
            switch resource["type"]?.string?.lowercased() {
            case "microsoft.web/connections": takeConnection(found, path: path, secrets: secrets)
            case "microsoft.managedidentity/userassignedidentities":
                if let name = found.expressions.resolve(resource["name"]), name.isKnown {
                    identities.insert(name.text.lowercased())
                }
            case "microsoft.authorization/roleassignments": takeRole(found)
            default: break
            }
        }
    }

    private mutating func takeConnection(_ found: DefinitionSearch.Found, path: String, secrets: LogicAppSecrets) {
        let properties = found.definition["properties"]
        guard let name = found.expressions.resolve(found.definition["name"]) else { return }
        let api =
            found.expressions.resolve(properties?["api"]?["id"])
            ?? found.expressions.resolve(properties?["api"]?["name"])
        let kind = api.flatMap { LogicAppConnections.kind(ofID: $0.text) } ?? "apiConnection"
        let title = found.expressions.resolve(properties?["displayName"])?.text
        let reference = CredentialReference(
            kind: kind,
            id: LogicAppConnections.stable(name, path: path),
            name: name.text
        )
        var credential = Credential(reference: reference)
        credential.declared = true
        // Who signs in to make a connection gives it an address as its title.
        if let title, title.contains("@"), !title.contains("<"), !title.contains("{") {
            credential.owner = OwnerHint(kind: .person, text: title)
        }
        credential.createdAt = properties?["createdTime"]?.string.flatMap(Instant.init)
        credential.lastRotated = properties?["changedTime"]?.string.flatMap(Instant.init)
        for values in ["parameterValues", "customParameterValues"] as [StaticString] {
            guard let values = properties?[values] else { continue }
            guard let secret = secrets.found(in: values, named: nil).first else { continue }
            credential.fingerprint = secret.fingerprint
            let reason = "connection `\(name.text)` holds its secret in the file (\(secret.rule)); keep it in a vault"
            remarks.append(Rejection(path: path, reason: reason))
        }
        connections.append(DeclaredConnection(credential: credential))
        if kind != "apiConnection", self.kind == .other { self.kind = .companion }
    }

    /// What a role lets an identity do; only the roles that every subscription has are known by their ids.
    private mutating func takeRole(_ found: DefinitionSearch.Found) {
        let properties = found.definition["properties"]
        guard let principal = properties?["principalId"]?.string.map({ found.expressions.resolve($0).text }) else {
            return
        }
        let role = found.expressions.resolve(properties?["roleDefinitionId"])?.text.lowercased() ?? ""
        let known = Self.roles.first { role.contains($0.id) }
        let scope =
            found.expressions.resolve(properties?["scope"] ?? found.definition["scope"])?.text ?? "{resourcegroup}"
        let name = known?.name ?? role.split(separator: "/").last.map(String.init) ?? role
        let effect = StepEffect(
            known?.effect,
            reason: known.map { "role `\($0.name)`" } ?? "a role that is not known here"
        )
        let right = Right(known?.action ?? .write, operations: [name], on: scope, effect: effect, via: "role `\(name)`")
        assignments.append(RoleAssignment(identity: Self.identity(in: principal), right: right))
    }

    /// The workflow or identity that an expression such as `{reference(Microsoft.Logic/workflows/NAME,…)}` speaks of.
    private static func identity(in principal: String) -> String? {
        let text = Substring(principal.lowercased())
        for type in ["microsoft.logic/workflows/", "microsoft.managedidentity/userassignedidentities/"] {
            guard let start = text.firstRange(ofText: type) else { continue }
            return String(text[start.upperBound...].prefix { $0 != "," && $0 != ")" && $0 != "/" })
        }
        return nil
    }

    /// Source: Azure, "Azure built-in roles".
    private static let roles: [(id: String, name: String, action: ActionClass, effect: IdentityClass)] = [
        ("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner", .admin, .privileged),
        ("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator", .admin, .privileged),
        ("f58310d9-a9f6-439a-9e8d-f62e7b41a168", "Role Based Access Control Administrator", .admin, .privileged),
        ("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor", .write, .privileged),
        ("acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader", .read, .readOnly),
        ("00482a5a-887f-4fb3-b363-3b7fe8e74483", "Key Vault Administrator", .admin, .privileged),
        ("4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User", .read, .privileged),
        ("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Contributor", .write, .changeCapable),
        ("2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "Storage Blob Data Reader", .read, .readOnly),
        ("87a39d53-fc1b-424a-814c-f7e04687dc9e", "Logic App Contributor", .write, .changeCapable),
        ("fb1c8493-542b-48eb-b624-b4c8fea62acd", "Security Admin", .admin, .privileged),
        ("39bc4728-0917-49c7-9d2c-d95423bc2eb4", "Security Reader", .read, .readOnly),
    ]

    /// Secrets in the defaults of a template's own parameters, put down to its first workflow.
    mutating func takeTemplateDefaults(_ root: JSONValue, secrets: LogicAppSecrets) {
        guard root["resources"] != nil else { return }
        for (key, parameter) in root.members(of: "parameters") {
            guard let name = key.string, let value = parameter["defaultValue"] else { continue }
            let isSecure = parameter["type"]?.string?.lowercased().hasPrefix("secure") ?? false
            var found = secrets.found(in: value, named: key, isSecure: isSecure)
            for index in found.indices { found[index].place = "template.parameters.\(name).defaultValue" }
            if found.isEmpty { continue }
            if workflows.first?.draft.workflow.steps.isEmpty == false {
                workflows[0].draft.workflow.steps[0].literalSecrets += found
            } else if let setting = secrets.setting(name, value, named: key, isSecure: isSecure) {
                settings.append(setting)
            }
        }
    }
}
