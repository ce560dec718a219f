import Domain
import Importers
import Testing

struct N8nImporterTests {
    private let step = node("a", "n8n-nodes-base.set")

    @Test("Every form of export is read")
    func forms() async throws {
        let one = workflow("one", nodes: [step], extra: "\"id\": \"A\",")
        let two = workflow("two", nodes: [step], extra: "\"id\": \"B\",")
        for text in [
            "[\(one), \(two)]", "{\"workflows\": [\(one), \(two)]}",
            "{\"data\": [\(one), \(two)], \"nextCursor\": null}",
        ] {
            let estate = try await onlyEstate(["export.json": text])
            #expect(estate.workflows.map(\.key) == ["A", "B"])
            #expect(estate.counts["files"] == 1)
        }
        let single = try await onlyEstate(["export.json": one])
        #expect(single.workflows.map(\.key) == ["A"])
    }

    @Test("One file may be imported by its own path")
    func singleFile() async throws {
        let text = workflow("one", nodes: [step])
        let estates = try await imported(["a/one.json": text]) { folder in
            #expect(folder.hasPrefix("/"))
        }
        #expect(estates.first?.workflows.map(\.path) == ["a/one.json"])
    }

    @Test(
        "Whether a workflow is active has three answers",
        arguments: [
            ("", nil), ("\"active\": true,", true), ("\"active\": false,", false), ("\"active\": \"false\",", false),
            ("\"active\": null,", nil), ("\"activeVersionId\": null,", false), ("\"activeVersionId\": \"v\",", true),
        ] as [(String, Bool?)]
    )
    func active(extra: String, expected: Bool?) async throws {
        let estate = try await onlyEstate(["a.json": workflow("w", nodes: [step], extra: extra)])
        #expect(estate.workflows.map(\.active) == [expected])
    }

