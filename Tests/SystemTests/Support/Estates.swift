import Foundation

/// Workflow files that a test writes for itself.
enum Estates {
    /// A workflow that reads a table, with one credential and one webhook.
    static func workflow(_ id: String, name: String, credential: String = "cred-1", path: String? = nil) -> String {
        """
        {
          "id": "\(id)", "name": "\(name)", "active": true,
          "nodes": [
            {"id": "1", "name": "Hook", "type": "n8n-nodes-base.webhook", "typeVersion": 1, "position": [0, 0],
             "parameters": {"path": "\(path ?? id)", "httpMethod": "POST"}},
            {"id": "2", "name": "Rows", "type": "n8n-nodes-base.postgres", "typeVersion": 2, "position": [200, 0],
             "parameters": {"operation": "select", "table": "orders"},
             "credentials": {"postgres": {"id": "\(credential)", "name": "Orders database"}}},
            {"id": "3", "name": "Tell", "type": "n8n-nodes-base.slack", "typeVersion": 2, "position": [400, 0],
             "parameters": {"resource": "message", "operation": "post"},
             "credentials": {"slackApi": {"id": "slack-\(id)", "name": "Slack \(id)"}}}
          ],
          "connections": {
            "Hook": {"main": [[{"node": "Rows", "type": "main", "index": 0}]]},
            "Rows": {"main": [[{"node": "Tell", "type": "main", "index": 0}]]}
          }
        }
        """
    }

    static func write(_ files: [String: String], to folder: String) throws {
        for (name, text) in files {
            let path = "\(folder)/\(name)"
            let parent = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }
    }
}

/// Runs `body` with a folder of its own, removed afterwards.
func withHome<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let home = "/tmp/penstock-system-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
        atPath: home,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700],
    )
    defer { try? FileManager.default.removeItem(atPath: home) }
    return try await body(home)
}
