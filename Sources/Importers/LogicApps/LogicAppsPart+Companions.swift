import Domain

extension LogicAppsPart {
    /// Reads a file without workflows that says something of those in other files.
    mutating func takeCompanion(_ root: JSONValue, file: SourceFile, secrets: LogicAppSecrets) {
        let name = file.name.lowercased()
        kind = .companion
        switch name {
        case "connectionsmap.json": takeConnectionsMap(root)
        case "apismap.json", "host.json": break
        case "local.settings.json": takeLocalSettings(root, secrets: secrets)
        case "manifest.json": takeManifest(root, folder: file.folders.joined(separator: "/"))
        default: takeByContent(root, file: file, secrets: secrets)
        }
    }

    private mutating func takeByContent(_ root: JSONValue, file: SourceFile, secrets: LogicAppSecrets) {
        if root["managedApiConnections"] != nil || root["serviceProviderConnections"] != nil
            || root["functionConnections"] != nil || root["apiManagementConnections"] != nil
        {
            takeProjectConnections(root, folder: file.folders.joined(separator: "/"), path: file.path, secrets: secrets)
        } else if root["ConnectionReferences"]?.isArray ?? false || root["EnvironmentVariables"]?.isArray ?? false {
            takeDeploymentSettings(root, secrets: secrets)
        } else if root["SolutionComponentOwnershipConfiguration"] != nil || root["ActivateFlowConfiguration"] != nil {
            takeOwners(root)
        } else if root["environmentvariablevalues"] != nil {
            for (key, value) in root.members(of: "environmentvariablevalues") {
                guard let text = value["value"], let setting = secrets.setting("value", text, named: key) else {
                    continue
                }
                settings.append(setting)
            }
        } else if let parameters = Self.parameterValues(root) {
            for (key, parameter) in parameters.members {
                guard let value = parameter["value"] else { continue }
                let isSecure = parameter["type"]?.string?.lowercased().hasPrefix("secure") ?? false
                let setting = secrets.setting(key.string ?? "", value, named: key, isSecure: isSecure)
                if let setting { settings.append(setting) }
            }
        } else if connections.isEmpty, identities.isEmpty, assignments.isEmpty, settings.isEmpty {
            kind = .other
        }
    }

    /// Values of parameters by name: `{"name": {"value": …}}`, of a project or, one level deeper, of a deployment.
    private static func parameterValues(_ root: JSONValue) -> JSONValue? {
        let isDeployment = root["$schema"]?.string?.contains("deploymentParameters.json") ?? false
        guard let values = isDeployment ? root["parameters"] : root, values.isObject else { return nil }
        var isEmpty = true
        for (_, value) in values.members {
            guard value["value"] != nil || value["reference"] != nil else { return nil }
            isEmpty = false
        }
        return isEmpty && !isDeployment ? nil : values
    }

    // MARK: - Projects

    /// `connections.json` of a Standard project.
    private mutating func takeProjectConnections(
        _ root: JSONValue,
        folder: String,
        path: String,
        secrets: LogicAppSecrets,
    ) {
        var table = ConnectionTable(declares: true)
        for (_, section) in root.members {
            for (key, connection) in section.members where connection.isObject {
                guard let name = key.string else { continue }
                let about =
                    connection["api"]?["id"] ?? connection["serviceProvider"]?["id"] ?? connection["function"]?["id"]
                    ?? connection["apiId"]
                let id = connection["connection"]?["id"]?.string.flatMap { $0.contains("@") ? nil : $0 }
                var entry = ConnectionTable.Entry(
                    kind: about?.string.flatMap(LogicAppConnections.kind),
                    id: id ?? "\(folder)#\(name)"
                )
                entry.title = connection["displayName"]?.string
                entry.settings = LogicAppSecrets.settings(in: connection)
                let proof = connection["authentication"]?["type"]?.string ?? connection["parameterSetName"]?.string
                entry.usesIdentity = proof?.lowercased().contains("managed") ?? false
                if let secret = secrets.found(in: connection, named: nil).first {
                    entry.fingerprint = secret.fingerprint
                    let reason =
                        "connection `\(name)` holds its secret in the file (\(secret.rule)); keep it in a vault"
                    remarks.append(Rejection(path: path, reason: reason))
                }
                table.entries[name] = entry
            }
        }
        self.table = table
    }

