import Domain

/// Finds the workflows of a source that others call by id or by name.
struct WorkflowCalls {
    private var keys: [String: String] = [:]

    init(_ drafts: [WorkflowDraft]) {
        // Ids come last: they win over names.
        for draft in drafts { keys[draft.workflow.name.lowercased()] = draft.workflow.key }
        for draft in drafts { keys[draft.workflow.key.lowercased()] = draft.workflow.key }
    }

    /// Adds a name that means a workflow inside one file only.
    mutating func add(_ name: String, in path: String, for key: String) {
        keys["\(path)#\(name)".lowercased()] = key
    }

    /// The key of the workflow; where the source has no such workflow, what the step calls it.
    func key(of called: String, from path: String) -> String {
        keys["\(path)#\(called)".lowercased()] ?? keys[called.lowercased()] ?? called
    }
}
