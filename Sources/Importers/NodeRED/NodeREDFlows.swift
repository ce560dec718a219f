import Domain

/// Puts the nodes of one file together to its tabs and subflows.
struct NodeREDFlows {
    private let path: String
    private let nodes: [NodeREDNode]
    private let known: NodeREDKnown
    private var byID: [String: NodeREDNode] = [:]

    init(path: String, nodes: [NodeREDNode], known: NodeREDKnown) {
        self.path = path
        self.nodes = nodes
        self.known = known
        for node in nodes { byID[node.id] = node }
    }

    struct Flow {
        var draft: WorkflowDraft
        /// Ids of subflows and link nodes elsewhere that it leads to.
        var leadsTo: Set<String> = []
        /// Ids of its own nodes.
        var members: Set<String> = []
    }

    /// Every tab and subflow, and one more for the nodes of each container that is not in the file.
    func flows() -> [Flow] {
        var flows: [Flow] = []
        var order: [String?] = []
        var inside: [String?: [NodeREDNode]] = [:]
        for node in nodes {
            switch node.role {
            case .tab, .subflow:
                if inside[node.id] == nil { order.append(node.id) }
                inside[node.id, default: []] += []
            case .step:
                if inside[node.container] == nil { order.append(node.container) }
                inside[node.container, default: []].append(node)
            case .config, .decoration: break
            }
        }
        var unnamed = 0
        for container in order {
            let head = container.flatMap { byID[$0] }
            if head == nil { unnamed += 1 }
            flows.append(flow(head, inside[container] ?? [], number: unnamed))
        }
        return flows
    }

    private func flow(_ head: NodeREDNode?, _ members: [NodeREDNode], number: Int) -> Flow {
        let isWhole = head.map { $0.role != .step } ?? false
        let location = isWhole || number < 2 ? path : "\(path)#\(number)"
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let title = head.map(\.name).flatMap { $0.isEmpty ? nil : $0 } ?? String(file.dropLast(5))
        var workflow = Workflow(key: location, name: title, path: path)
        if case .tab(let isDisabled)? = head?.role { workflow.active = !isDisabled }
        let names = Self.names(of: members)
        var flow = Flow(draft: WorkflowDraft(workflow, id: isWhole ? head?.id : nil))
        flow.members = Set(members.map(\.id))
        for node in members {
            guard var step = node.step, let name = names[node.id] else { continue }
            step.name = name
            step.credentials = known.references(of: node, in: path)
            flow.draft.workflow.steps.append(step)
            if var trigger = node.trigger {
                trigger.step = name
                if trigger.kind == .event, let listener = known.listener(of: node, in: path) {
                    trigger.callback = Callback(methods: ["GET"], path: listener)
                }
                flow.draft.workflow.triggers.append(trigger)
            }
            connect(node, named: name, names: names, in: &flow)
        }
        if let head, isWhole, !head.secrets.isEmpty, !flow.draft.workflow.steps.isEmpty {
            flow.draft.workflow.steps[0].literalSecrets += head.secrets
        }
        flow.draft.setCloneKeys()
        var digest = ContentDigest()
        for node in members { digest.add(node.contentHash.map { String($0) }.joined(separator: ",")) }
        digest.add(flow.draft.edges.map { "\($0.from) \($0.output) \($0.to)" }.joined(separator: "\n"))
        flow.draft.contentHash = digest.hash
        return flow
    }

    private func connect(_ node: NodeREDNode, named name: String, names: [String: String], in flow: inout Flow) {
        for (output, targets) in node.wires.enumerated() {
            for target in targets.compactMap({ names[$0] }) {
                flow.draft.edges.append(.init(from: name, kind: "main", output: output, to: target))
            }
        }
        for link in node.links {
            if let target = names[link] {
                flow.draft.edges.append(.init(from: name, kind: "link", to: target))
            } else {
                flow.leadsTo.insert(link)
            }
        }
        if node.type.hasPrefix("subflow:") { flow.leadsTo.insert(String(node.type.dropFirst(8))) }
    }

    /// A name for each node that occurs once: its own, else its type; with the id where another has the same.
    private static func names(of nodes: [NodeREDNode]) -> [String: String] {
        var uses: [String: Int] = [:]
        for node in nodes { uses[node.step?.name ?? "", default: 0] += 1 }
        var names: [String: String] = [:]
        for node in nodes {
            let name = node.step?.name ?? ""
            names[node.id] = uses[name, default: 0] > 1 ? "\(name) (\(node.id))" : name
        }
        return names
    }
}

/// Config nodes and secrets of a source, by id.
struct NodeREDKnown {
    /// By file: ids are unique in a file, and in a source only where it is one installation.
    private var inFile: [String: [String: NodeREDNode]] = [:]
    private var anywhere: [String: NodeREDNode] = [:]
    private var secrets: [String: StoredSecret] = [:]

    init(_ parts: [(path: String, part: NodeREDPart)]) {
        for (path, part) in parts {
            secrets.merge(part.secrets) { $1 }
            for node in part.nodes where node.role == .config {
                inFile[path, default: [:]][node.id] = node
                anywhere[node.id] = node
            }
        }
    }

    /// The config node of an id that a file mentions: its own, else one of another file.
    func config(_ id: String, in path: String) -> NodeREDNode? { inFile[path]?[id] ?? anywhere[id] }

    /// Config nodes that a node uses, in the order of their keys; parts of a dashboard are no credentials.
    func references(of node: NodeREDNode, in path: String) -> [CredentialReference] {
        var references = node.mentions.compactMap { config($0, in: path) }.filter { !$0.isLayout && $0.id != node.id }
            .map(Self.reference)
        // Some nodes keep an account of their own instead of sharing one.
        if node.credential != nil || secrets[node.id] != nil { references.append(Self.reference(to: node)) }
        return references.sorted { $0.key < $1.key }
    }

    static func reference(to node: NodeREDNode) -> CredentialReference {
        CredentialReference(kind: node.type, id: node.id, name: node.name.isEmpty ? nil : node.name)
    }

    /// The path of the listener that a node uses.
    func listener(of node: NodeREDNode, in path: String) -> String? {
        node.mentions.lazy.compactMap { config($0, in: path) }.first { $0.type.hasSuffix("listener") }?.path
    }

    /// Config nodes and nodes with an account of their own, as credentials that the source declares.
    func declared(_ parts: [(path: String, part: NodeREDPart)]) -> [Credential] {
        var credentials: [Credential] = []
        for node in parts.flatMap(\.part.nodes) where !node.isLayout {
            let stored = node.credential ?? secrets[node.id]
            guard node.role == .config || stored != nil else { continue }
            var credential = Credential(reference: Self.reference(to: node))
            credential.declared = true
            credential.fingerprint =
                stored?.fingerprint ?? (node.role == .config ? node.secrets.first?.fingerprint : nil)
            credentials.append(credential)
        }
        return credentials
    }
}
