import Domain
import Importers
import Testing

struct CloneKeyTests {
    private func keys(_ nodes: [String], _ connections: String = "{}") async throws -> (clone: String?, graph: String?)
    {
        let estate = try await onlyEstate(["a.json": workflow("w", nodes: nodes, connections: connections)])
        let workflow = try #require(estate.workflows.first)
        return (workflow.cloneKey, workflow.graphKey)
    }

    private func chain(_ names: [String], credential: String) -> ([String], String) {
        let nodes = [
            node(names[0], "n8n-nodes-base.webhook"),
            node(names[1], "n8n-nodes-base.slack", credentials: "{\"slackApi\": {\"id\": \"\(credential)\"}}"),
            node(names[2], "n8n-nodes-base.noOp"),
        ]
        let connections = """
            {"\(names[0])": {"main": [[{"node": "\(names[1])", "type": "main", "index": 0}]]},
             "\(names[1])": {"main": [null, [{"node": "\(names[2])"}]]}}
            """
        return (nodes, connections)
    }

    @Test("A renamed copy has the same keys; another credential changes the clone key only")
    func copies() async throws {
        let (nodes, connections) = chain(["a", "b", "c"], credential: "1")
        let original = try await keys(nodes, connections)
        let (renamed, renamedConnections) = chain(["x", "y", "z"], credential: "1")
        let copy = try await keys(renamed.reversed(), renamedConnections)
        #expect(copy.clone == original.clone)
        #expect(copy.graph == original.graph)
        let (other, otherConnections) = chain(["a", "b", "c"], credential: "2")
        let changed = try await keys(other, otherConnections)
        #expect(changed.clone != original.clone)
        #expect(changed.graph == original.graph)
    }

    @Test("The key is the SHA-256 of the sorted lines")
    func vector() async throws {
        let (nodes, connections) = chain(["a", "b", "c"], credential: "1")
        let found = try await keys(nodes, connections)
        // Calculated by another program from the description in `docs/importers/n8n.md`.
        #expect(found.graph == "0f221905ebff4f07cce968f2710e0f1eb072d7963c8595d115e5f798716c5100")
        #expect(found.clone == "edff64eb9ceb63fa11e10f313b74388e378aced565426e62c87030736586f959")
    }

    @Test("Fewer than three nodes say too little, and notes on the canvas are no nodes")
    func small() async throws {
        let two = [node("a", "x.a"), node("b", "x.b"), node("n", "n8n-nodes-base.stickyNote")]
        #expect(try await keys(two).clone == nil)
        #expect(try await keys(two + [node("c", "x.c")]).clone != nil)
    }
}
