import Domain

/// Gives each workflow of a source a key of its own.
struct WorkflowKeys {
    private var used: Set<String> = []
    private(set) var duplicates = 0

    /// The platform's id; where there is none or another workflow has it, the path.
    ///
    /// - Returns: The key, and what is to be said when the id was taken.
    mutating func key(id: String?, workflow: Workflow) -> (key: String, remark: Rejection?) {
        guard let id else { return (free(workflow.key), nil) }
        if used.insert(id).inserted { return (id, nil) }
        duplicates += 1
        let reason = "id `\(id)` is used by another workflow; kept under its path"
        return (free(workflow.path), Rejection(path: workflow.path, reason: reason))
    }

    private mutating func free(_ path: String) -> String {
        var key = path
        var number = 1
        while !used.insert(key).inserted {
            number += 1
            key = "\(path)#\(number)"
        }
        return key
    }
}
