import Domain
import Importers
import Testing

struct NodeREDImporterTests {
    private func estate(_ files: [String: String], options: ImportOptions = ImportOptions()) async throws -> Estate {
        let estates = try await imported(files, options: options, by: NodeREDImporter())
        guard let estate = estates.first, estates.count == 1 else { throw NoSingleEstate(count: estates.count) }
        return estate
    }

    private func node(
        _ id: String,
        _ type: String,
        in tab: String? = "t1",
        to targets: [String] = [],
        _ more: String = ""
    )
        -> String
    {
        let z = tab.map { "\"z\": \"\($0)\", " } ?? ""
        let wires = targets.map { "\"\($0)\"" }.joined(separator: ", ")
        return "{\"id\": \"\(id)\", \"type\": \"\(type)\", \(z)\(more) \"x\": 1, \"y\": 2, \"wires\": [[\(wires)]]}"
    }

    private func tab(_ id: String, _ label: String, _ more: String = "") -> String {
        "{\"id\": \"\(id)\", \"type\": \"tab\", \"label\": \"\(label)\", \(more) \"info\": \"\"}"
    }

    private func list(_ nodes: String...) -> String { "[" + nodes.joined(separator: ",\n") + "]" }

    @Test("A flow file and an answer of the API give the same: tabs and subflows are workflows")
    func forms() async throws {
        let nodes = list(
            tab("t1", "Orders", #""disabled": false,"#),
            tab("t2", "Old", #""disabled": true,"#),
            #"{"id": "s1", "type": "subflow", "name": "Notify", "in": [], "out": []}"#,
            node("n1", "inject", to: ["n2"], #""repeat": "60", "crontab": "","#),
            node("n2", "subflow:s1"),
            node("n3", "debug", in: "t2", #""d": true,"#),
            node("n4", "function", in: "s1", #""func": "return msg;","#),
            node("c", "comment"),
        )
        for text in [nodes, "{\"flows\": \(nodes), \"rev\": \"x\"}"] {
            let estate = try await estate(["flows.json": text])
            #expect(estate.workflows.map(\.key) == ["t1", "t2", "s1"])
            #expect(estate.workflows.map(\.name) == ["Orders", "Old", "Notify"])
            #expect(estate.workflows.map(\.active) == [true, false, nil])
            #expect(estate.workflows.map(\.calls) == [["s1"], [], []])
            #expect(estate.workflows[0].triggers.map(\.schedule) == ["every 60 s"])
            #expect(estate.workflows[1].steps.map(\.disabled) == [true])
            #expect(estate.workflows[2].steps.map(\.effect.identityClass) == [.privileged])
            #expect(estate.counts["steps"] == 4)
        }
    }

    @Test("Nodes without a place are credentials, shared ones are counted, and those of a dashboard are none")
    func configs() async throws {
        let text = list(
            tab("t1", "A"),
            tab("t2", "B"),
            #"{"id": "b1", "type": "mqtt-broker", "name": "Factory", "broker": "mqtt.corp.example", "tls": "tls1"}"#,
            #"{"id": "tls1", "type": "tls-config", "name": ""}"#,
            #"{"id": "g1", "type": "ui_group", "name": "G"}"#,
            node("n1", "mqtt out", #""broker": "b1", "topic": "x","#),
            node("n2", "mqtt in", in: "t2", #""broker": "b1", "topic": "x","#),
            node("n3", "ui_button", #""group": "g1","#),
        )
        let estate = try await estate(["flows.json": text])
        #expect(estate.credentials.map(\.key) == ["mqtt-broker|id:b1", "tls-config|id:tls1"])
        #expect(estate.counts["configNodes"] == 3)
        #expect(estate.counts["sharedConfigNodes"] == 1)
        #expect(estate.counts["sharedCredentials"] == 1)
        #expect(estate.workflows[0].steps[0].effect.identityClass == .changeCapable)
        #expect(estate.workflows[1].triggers.map(\.kind) == [.event])
    }

    @Test("Callbacks, commands, requests and links to other tabs are told")
    func nodes() async throws {
        let text = list(
            tab("t1", "A"),
            tab("t2", "B"),
            node("h", "http in", to: ["r"], #""url": "/orders/:id", "method": "put","#),
            node("r", "http request", to: ["l"], #""method": "POST", "url": "https://api.example/orders","#),
            node("u", "http request", #""method": "use", "url": "","#),
            node("e", "exec", #""command": "reboot","#),
            "{\"id\": \"l\", \"type\": \"link out\", \"z\": \"t1\", \"links\": [\"i\"], \"x\": 1, \"y\": 1, \"wires\": []}",
            "{\"id\": \"i\", \"type\": \"link in\", \"z\": \"t2\", \"links\": [\"l\"], \"x\": 1, \"y\": 1, \"wires\": [[]]}",
            node("p", "postgresql", in: "t2", #""query": "SELECT 1","#),
            node("q", "acme thing", in: "t2"),
        )
        let estate = try await estate(["flows.json": text])
        let first = try #require(estate.workflows.first)
        #expect(first.triggers.compactMap(\.callback) == [Callback(methods: ["PUT"], path: "/orders/:id")])
        #expect(first.calls == ["t2"])
        #expect(first.steps.map(\.effect.identityClass) == [.readOnly, .changeCapable, nil, .privileged, .readOnly])
        #expect(first.steps[1].target == "api.example")
        #expect(estate.workflows[1].steps.map(\.effect.identityClass) == [.readOnly, .privileged, nil])
        #expect(estate.counts["unauthenticatedWebhooks"] == 1)
    }

    @Test("The credentials file gives fingerprints, or only says that it is encrypted")
    func credentialFile() async throws {
        let secret = testSecret()
        let flows = list(
            tab("t1", "A"),
            #"{"id": "b1", "type": "mqtt-broker", "name": "F"}"#,
            node("n1", "mqtt out", #""broker": "b1","#),
            node("n2", "http request", #""method": "GET", "url": "","#),
        )
        var options = ImportOptions()
        options.fingerprint = { Fingerprint(hex: "len\($0.count)") }
        let plain = #"{"b1": {"user": "robot", "password": "\#(secret)"}, "n2": {"user": "u", "password": "p"}}"#
        let open = try await estate(["flows.json": flows, "flows_cred.json": plain], options: options)
        #expect(open.credentials.map(\.key) == ["http request|id:n2", "mqtt-broker|id:b1"])
        #expect(open.credentials.map(\.fingerprint?.hex) == ["len1", "len\(secret.utf8.count)"])
        #expect(open.workflows[0].steps[1].credentials.map(\.id) == ["n2"])
        #expect(open.remarks.map(\.path) == ["flows_cred.json"])
        #expect(!String(describing: open).contains(secret))
        let closed = try await estate(["flows.json": flows, "flows_cred.json": #"{"$": "a384732c"}"#])
        #expect(closed.credentials.map(\.fingerprint) == [nil])
        #expect(closed.counts["encryptedCredentialFiles"] == 1)
        #expect(closed.source.capabilities.notes[.secretValues] == "the credentials file is encrypted")
    }

    @Test("Secrets in nodes, in tabs' variables and in config nodes are found; what an environment gives is none")
    func secrets() async throws {
        let (first, second, third) = (testSecret(), testSecret(), testSecret())
        let text = list(
            tab("t1", "A", #""env": [{"name": "API_KEY", "type": "str", "value": "\#(first)"}],"#),
            #"{"id": "c1", "type": "acme-account", "token": "\#(second)", "password": "\#(testSecret())", "passwordFieldType": "env"}"#,
            node(
                "n1",
                "http request",
                #""method": "GET", "url": "", "headers": [{"name": "x-api-key", "value": "\#(third)"}],"#
            ),
            node("n2", "acme", #""account": "c1","#),
        )
        let estate = try await estate(["flows.json": text])
        let steps = try #require(estate.workflows.first).steps
        #expect(steps[0].literalSecrets.map(\.place) == ["node.headers[0].value", "node.env[0].value"])
        #expect(steps[1].literalSecrets.map(\.place) == ["config acme-account c1: node.token"])
        let told = String(describing: estate)
        #expect(![first, second, third].contains(where: told.contains))
    }

    @Test("An exported piece of a tab is a workflow of its file, and copies are found")
    func pieces() async throws {
        func piece(_ ids: [String], tab: String) -> String {
            list(
                node(ids[0], "inject", in: tab, to: [ids[1]], #""name": "\#(ids[0])","#),
                node(ids[1], "function", in: tab, to: [ids[2]]),
                node(ids[2], "debug", in: tab),
            )
        }
        let estate = try await estate([
            "a.json": piece(["a", "b", "c"], tab: "gone"), "b.json": piece(["d", "e", "f"], tab: "gone"),
        ])
        #expect(estate.workflows.map(\.key) == ["a.json", "b.json"])
        #expect(estate.workflows.map(\.active) == [nil, nil])
        #expect(estate.counts["cloneGroups"] == 1)
    }

    @Test("Files of a project that are no flows are known as such, and broken ones are rejected")
    func others() async throws {
        let estate = try await estate([
            "flows.json": list(tab("t1", "A"), "7", node("n", "debug")), "package.json": #"{"name": "x"}"#,
            "list.json": #"[{"id": "a", "type": "thing"}]"#, "bad.json": "[{\"id\": 1,]",
        ])
        #expect(estate.counts["otherFiles"] == 2)
        #expect(estate.rejected.map(\.path) == ["bad.json"])
        #expect(estate.workflows.count == 1)
        #expect(estate.remarks.map(\.path) == ["flows.json", "list.json", "package.json"])
    }
}
