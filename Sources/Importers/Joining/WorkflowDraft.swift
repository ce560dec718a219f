import Domain

/// A workflow as its file states it, before the rest of its source is known.
struct WorkflowDraft: Sendable {
    var workflow: Workflow
    /// The platform's id; nil when the file has none, and then the path is the key.
    var id: String?
    /// Edges between its steps, by their names.
    var edges: [Edge] = []
    /// Hash of the definition without what is joined to it later.
    var contentHash: [UInt8] = []

    struct Edge: Sendable, Hashable {
        var from: String
        var kind: String
        var output = 0
        var to: String
    }

    init(_ workflow: Workflow, id: String?) {
        self.workflow = workflow
        self.id = id
    }

    /// Sets the keys by which copies are found, once the credentials of the steps are known.
    ///
    /// - Parameter withOperations: Whether the platform's kind of step is connector and operation together, and not the
    ///   connector alone.
    mutating func setCloneKeys(withOperations: Bool = false) {
        var graph = CloneKey()
        for step in workflow.steps {
            let kind = withOperations ? [step.connector, step.operation].compactMap(\.self) : [step.connector]
            graph.add(node: step.name, type: kind.joined(separator: " "), references: step.credentials)
        }
        for edge in edges { graph.addEdge(from: edge.from, kind: edge.kind, output: edge.output, to: edge.to) }
        workflow.cloneKey = graph.key(withCredentials: true)
        workflow.graphKey = graph.key(withCredentials: false)
        workflow.sketch = graph.sketch
    }
}
