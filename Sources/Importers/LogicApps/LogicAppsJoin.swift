import Domain

/// Joins what the files of one source say of the same workflows, connections and identities.
struct LogicAppsJoin {
    private(set) var principals: [Principal] = []
    private(set) var trusts: [Trust] = []
    /// Connections of projects, with the fingerprints of the settings that hold their secrets.
    private(set) var projectConnections: [Credential] = []
    /// Settings that hold a secret and belong to no connection.
    private(set) var looseSettings: [Credential] = []

    private var tables: [String: ConnectionTable] = [:]
    private var flows: [String: SolutionFacts.Flow] = [:]
    /// By folder.
    private var solutions: [String: SolutionFacts] = [:]
    private var switches: [String: [String: Bool]] = [:]

    init(_ parts: [(path: String, part: LogicAppsPart)]) {
        var settings: [String: [Credential]] = [:]
        for (path, part) in parts {
            let folder = parentFolder(of: path)
            if let table = part.table { tables[folder] = table }
            if !part.switches.isEmpty { switches[folder] = part.switches }
            settings[folder, default: []] += part.settings
            for (id, flow) in part.solution.flows { flows[id] = Self.merged(flows[id], flow) }
            if part.solution.project != nil || part.solution.creator != nil || part.solution.instance != nil {
                // `Other/Solution.xml` speaks for the folder around it.
                let about = folder.lowercased().hasSuffix("other") ? parentFolder(of: folder) : folder
                solutions[about] = part.solution
            }
        }
        linkSettings(&settings)
        looseSettings = settings.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    private static func merged(_ known: SolutionFacts.Flow?, _ new: SolutionFacts.Flow) -> SolutionFacts.Flow {
        guard let known else { return new }
        return SolutionFacts.Flow(
            name: new.name ?? known.name,
            active: new.active ?? known.active,
            owner: new.owner ?? known.owner
        )
    }

    /// A setting that a connection takes its secret from is that connection's secret.
    private mutating func linkSettings(_ settings: inout [String: [Credential]]) {
        for (folder, table) in tables.sorted(by: { $0.key < $1.key }) where table.declares {
            for (key, entry) in table.entries.sorted(by: { $0.key < $1.key }) {
                var credential = Credential(
                    reference: CredentialReference(
                        kind: entry.kind ?? "apiConnection",
                        id: entry.id,
                        name: entry.title ?? key
                    )
                )
                credential.declared = true
                credential.fingerprint = entry.fingerprint
                for name in entry.settings {
                    guard let place = settings[folder]?.firstIndex(where: { $0.reference.name == name }) else {
                        continue
                    }
                    credential.fingerprint = credential.fingerprint ?? settings[folder]?[place].fingerprint
                    settings[folder]?.remove(at: place)
                }
                projectConnections.append(credential)
            }
        }
    }

    // MARK: - Workflows

    /// The workflow with what other files say of it: connections, state, owner, project.
    func completed(_ draft: LogicAppDraft) -> LogicAppDraft {
        var draft = draft
        let path = draft.draft.workflow.path
        if let flow = draft.draft.id.flatMap({ flows[$0] }) {
            draft.draft.workflow.active = draft.draft.workflow.active ?? flow.active
            draft.draft.workflow.owner = draft.draft.workflow.owner ?? flow.owner
            if let name = flow.name { draft.draft.workflow.name = name }
        }
        for folder in parentFolders(of: path) {
            guard let solution = solutions[folder] else { continue }
            draft.draft.workflow.project = draft.draft.workflow.project ?? solution.project
            draft.draft.workflow.instance = draft.draft.workflow.instance ?? solution.instance
            draft.draft.workflow.owner = draft.draft.workflow.owner ?? solution.creator
        }
        if draft.draft.workflow.active == nil {
            draft.draft.workflow.active = switches[projectFolder(of: path)]?[draft.draft.workflow.name]
        }
        for place in draft.draft.workflow.steps.indices {
            var step = draft.draft.workflow.steps[place]
            complete(&step, of: &draft)
            draft.draft.workflow.steps[place] = step
        }
        return draft
    }

    private func complete(_ step: inout Step, of draft: inout LogicAppDraft) {
        let path = draft.draft.workflow.path
        for place in step.credentials.indices {
            let reference = step.credentials[place]
            guard reference.id == nil, let key = reference.name, draft.openConnections.contains(key) else { continue }
            let entry = parentFolders(of: path).lazy.compactMap { tables[$0]?.entries[key] }.first
            if let kind = entry?.kind, reference.kind == "apiConnection" {
                step.credentials[place].kind = kind
                if step.connector == reference.kind { step.connector = kind }
                if step.target == nil || step.target == reference.kind { step.target = kind }
            }
            // A key means something within its project only.
            step.credentials[place].id = entry?.id ?? "\(projectFolder(of: path))#\(key)"
            if let name = entry?.name { step.credentials[place].name = name }
            if entry?.usesIdentity ?? false { draft.ownIdentity = draft.ownIdentity ?? .init() }
        }
    }

    /// The folder that a workflow's project is: where its connections are explained, else around the workflow's own.
    private func projectFolder(of path: String) -> String {
        let folders = parentFolders(of: path)
        if let project = folders.first(where: { tables[$0]?.declares ?? false }) { return project }
        let isProject = path.lowercased().hasSuffix("/workflow.json")
        return (isProject ? folders.dropFirst().first : folders.first) ?? ""
    }

    // MARK: - Identities

    /// Turns the identities of workflows into accounts, with what templates allow them, and says who runs as whom.
    mutating func takeIdentities(of drafts: inout [LogicAppDraft], parts: [(path: String, part: LogicAppsPart)]) {
        var byKey: [String: Principal] = [:]
        for id in parts.lazy.flatMap(\.part.identities) {
            byKey[id] = Principal(key: "identity:\(id)", name: id, kind: .serviceAccount)
        }
        for place in drafts.indices {
            let workflow = drafts[place].draft.workflow
            if let own = drafts[place].ownIdentity {
                let project = projectFolder(of: workflow.path)
                let isOfProject = tables[project]?.declares ?? false
                let name = isOfProject ? project : workflow.key
                var principal =
                    byKey[name]
                    ?? Principal(
                        key: "identity:\(name)",
                        name: "\(isOfProject ? project : workflow.name) (system-assigned)",
                        kind: .serviceAccount
                    )
                principal.path = workflow.path
                principal.owner = workflow.owner
                principal.detail.merge(own.detail) { $1 }
                principal.purpose = isOfProject ? nil : "the platform's identity of workflow `\(workflow.name)`"
                byKey[name] = principal
                setIdentity(principal.key, in: &drafts[place].draft.workflow.steps)
                trusts.append(Trust(.runsAs, from: workflow.key, to: principal.key))
            }
            for id in drafts[place].identities.sorted() {
                if byKey[id] == nil {
                    let name = LogicAppConnections.lastPart(id) ?? id
                    byKey[id] = Principal(key: "identity:\(id)", name: name, kind: .serviceAccount)
                }
                trusts.append(Trust(.runsAs, from: workflow.key, to: "identity:\(id)"))
            }
        }
        addRights(of: parts, workflows: drafts, to: &byKey)
        principals = Array(byKey.values)
    }

    private func setIdentity(_ key: String, in steps: inout [Step]) {
        for step in steps.indices {
            for place in steps[step].credentials.indices
            where steps[step].credentials[place].kind == LogicAppAuthentication.identityKind
                && steps[step].credentials[place].id == nil
            {
                steps[step].credentials[place].id = key
            }
        }
    }

    private func addRights(
        of parts: [(path: String, part: LogicAppsPart)],
        workflows: [LogicAppDraft],
        to principals: inout [String: Principal],
    ) {
        for (path, part) in parts where !part.assignments.isEmpty {
            let own = workflows.filter { $0.draft.workflow.path == path && $0.ownIdentity != nil }
            for assignment in part.assignments {
                let named = own.first { $0.draft.workflow.name.lowercased() == assignment.identity }
                let only = assignment.identity == nil && own.count == 1 ? own.first : nil
                guard let key = (named ?? only)?.draft.workflow.key ?? assignment.identity else { continue }
                principals[key]?.rights.append(assignment.right)
            }
        }
    }
}
