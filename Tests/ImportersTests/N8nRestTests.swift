import Domain
import Foundation
import TestSupport
import Testing

@testable import Importers

/// Credentials, variables, settings and marks: what n8n's files say beside the graph of a workflow.
struct N8nRestTests {
    private let step = node("a", "n8n-nodes-base.set")

    /// Made at run time, so that nothing here looks like a live secret.
    private let secret = "s3" + String(UInt64.random(in: .max / 2 ... .max), radix: 36) + "Xq"

    private var options: ImportOptions {
        var options = ImportOptions()
        options.fingerprint = { Fingerprint(hex: hex($0.reversed())) }
        return options
    }

    private func print(of secret: String) -> Fingerprint { Fingerprint(hex: hex(Array(secret.utf8).reversed())) }

    @Test("A decrypted export of credentials leaves fingerprints, scopes and a remark, and no value")
    func decrypted() async throws {
        let text = """
            [{"id": "1", "name": "Acme", "type": "acmeApi", "createdAt": "2025-01-02T03:04:05.000Z",
              "updatedAt": "2025-02-03T04:05:06.000Z", "isManaged": false, "data": {"url": "https://x.example", "apiKey": "\(secret)"}},
             {"id": "2", "name": "Graph", "type": "microsoftOAuth2Api", "isManaged": false,
              "data": {"clientId": "c", "clientSecret": "other", "scope": "User.Read Mail.Send",
                       "oauthTokenData": {"access_token": "a-\(secret)", "refresh_token": "\(secret)"}}},
             {"id": "3", "name": "Vault", "type": "acmeApi", "isManaged": false, "data": {"apiKey": "={{ $secrets.acme }}"}}]
            """
        let estate = try await onlyEstate(["credentials.json": text], options: options)
        #expect(estate.credentials.map(\.fingerprint) == [print(of: secret), nil, print(of: secret)])
        #expect(estate.credentials.map(\.reference.id) == ["1", "3", "2"])
        #expect(estate.credentials.last?.scopes == ["User.Read", "Mail.Send"])
        #expect(estate.credentials.first?.createdAt == Instant("2025-01-02T03:04:05Z"))
        #expect(estate.credentials.first?.lastRotated == Instant("2025-02-03T04:05:06Z"))
        #expect(estate.source.capabilities.answer(.secretValues) == .yes)
        #expect(estate.source.capabilities.answer(.scopes) == .partly)
        #expect(estate.remarks.map(\.reason).contains { $0.hasPrefix("2 credentials with their values in plain text") })
        let encoded = String(decoding: try JSONEncoder().encode(estate), as: UTF8.self)
        #expect(!encoded.contains(secret))
        #expect(estate.counts["declaredCredentials"] == 3)
    }

    @Test("The secret of a credential and the same one in a parameter have one fingerprint")
    func sameSecret() async throws {
        let header = #"{"headerParameters": {"parameters": [{"name": "X-Api-Key", "value": "\#(secret)"}]}}"#
        let estate = try await onlyEstate(
            [
                "credentials.json": """
                [{"id": "1", "name": "Acme", "type": "httpHeaderAuth", "data": {"name": "X-Api-Key", "value": "\(secret)"}}]
                """,
                "w.json": workflow("w", nodes: [node("call", "n8n-nodes-base.httpRequest", parameters: header)]),
            ],
            options: options
        )
        #expect(estate.workflows.first?.steps.first?.literalSecrets.map(\.fingerprint) == [print(of: secret)])
        #expect(estate.credentials.map(\.fingerprint) == [print(of: secret)])
    }

    @Test("An encrypted export says that its values are encrypted, and leaves no fingerprint of them")
    func encrypted() async throws {
        let text =
            #"[{"id": "1", "name": "Acme", "type": "acmeApi", "isManaged": false, "data": "U2FsdGVkX18\#(secret)"}]"#
        let estate = try await onlyEstate(["credentials.json": text], options: options)
        #expect(estate.credentials.map(\.fingerprint) == [nil])
        #expect(estate.source.capabilities.answer(.secretValues) == .no)
        #expect(estate.source.capabilities.notes[.secretValues]?.contains("encrypted") == true)
        let encoded = String(decoding: try JSONEncoder().encode(estate), as: UTF8.self)
        #expect(!encoded.contains(secret))
    }

