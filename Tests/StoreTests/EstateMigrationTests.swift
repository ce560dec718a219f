import Domain
import Foundation
import SQLEngine
import TestSupport
import Testing

@testable import Store

struct EstateMigrationTests {
    @Test("A store of before keeps its workflows, credentials, uses and identities")
    func keeps() async throws {
        try await withEachEngine { database in
            try await Migrator(Array(StoreSchema.migrations.prefix(2))).migrate(database, at: 0)
            let (source, workflow, credential) = (Source.sample(), Workflow.sample("a"), Credential.sample)
            let identity = ID<Identity>.new()
            try await database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO sources (id, root, format, kind, environment, capabilities, first_seen, last_import)
                    VALUES (\(source.id), 'exports', 'n8n', 'file', NULL, '{}', \(Instant.start), \(Instant.start))
                    """
                )
                try connection.execute(
                    """
                    INSERT INTO workflows (source, key, name, path, active, digest, first_seen, updated, document)
                    VALUES (\(source.id), 'a', 'Flow a', 'a.json', \(true), 'd1', \(Instant.start), \(Instant.start),
                        \(try JSONWriter.text(of: workflow)))
                    """
                )
                try connection.execute(
                    """
                    INSERT INTO credentials (source, key, kind, first_seen, updated, document)
                    VALUES (\(source.id), \(credential.key), 'accessKey', \(Instant.start), \(Instant.start),
                        \(try JSONWriter.text(of: credential)))
                    """
                )
                for step in ["Send", "Again"] {
                    try connection.execute(
                        """
                        INSERT INTO workflow_credentials (source, workflow, step, credential, disabled)
                        VALUES (\(source.id), 'a', \(step), 'slackApi|id:1', \(false))
                        """
                    )
                }
                try connection.execute(
                    """
                    INSERT INTO identities (id, kind, name, name_key, search, state, class, class_rank, class_reasons,
                        level, source, workflow, declared_reach, first_seen, updated)
                    VALUES (\(identity), 'workflow', 'Flow a', 'flow a', 'flow a', 'discovered', 'readOnly', 0, '[]',
                        'enforce', \(source.id), 'a', '[]', \(Instant.start), \(Instant.start))
                    """
                )
            }
            try await Migrator(StoreSchema.migrations).migrate(database, at: 0)
            let found = try await database.read { try WorkflowTable.find("a", of: source.id, in: $0) }
            #expect(found == StoredWorkflow(source: source.id, workflow, firstSeen: .start, updated: .start))
            let kept = try await database.read { try CredentialTable.find(credential.key, of: source.id, in: $0) }
            #expect(kept?.part == credential)
            let users = try await database.read {
                try CredentialUseTable.users(of: "slackApi|id:1", kind: .workflow, in: source.id, $0)
            }
            #expect(users == ["a"])
            let governed = try await database.read { try IdentityTable.find(identity, in: $0) }
            #expect(governed?.principal == nil)
            #expect(governed?.touchesIdentity == false)
            #expect(try await database.read { try SourceTable.unfollowed(in: $0) }.isEmpty)
            #expect(try await database.read { try SourceTable.all(in: $0) }.map(\.id) == [source.id])
        }
    }
}
