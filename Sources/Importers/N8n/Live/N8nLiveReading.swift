import Domain
import SecretScan

/// What was read of a running n8n so far.
struct N8nLiveReading {
    let options: ImportOptions
    private let importer = N8nImporter()
    private let secrets: N8nSecrets
    var part = N8nPart()
    var people: [Principal] = []
    var runs = N8nExecutions()

    var credentials = N8nPages.Outcome.read
    var projects = N8nPages.Outcome.read
    var users = N8nPages.Outcome.read
    var variables = N8nPages.Outcome.read
    var executions = N8nPages.Outcome.read

    init(options: ImportOptions) {
        self.options = options
        secrets = N8nSecrets(fingerprint: options.fingerprint)
        part.kind = .workflows
    }

    mutating func take(workflow value: JSONValue) {
        guard value["nodes"]?.isArray ?? false else { return }
        let path = "workflows/\(value["id"]?.scalarText ?? "")"
        let reader = N8nWorkflowReader(path: path, scanner: importer.scanner, options: options)
        part.workflows.append(reader.workflow(of: value, place: nil))
    }

    // Each of these takes an element and says whether more are wanted.

    mutating func take(credential value: JSONValue) -> Bool {
        guard var credential = N8nCredentials.stub(value) else { return true }
        credential.createdAt = value["createdAt"]?.string.flatMap(Instant.init)
        credential.lastRotated = value["updatedAt"]?.string.flatMap(Instant.init)
        credential.owner = credential.owner ?? N8nOwner.ownership(of: value).hint
        part.credentials.append(credential)
        return true
    }

    mutating func take(project value: JSONValue) -> Bool {
        if let id = value["id"]?.scalarText { part.projects[id] = N8nProject(value) }
        return true
    }

    mutating func take(variable value: JSONValue) -> Bool {
        let secret = N8nCredentials.variable(value, scanner: importer.scanner, secrets: secrets)
        if let secret { part.variableSecrets.append(secret) }
        return true
    }

    mutating func take(user value: JSONValue) -> Bool {
        guard let id = value["id"]?.scalarText else { return true }
        let names = [value["firstName"]?.string, value["lastName"]?.string].compactMap(\.self).filter { !$0.isEmpty }
        let mail = value["email"]?.string
        let name = names.isEmpty ? mail ?? id : names.joined(separator: " ")
        var person = Principal(key: "user:\(id)", name: name, kind: .user)
        person.isPerson = true
        person.active = value["isPending"]?.bool.map { !$0 }
        person.createdAt = value["createdAt"]?.string.flatMap(Instant.init)
        if let mail { person.detail["email"] = mail }
        if let role = value["role"]?.string ?? value["globalRole"]?["name"]?.string { person.detail["role"] = role }
        people.append(person)
        return true
    }

    func estate(of source: SourceDescription) -> Estate {
        var estate = importer.estate(of: source, parts: [("workflows", part)], options: options)
        estate.principals = people.sorted { $0.key < $1.key }
        for index in estate.workflows.indices {
            estate.workflows[index].lastRun = runs.lastRuns[estate.workflows[index].key]
        }
        note(in: &estate.source.capabilities)
        if case .closed(let reason) = credentials {
            let remark = "the list of credentials could not be read: \(reason); those that steps use are known"
            estate.remarks.append(Rejection(path: "credentials", reason: remark))
        }
        estate.counts["files"] = 0
        estate.counts["rejected"] = 0
        estate.counts["people"] = people.count
        estate.counts["executions"] = runs.count
        return estate
    }

    private func note(in capabilities: inout SourceDescription.Capabilities) {
        switch executions {
        case .read:
            capabilities.lastUse = runs.count > 0
            capabilities.notes[.lastUse] = runs.window
        case .closed(let reason):
            capabilities.lastUse = false
            capabilities.notes[.lastUse] = "executions: \(reason)"
        }
        capabilities.notes[.secretValues] = "the API gives out no values of credentials"
        capabilities.notes[.auditEvents] = "the API gives out no audit log"
        if case .closed(let reason) = projects, !capabilities.owners {
            capabilities.notes[.owners] = "projects: \(reason)"
        }
    }
}
