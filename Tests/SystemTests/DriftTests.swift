import Foundation
import Testing

/// What a second import says of changes that somebody made by hand.
@Suite(.serialized)
struct DriftTests {
    private struct Outcome: Decodable {
        struct Source: Decodable {
            struct Changed: Decodable {
                var name: String
                var changes: [String]
            }

            var changed: [Changed]
            var unchanged: Int
        }

        var sources: [Source]
    }

    private func workflow(_ id: String, owner: String, nodes: String = "", credential: String = "") -> String {
        """
        {
          "id": "\(id)", "name": "flow \(id)", "active": true,
          "owner": {"type": "personal", "personalEmail": "\(owner)"},
          "nodes": [
            {"id": "1", "name": "Cron", "type": "n8n-nodes-base.scheduleTrigger", "typeVersion": 1, "position": [0, 0],
             "parameters": {"rule": {"interval": [{"field": "hours"}]}}},
            {"id": "2", "name": "Tell", "type": "n8n-nodes-base.slack", "typeVersion": 2, "position": [9, 9],
             "parameters": {"resource": "message", "operation": "post"}\(credential)}\(nodes)
          ],
          "connections": {"Cron": {"main": [[{"node": "Tell", "type": "main", "index": 0}]]}}
        }
        """
    }

    @Test("N7, N8, B9: three changes by hand are told as exactly what they are, and kept with the identity")
    func byHand() async throws {
        try await withHome { home in
            let ana = "ana@example.com"
            let before = ["one", "two", "three", "four"].map { ("estate/\($0).json", workflow($0, owner: ana)) }
            try Estates.write(Dictionary(uniqueKeysWithValues: before), to: home)
            try await Program.succeed(["import", "estate"], in: home)
            let hook = """
                , {"id": "3", "name": "Hook", "type": "n8n-nodes-base.webhook", "typeVersion": 1, "position": [5, 5],
                 "parameters": {"path": "orders", "httpMethod": "POST"}}
                """
            let credential = #", "credentials": {"slackApi": {"id": "7", "name": "Slack of sales"}}"#
            try Estates.write(
                [
                    "estate/one.json": workflow("one", owner: ana, credential: credential),
                    "estate/two.json": workflow("two", owner: ana, nodes: hook),
                    "estate/three.json": workflow("three", owner: "ben@example.com"),
                ],
                to: home,
            )
            let again = try await Program.succeed(["import", "estate", "--json"], in: home).json(Outcome.self)
            let source = try #require(again.sources.first)
            #expect(source.unchanged == 1)
            let changes = Dictionary(uniqueKeysWithValues: source.changed.map { ($0.name, $0.changes) })
            #expect(
                changes == [
                    "flow one": ["new credential `slackApi Slack of sales (7) on Tell`"],
                    "flow two": ["new callback `POST orders (no authentication)`"],
                    "flow three": ["owner changed from `ana@example.com` to `ben@example.com`"],
                ]
            )
            let shown = try await Program.succeed(["identity", "show", "flow two"], in: home).output
            #expect(shown.contains("CHANGES OF ITS DEFINITION"))
            #expect(shown.contains("new callback `POST orders (no authentication)`"))
        }
    }

    @Test("Copies of a workflow are its family, over sources")
    func family() async throws {
        try await withHome { home in
            try Estates.write(
                [
                    "one/a.json": Estates.workflow("a", name: "alpha"),
                    "one/b.json": Estates.workflow("b", name: "beta"),
                    "two/c.json": Estates.workflow("c", name: "gamma", credential: "other"),
                ],
                to: home,
            )
            try await Program.succeed(["import", "one"], in: home)
            try await Program.succeed(["import", "two"], in: home)
            struct Family: Decodable {
                struct Kin: Decodable {
                    var name: String
                    var relation: String
                }

                var kin: [Kin]
            }
            let family = try await Program.succeed(["identity", "family", "alpha", "--json"], in: home).json(
                Family.self
            )
            #expect(Set(family.kin.map(\.name)) == ["beta", "gamma"])
            #expect(family.kin.allSatisfy { ["copy", "clone"].contains($0.relation) })
            let sources = try await Program.succeed(["sources"], in: home).output
            #expect(sources.contains("one") && sources.contains("two") && sources.contains("lastUse"))
        }
    }
}