    @Test("A variable with a secret is a credential of its own; one of a stub is only counted")
    func variables() async throws {
        let estate = try await onlyEstate(
            [
                "variables.json": """
                [{"id": "v1", "key": "CRM_API_KEY", "type": "string", "value": "\(secret)"},
                 {"id": "v2", "key": "REGION", "type": "string", "value": "europe"}]
                """,
                "workflows/w.json": workflow("w", nodes: [step]),
                "variable_stubs.json": #"[{"id": "v3", "key": "OTHER_API_KEY", "type": "string", "value": ""}]"#,
            ],
            options: options
        )
        #expect(
            estate.credentials.map(\.reference) == [
                CredentialReference(kind: "variable", id: "v1", name: "CRM_API_KEY")
            ]
        )
        #expect(estate.credentials.first?.fingerprint == print(of: secret))
        #expect(estate.counts["companionFiles"] == 2)
        #expect(estate.remarks.contains { $0.reason.contains("`CRM_API_KEY`") })
    }

    @Test("Settings say which workflow runs on errors and who else may start this one")
    func settings() async throws {
        let settings = """
            "id": "A", "settings": {"errorWorkflow": "E", "callerPolicy": "workflowsFromAList", "callerIds": "B, C",
            "availableInMCP": true},
            """
        let estate = try await onlyEstate(["w.json": workflow("w", nodes: [step], extra: settings)])
        #expect(estate.workflows.first?.calls == ["E"])
        #expect(estate.trusts.map(\.from) == ["B", "C", "*"])
        #expect(estate.trusts.allSatisfy { $0.to == "A" && $0.kind == .calls })
        #expect(estate.trusts.map(\.isExternal) == [false, false, true])
        #expect(estate.source.capabilities.trusts)
    }

    @Test("A policy that lets every workflow call is a trust; the stricter ones are none")
    func callerPolicy() async throws {
        for (policy, count) in [("any", 1), ("none", 0), ("workflowsFromSameOwner", 0)] {
            let extra = #""settings": {"callerPolicy": "\#(policy)"},"#
            let estate = try await onlyEstate(["w.json": workflow("w", nodes: [step], extra: extra)])
            #expect(estate.trusts.count == count, "\(policy)")
        }
    }

    @Test("Workflows that call each other in a circle are remarked once")
    func circle() async throws {
        func calling(_ id: String, _ called: String) -> String {
            workflow(
                id,
                nodes: [
                    node(
                        "go",
                        "n8n-nodes-base.executeWorkflow",
                        parameters: #"{"workflowId": {"__rl": true, "value": "\#(called)"}}"#
                    )
                ],
                extra: #""id": "\#(id)","#
            )
        }
        let estate = try await onlyEstate([
            "a.json": calling("A", "B"), "b.json": calling("B", "C"), "c.json": calling("C", "A"),
            "d.json": calling("D", "A"), "e.json": calling("E", "E"),
        ])
        let said = estate.remarks.map(\.reason).filter { $0.contains("circle") }
        #expect(said.count == 2)
        #expect(said.contains { $0.hasSuffix("`A` calls `B` calls `C` calls `A`") })
        #expect(said.contains { $0.hasSuffix("`E` calls `E`") })
        #expect(estate.workflows.map(\.calls) == [["B"], ["C"], ["A"], ["A"], ["E"]])
    }

    @Test(
        "Steps carry the marks of the platform's own audit",
        arguments: [
            (
                "n8n-nodes-base.postgres", #"{"operation": "executeQuery", "query": "=select {{ $json.x }}"}"#,
                ["expression-in-query", "query-without-parameters"]
            ),
            (
                "n8n-nodes-base.postgres",
                #"{"operation": "executeQuery", "query": "select 1", "additionalFields": {"queryParams": "a"}}"#, []
            ),
            (
                "n8n-nodes-base.postgres",
                #"{"operation": "executeQuery", "query": "x", "additionalFields": {"queryParams": "=a"}}"#,
                ["expression-in-query"]
            ),
            ("n8n-nodes-base.mySql", #"{"operation": "executeQuery", "query": "select 1"}"#, []),
            ("n8n-nodes-base.postgres", #"{"operation": "insert"}"#, []),
            ("n8n-nodes-base.readBinaryFile", "{}", ["file-access"]),
            ("n8n-nodes-acme.crm", "{}", ["community-node"]),
            ("n8n-nodes-base.webhook", "{}", ["unprotected-webhook"]),
            ("n8n-nodes-base.webhook", #"{"authentication": "headerAuth"}"#, []),
        ] as [(String, String, [String])]
    )
    func marks(type: String, parameters: String, expected: [String]) async throws {
        let estate = try await onlyEstate(["w.json": workflow("w", nodes: [node("a", type, parameters: parameters)])])
        #expect(estate.workflows.first?.steps.first?.marks ?? [] == expected)
    }

    @Test("A webhook whose next step checks the caller is not unprotected")
    func checkedWebhook() async throws {
        let nodes = [node("hook", "n8n-nodes-base.webhook"), node("check", "n8n-nodes-base.if")]
        let connections = #"{"hook": {"main": [[{"node": "check", "type": "main", "index": 0}]]}}"#
        let estate = try await onlyEstate(["w.json": workflow("w", nodes: nodes, connections: connections)])
        #expect(estate.workflows.first?.steps.allSatisfy { $0.marks == nil } == true)
    }

    @Test("Files beside workflows are recognised among those of other formats")
    func recognised() {
        let importer = N8nImporter()
        func recognises(_ path: String, _ text: String) -> Bool {
            importer.recognises(SourceFile(path: path, bytes: Array(text.utf8)))
        }
        #expect(recognises("a.json", workflow("w", nodes: [step])))
        #expect(recognises("x/credential_stubs/1.json", #"{"id": "1", "type": "t", "data": {}}"#))
        #expect(recognises("c.json", #"[{"id": "1", "type": "t", "data": "x", "isManaged": false}]"#))
        #expect(!recognises("package.json", #"{"name": "x", "type": "module"}"#))
        #expect(!recognises("d.json", #"{"data": [1], "type": "list"}"#))
    }

    @Test("A workflow has a sketch of its graph, equal for copies")
    func sketch() async throws {
        let nodes = (0..<5).map { node("n\($0)", "n8n-nodes-base.set") }
        let estate = try await onlyEstate([
            "a.json": workflow("a", nodes: nodes), "b.json": workflow("b", nodes: nodes),
        ])
        let sketches = estate.workflows.map(\.sketch)
        #expect(sketches[0] != nil)
        #expect(sketches[0] == sketches[1])
    }
}
