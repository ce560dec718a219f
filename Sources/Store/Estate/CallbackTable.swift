package import Domain
package import SQLEngine

/// A callback address and the step it starts.
package struct StoredCallback: Sendable, Hashable {
    package var source: ID<Source>
    /// Key of the workflow.
    package var workflow: String
    package var step: String
    package var callback: Callback
}

/// The callback addresses of all workflows; written by `WorkflowTable`.
package enum CallbackTable {
    /// Those of one workflow, in the order of its triggers.
    package static func list(
        workflow: String,
        of source: ID<Source>,
        in connection: some Connection,
    ) throws -> [StoredCallback] {
        try connection.rows(
            "SELECT * FROM callbacks WHERE source = \(source) AND workflow = \(workflow.storable) ORDER BY ordinal"
        ).map(decode)
    }

    /// Every callback of a workflow that is present, by path, source and workflow.
    package static func forEach(in connection: some Connection, _ body: (StoredCallback) throws -> Void) throws {
        try connection.forEachRow(
            """
            SELECT c.* FROM callbacks c
            JOIN workflows w ON w.source = c.source AND w.key = c.workflow AND w.vanished IS NULL
            ORDER BY c.path, c.source, c.workflow, c.ordinal
            """
        ) { try body(try decode($0)) }
    }

    static func replace(
        for workflows: [Workflow],
        of source: ID<Source>,
        in connection: some Connection,
    ) throws {
        try connection.batch(workflows) {
            "DELETE FROM callbacks WHERE source = \(source) AND workflow = \($0.key.storable)"
        }
        var insertions: [Query] = []
        for workflow in workflows {
            for (ordinal, trigger) in workflow.triggers.enumerated() {
                guard let callback = trigger.callback else { continue }
                insertions.append(
                    """
                    INSERT INTO callbacks (source, workflow, ordinal, step, methods, path, authentication)
                    VALUES (\(source), \(workflow.key.storable), \(ordinal), \(trigger.step.storable),
                        \(try JSONColumn(callback.methods)), \(callback.path.storable),
                        \(callback.authentication?.storable))
                    """
                )
            }
        }
        try connection.batch(insertions)
    }

    private static func decode(_ row: Row) throws -> StoredCallback {
        StoredCallback(
            source: try row.get("source"),
            workflow: try row.text("workflow"),
            step: try row.text("step"),
            callback: Callback(
                methods: try row.json("methods"),
                path: try row.text("path"),
                authentication: try row.get("authentication"),
            ),
        )
    }
}
