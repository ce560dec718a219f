package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// The identity of each workflow, by the workflow's key; where several sources use one key, any of them.
    package func identitiesByWorkflow(by caller: Caller) async throws -> [String: ID<Identity>] {
        try require(.view, by: caller)
        return try await database.read { connection in
            var ids: [String: ID<Identity>] = [:]
            try IdentityTable.forEach(in: connection) { identity in
                if let workflow = identity.workflow { ids[workflow] = identity.id }
            }
            return ids
        }
    }
}