    /// `local.settings.json`: settings of the host, among them which workflows are switched off.
    private mutating func takeLocalSettings(_ root: JSONValue, secrets: LogicAppSecrets) {
        for (key, value) in root.members(of: "Values") {
            guard let name = key.string else { continue }
            let parts = name.split(separator: ".")
            if parts.count == 3, parts[0] == "Workflows", parts[2] == "FlowState" {
                switches[String(parts[1])] = LogicAppEnvelope.active(value.string)
            } else if let setting = secrets.setting(name, value, named: key) {
                settings.append(setting)
            }
        }
    }

    // MARK: - Packages and solutions

    private mutating func takeConnectionsMap(_ root: JSONValue) {
        var table = ConnectionTable()
        for (key, id) in root.members {
            if let name = key.string, let id = id.string { table.entries[name] = ConnectionTable.Entry(id: id) }
        }
        self.table = table
    }

    /// The manifest of a package names its maker and the accounts behind its connections; that of a gallery's template the
    /// connectors behind its keys.
    private mutating func takeManifest(_ root: JSONValue, folder: String) {
        for (key, connection) in root.members(of: "connections") {
            guard let name = key.string, let kind = connection["connectorId"]?.string.flatMap(LogicAppConnections.kind)
            else { continue }
            table = table ?? ConnectionTable()
            table?.entries[name] = ConnectionTable.Entry(kind: kind, id: "\(folder)#\(name)")
        }
        let details = root["details"]
        if let creator = details?["creator"]?.string, !creator.isEmpty, creator != "N/A" {
            solution.creator = OwnerHint(kind: .person, text: creator)
        }
        solution.instance = details?["sourceEnvironment"]?.string
        for (key, resource) in root.members(of: "resources") {
            guard resource["type"]?.string?.lowercased().hasSuffix("/connections") ?? false, let id = key.string else {
                continue
            }
            let api = resource.elements(of: "dependsOn").lazy.compactMap(\.string).first.flatMap { dependency in
                root.members(of: "resources").first { $0.name.string == dependency }?.value["name"]?.string
            }
            let title = resource["details"]?["displayName"]?.string
            var credential = Credential(
                reference: CredentialReference(kind: api ?? "apiConnection", id: id, name: title)
            )
            credential.declared = true
            connections.append(DeclaredConnection(credential: credential))
        }
        let known = ["flowAssets", "packageSchemaVersion", "resources", "artifacts", "featuredConnectors", "skus"]
        if !root.members.contains(where: { member in known.contains(member.name.string ?? "") }) { kind = .other }
    }

    /// `deploymentSettings.json`: which connection stands behind a reference in the environment of its folder.
    private mutating func takeDeploymentSettings(_ root: JSONValue, secrets: LogicAppSecrets) {
        for reference in root.elements(of: "ConnectionReferences") {
            guard let id = reference["ConnectionId"]?.string, !id.isEmpty, !id.hasPrefix("#{") else { continue }
            let kind = reference["ConnectorId"]?.string.flatMap(LogicAppConnections.kind) ?? "apiConnection"
            let name = reference["LogicalName"]?.string
            var credential = Credential(reference: CredentialReference(kind: kind, id: id, name: name))
            credential.declared = true
            credential.owner = reference["ConnectionOwner"]?.string.map { OwnerHint(kind: .person, text: $0) }
            connections.append(DeclaredConnection(credential: credential, perEnvironment: true))
        }
        for variable in root.elements(of: "EnvironmentVariables") {
            guard let key = variable["SchemaName"], let name = key.string, let value = variable["Value"] else {
                continue
            }
            if let setting = secrets.setting(name, value, named: key) { settings.append(setting) }
        }
    }

    /// Owners of a solution's flows, as a deployment sets them; a placeholder for a pipeline's variable is none.
    private mutating func takeOwners(_ root: JSONValue) {
        for entry in root.elements(of: "SolutionComponentOwnershipConfiguration") {
            guard let id = entry["solutionComponentUniqueName"]?.string?.lowercased() else { continue }
            guard let owner = entry["ownerEmail"]?.string, !owner.isEmpty, !owner.hasPrefix("#{") else { continue }
            solution.flows[id, default: .init()].owner = OwnerHint(kind: .person, text: owner)
        }
    }
}