    @Test(
        "Owners are read in each of their shapes",
        arguments: [
            (
                #""owner": {"type": "personal", "personalEmail": "ann@x.example"},"#,
                OwnerHint(kind: .person, text: "ann@x.example"), nil
            ),
            (
                #""owner": {"type": "team", "teamId": "T", "teamName": "Data"},"#, OwnerHint(kind: .team, text: "Data"),
                "Data"
            ),
            (#""owner": "ann@x.example","#, OwnerHint(kind: .person, text: "ann@x.example"), nil),
            (
                #""shared": [{"role": "workflow:owner", "projectId": "P9"}],"#, OwnerHint(kind: .unknown, text: "P9"),
                nil
            ),
            (
                #""shared": [{"role": "workflow:owner", "project": {"name": "Ops", "type": "team"}}],"#,
                OwnerHint(kind: .team, text: "Ops"), "Ops"
            ),
            (
                #""shared": [{"role": "workflow:owner", "projectId": "P1"}],"#,
                OwnerHint(kind: .team, text: "Integrations"), "Integrations"
            ),
            ("", nil, nil),
        ] as [(String, OwnerHint?, String?)]
    )
    func owners(extra: String, hint: OwnerHint?, project: String?) async throws {
        let estate = try await onlyEstate([
            "workflows/a.json": workflow("w", nodes: [step], extra: extra),
            "projects/P1.json": #"{"id": "P1", "name": "Integrations", "type": "team"}"#,
        ])
        #expect(estate.workflows.map(\.owner) == [hint])
        #expect(estate.workflows.map(\.project) == [project])
        #expect(estate.counts["projects"] == 1)
    }

    @Test("Tags come from the workflow and from the mappings of its source")
    func tags() async throws {
        let estate = try await onlyEstate([
            "workflows/a.json": workflow(
                "w",
                nodes: [step],
                extra: #""id": "A", "tags": ["x", {"id": "1", "name": "y"}],"#
            ),
            "tags.json":
                #"{"tags": [{"id": "t", "name": "env:prod"}], "mappings": [{"workflowId": "A", "tagId": "t"}]}"#,
        ])
        #expect(estate.workflows.map(\.tags) == [["x", "y", "env:prod"]])
        #expect(estate.workflows.map(\.environment) == ["production"])
        #expect(estate.counts["companionFiles"] == 1)
    }

    @Test("Credential references are read in their new and old form, with and without id")
    func references() async throws {
        let credentials =
            #"{"a": {"id": "1", "name": "n"}, "b": {"id": null, "name": "n"}, "c": {"id": "", "name": "m"}, "d": "old"}"#
        let estate = try await onlyEstate(["a.json": workflow("w", nodes: [node("s", "x.y", credentials: credentials)])]
        )
        let expected = ["a|id:1", "b|name:n", "c|name:m", "d|name:old"]
        #expect(estate.workflows.first?.steps.first?.credentials.map(\.key) == expected)
        #expect(estate.credentials.map(\.key) == expected)
    }

    @Test("Webhooks, schedules and other triggers are told apart")
    func triggers() async throws {
        let nodes = [
            node("h", "n8n-nodes-base.webhook", parameters: #"{"path": "in", "httpMethod": ["POST", "GET"]}"#),
            node("k", "n8n-nodes-base.webhook", parameters: #"{"path": "k", "authentication": "headerAuth"}"#),
            node(
                "s",
                "n8n-nodes-base.scheduleTrigger",
                parameters: #"{"rule": {"interval": [{"field": "cronExpression", "expression": "0 6 * * *"}]}}"#
            ),
            node("i", "n8n-nodes-base.interval", parameters: #"{"interval": 5, "unit": "minutes"}"#),
            node("e", "n8n-nodes-base.gmailTrigger"), node("m", "n8n-nodes-base.manualTrigger"),
            node("n", "n8n-nodes-base.stickyNote"),
        ]
        let estate = try await onlyEstate(["a.json": workflow("w", nodes: nodes)])
        let triggers = try #require(estate.workflows.first).triggers
        #expect(triggers.map(\.kind) == [.webhook, .webhook, .schedule, .schedule, .event, .manual])
        #expect(triggers[0].callback == Callback(methods: ["GET", "POST"], path: "in"))
        #expect(triggers[1].callback == Callback(methods: ["GET"], path: "k", authentication: "headerAuth"))
        #expect(triggers[2].schedule == "0 6 * * *")
        #expect(triggers[3].schedule == "interval=5 unit=minutes")
        #expect(estate.counts["webhooks"] == 2)
        #expect(estate.counts["unauthenticatedWebhooks"] == 1)
        #expect(estate.counts["schedules"] == 2)
        #expect(estate.counts["steps"] == 6)
    }

    @Test("Calls of other workflows are kept by id")
    func calls() async throws {
        let nodes = [
            node("a", "n8n-nodes-base.executeWorkflow", parameters: #"{"workflowId": "W2"}"#),
            node(
                "b",
                "n8n-nodes-base.executeWorkflow",
                parameters: #"{"workflowId": {"__rl": true, "mode": "list", "value": "W1"}}"#
            ),
            node(
                "c",
                "@n8n/n8n-nodes-langchain.toolWorkflow",
                parameters: #"{"workflowId": {"__rl": true, "value": "={{ $json.id }}"}}"#
            ),
        ]
        let estate = try await onlyEstate(["a.json": workflow("w", nodes: nodes)])
        #expect(estate.workflows.first?.calls == ["W1", "W2"])
    }

    @Test("A secret in a parameter is named by place and fingerprint, and its value is gone")
    func literalSecrets() async throws {
        let parameters =
            #"{"headerParameters": {"parameters": [{"name": "x", "value": "y"}, {"name": "api-key", "value": "demo-only-\u0037f3a9c21e4b85d06"}]}}"#
        var options = ImportOptions()
        options.fingerprint = { bytes in Fingerprint(hex: "len\(bytes.count)") }
        let estate = try await onlyEstate(
            ["a.json": workflow("w", nodes: [node("s", "n8n-nodes-base.httpRequest", parameters: parameters)])],
            options: options,
        )
        let secrets = try #require(estate.workflows.first?.steps.first).literalSecrets
        #expect(secrets.map(\.place) == ["parameters.headerParameters.parameters[1].value"])
        #expect(secrets.map(\.rule) == ["secret-by-name"])
        #expect(secrets.map(\.fingerprint?.hex) == ["len26"])
        #expect(!String(describing: estate).contains("7f3a9c21e4b85d06"))
    }

    @Test("The digest follows what matters for security and nothing else")
    func digest() async throws {
        func digest(_ text: String) async throws -> String {
            try #require(try await onlyEstate(["a.json": text]).workflows.first).digest
        }
        let base = try await digest(workflow("w", nodes: [node("s", "x.y", parameters: #"{"a": 1, "b": "c"}"#)]))
        let laidOut = try await digest(
            #"{"name":"w","nodes":[{"type":"x.y","position":[9,9],"notes":"n","parameters":{"b":"\u0063","a":1},"credentials":{},"name":"s"}],"#
                + #""pinData":{"s":[1]},"versionId":"v","connections":{}}"#
        )
        let changed = try await digest(workflow("w", nodes: [node("s", "x.y", parameters: #"{"a": 2, "b": "c"}"#)]))
        let switched = try await digest(
            workflow("w", nodes: [node("s", "x.y", parameters: #"{"a": 1, "b": "c"}"#)], extra: "\"active\": true,")
        )
        #expect(base == laidOut)
        #expect(Set([base, changed, switched]).count == 3)
    }

    @Test("A secret enters the digest as its fingerprint only")
    func digestOfSecret() async throws {
        func digest(_ value: String, _ hex: String) async throws -> String {
            var options = ImportOptions()
            options.fingerprint = { _ in Fingerprint(hex: hex) }
            let step = node("s", "x.y", parameters: "{\"apiKey\": \"\(value)\"}")
            return try #require(
                try await onlyEstate(["a.json": workflow("w", nodes: [step])], options: options).workflows.first
            ).digest
        }
        let first = try await digest("demo-only-7f3a9c21e4b85d06", "f1")
        #expect(try await digest("demo-only-0a1b2c3d4e5f6a7b", "f1") == first)
        #expect(try await digest("demo-only-7f3a9c21e4b85d06", "f2") != first)
    }
}
