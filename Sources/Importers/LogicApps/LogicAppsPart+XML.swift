import Domain

extension LogicAppsPart {
    /// The XML files of a Power Automate solution.
    init(xml root: XMLElement) {
        kind = .companion
        switch root.name {
        case "Workflow": takeFlow(root)
        case "ImportExportXml":
            for flow in root["Workflows"]?.children ?? [] { takeFlow(flow) }
            for reference in root["connectionreferences"]?.children ?? [] { takeReference(reference) }
            solution.project = root["SolutionManifest"]?["UniqueName"]?.trimmed
        case "environmentvariabledefinition": break
        default: kind = .other
        }
    }

    /// `Workflow`: of category 5 it is a cloud flow; other categories are processes of the database and no concern here.
    private mutating func takeFlow(_ flow: XMLElement) {
        guard let id = flow.attributes["WorkflowId"]?.filter({ $0 != "{" && $0 != "}" }).lowercased() else { return }
        guard flow["Category"]?.trimmed ?? "5" == "5" else { return }
        var facts = SolutionFacts.Flow()
        facts.name = flow.attributes["Name"]
        // 0 is a draft, 1 is switched on, 2 is suspended.
        facts.active = flow["StateCode"]?.trimmed.map { $0 == "1" }
        solution.flows[id] = facts
    }

    private mutating func takeReference(_ reference: XMLElement) {
        guard let name = reference.attributes["connectionreferencelogicalname"] else { return }
        let kind = reference["connectorid"]?.trimmed.flatMap(LogicAppConnections.kind) ?? "apiConnection"
        let title = reference["connectionreferencedisplayname"]?.trimmed
        var credential = Credential(reference: CredentialReference(kind: kind, id: name, name: title ?? name))
        credential.declared = true
        connections.append(DeclaredConnection(credential: credential))
    }
}
