/// A workflow in its source, as lineage compares it with others.
package struct LineageEntry: Sendable, Hashable {
    package var source: ID<Source>
    package var description: SourceDescription
    package var workflow: Workflow
    /// The environment it acts in, as far as the source says.
    package var environment: String?
    let sketch: GraphSketch?

    package init(source: ID<Source>, description: SourceDescription, workflow: Workflow) {
        self.source = source
        self.description = description
        self.workflow = workflow
        environment = workflow.environment ?? description.environment
        // Two steps and the edge between them say too little.
        sketch =
            workflow.steps.count < 3 ? nil : workflow.sketch ?? GraphSketch(lines: workflow.stepLines)
    }

    /// Who it belongs to within its platform: the project, else the owner.
    var team: String? { workflow.project ?? workflow.owner?.text }

    /// The repository of which the source is one branch; nil when its name is not of the form `repository@branch`.
    var repository: String? {
        let root = description.root
        let name = root.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? root
        guard let at = name.lastIndex(of: "@"), at != name.startIndex else { return nil }
        return String(root.dropLast(name.distance(from: at, to: name.endIndex)))
    }
}

extension Workflow {
    /// One line a step: what it talks to and what it does there.
    package var stepLines: [String] {
        steps.map { step in [step.connector, step.resource, step.operation].compactMap(\.self).joined(separator: " ") }
    }
}
