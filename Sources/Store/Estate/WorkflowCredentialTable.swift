package import Domain
package import SQLEngine

/// One step's use of one credential.
package struct CredentialUse: Sendable, Hashable {
    package var source: ID<Source>
    /// Key of the workflow.
    package var workflow: String
    package var step: String
    /// Key of the credential.
    package var credential: String
    /// Whether the step is switched off.
    package var disabled: Bool
}

/// Which steps use which credentials; written by `WorkflowTable`.
package enum WorkflowCredentialTable {
    /// The uses of one credential by workflows that are present, by workflow and step.
    package static func uses(
        of credential: String,
        in source: ID<Source>,
        _ connection: some Connection,
    ) throws -> [CredentialUse] {
        try connection.rows(
            """
            SELECT c.* FROM workflow_credentials c
            JOIN workflows w ON w.source = c.source AND w.key = c.workflow AND w.vanished IS NULL
            WHERE c.source = \(source) AND c.credential = \(credential.storable) ORDER BY c.workflow, c.step
            """
        ).map(decode)
    }

    /// Every use by a workflow that is present, by source, credential, workflow and step.
    package static func forEach(
        in connection: some Connection,
        _ body: (CredentialUse) throws -> Void,
    ) throws {
        try connection.forEachRow(
            """
            SELECT c.* FROM workflow_credentials c
            JOIN workflows w ON w.source = c.source AND w.key = c.workflow AND w.vanished IS NULL
            ORDER BY c.source, c.credential, c.workflow, c.step
            """
        ) { try body(try decode($0)) }
    }

    static func replace(
        for workflows: [Workflow],
        of source: ID<Source>,
        in connection: some Connection,
    ) throws {
        try connection.batch(workflows) {
            "DELETE FROM workflow_credentials WHERE source = \(source) AND workflow = \($0.key.storable)"
        }
        let uses = workflows.flatMap { workflow in
            workflow.steps.flatMap { step in step.credentials.map { (workflow, step, $0) } }
        }
        try connection.batch(uses) { workflow, step, credential in
            """
            INSERT INTO workflow_credentials (source, workflow, step, credential, disabled)
            VALUES (\(source), \(workflow.key.storable), \(step.name.storable.shortened), \(credential.key.storable),
                \(step.disabled))
            ON CONFLICT (source, workflow, step, credential) DO NOTHING
            """
        }
    }

    private static func decode(_ row: Row) throws -> CredentialUse {
        CredentialUse(
            source: try row.get("source"),
            workflow: try row.text("workflow"),
            step: try row.text("step"),
            credential: try row.text("credential"),
            disabled: try row.bool("disabled"),
        )
    }
}
