import Domain
import SecretScan

/// Turns one workflow object into values.
struct N8nWorkflowReader {
    /// Path of the file, from the root of the import.
    let path: String
    let scanner: ParameterScanner
    let options: ImportOptions

    /// Reads a workflow.
    ///
    /// - Parameters:
    ///   - object: The workflow.
    ///   - place: Its place in the file's list; nil when the file is one workflow.
    /// - Returns: What its file says of it.
    func workflow(of object: JSONValue, place: Int?) -> N8nWorkflow {
        let id = object["id"].flatMap { $0.isNull ? nil : $0.scalarText }.flatMap { $0.isEmpty ? nil : $0 }
        let location = place.map { "\(path)#\($0)" } ?? path
        var workflow = Workflow(key: id ?? location, name: object["name"]?.string ?? fileName, path: path)
        workflow.active = active(object)
        workflow.archived = object["isArchived"]?.bool ?? false
        workflow.tags = tags(object)
        workflow.createdAt = object["createdAt"]?.string.flatMap(Instant.init)
        workflow.updatedAt = object["updatedAt"]?.string.flatMap(Instant.init)
        let meta = object["meta"]
        workflow.instance = meta?["instanceId"]?.scalarText.flatMap { $0.isEmpty ? nil : $0 }
        workflow.origin = origin(object)
        let ownership = N8nOwner.ownership(of: object)
        workflow.owner = ownership.hint
        workflow.project = ownership.project

        var result = N8nWorkflow(
            workflow: workflow,
            id: id,
            projectID: ownership.projectID,
            settings: N8nSettings(object["settings"]),
            contentHash: []
        )
        readNodes(object, into: &result)
        return result
    }

    private func readNodes(_ object: JSONValue, into result: inout N8nWorkflow) {
        var graph = CloneKey()
        var digest = ContentDigest()
        let steps = N8nStepReader(scanner: scanner, options: options)
        var calls: Set<String> = []
        var types: [String: String] = [:]
        var webhooks: [(step: Int, node: JSONValue)] = []
        for (index, node) in object.elements(of: "nodes").enumerated() {
            guard node.isObject else {
                result.brokenNodes += 1
                continue
            }
            let type = node["type"]?.scalarText ?? "None"
            guard type != "n8n-nodes-base.stickyNote" else {
                result.notes += 1
                continue
            }
            let read = steps.step(of: node, type: type, index: index)
            if type == "n8n-nodes-base.webhook" { webhooks.append((result.workflow.steps.count, node)) }
            types[node["name"]?.scalarText ?? ""] = type
            result.workflow.steps.append(read.step)
            if let trigger = N8nTriggers.trigger(of: node, type: type, step: read.step.name) {
                result.workflow.triggers.append(trigger)
            }
            if let called = read.called { calls.insert(called) }
            graph.add(node: node["name"]?.scalarText ?? "", type: type, references: read.step.credentials)
            digest.add(node: node, secrets: read.secrets)
        }
        if let connections = object["connections"] {
            graph.add(connections: connections)
            digest.add(connections)
        }
        for (step, node) in webhooks
        where N8nAudit.isUnprotected(node, connections: object["connections"], types: types) {
            result.workflow.steps[step].marks =
                (result.workflow.steps[step].marks ?? []) + [N8nAudit.unprotectedWebhook]
        }
        if let settings = object["settings"] { digest.add(settings) }
        if let errors = result.settings.errorWorkflow { calls.insert(errors) }
        result.workflow.calls = calls.sorted()
        result.workflow.cloneKey = graph.key(withCredentials: true)
        result.workflow.graphKey = graph.key(withCredentials: false)
        result.workflow.sketch = graph.sketch
        result.contentHash = digest.hash
    }

    /// Three-valued: n8n's source control leaves `active` out, and some exports write it as a text.
    private func active(_ object: JSONValue) -> Bool? {
        if let active = object["active"] {
            if let flag = active.bool { return flag }
            switch active.string?.lowercased() {
            case "true": return true
            case "false": return false
            default: break
            }
        }
        guard let version = object["activeVersionId"] else { return nil }
        return !version.isNull
    }

    private func tags(_ object: JSONValue) -> [String] {
        object.elements(of: "tags").compactMap { $0.string ?? $0["name"]?.string }
    }

    private func origin(_ object: JSONValue) -> String? {
        if let copied = object["sourceWorkflowId"]?.scalarText, object["sourceWorkflowId"]?.isNull == false {
            return copied
        }
        guard let template = object["meta"]?["templateId"], !template.isNull else { return nil }
        return template.scalarText.map { "template:\($0)" }
    }

    private var fileName: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    }
}
