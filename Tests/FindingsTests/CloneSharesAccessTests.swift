import Domain
import Findings
import Testing

struct CloneSharesAccessTests {
    private func flow(_ key: String, credential: String? = nil, path: String? = nil, created: Int64? = nil) -> Workflow
    {
        var flow = workflow(key, [step("s", .readOnly, credentials: credential.map { [$0] } ?? [])])
        flow.graphKey = "graph"
        flow.createdAt = created.map { Instant(seconds: $0) }
        if let path {
            flow.triggers = [Trigger(kind: .webhook, step: "s", callback: Callback(methods: ["POST"], path: path))]
        }
        return flow
    }

    @Test("N1: a copy with the same credential fires on the younger one and names the older")
    func credential() {
        let found = findings(
            "clone-shares-access",
            in: inventory([flow("young", credential: "k", created: 2), flow("old", credential: "k", created: 1)])
        )
        #expect(found.map(\.subject.name) == ["workflow young"])
        #expect(found.first?.evidence["original"] == .text("workflow old"))
        #expect(found.first?.evidence["sharedCredentials"] == .list(["name of k"]))
        #expect(found.map(\.severity) == [.low])
    }

    @Test("N2: a copy is told with the scopes that it inherits")
    func scopes() {
        var credential = Credential(reference: CredentialReference(kind: "api", id: "k", name: "key"))
        credential.scopes = ["orders.write", "orders.read"]
        let flows = [flow("a", credential: "k", created: 1), flow("b", credential: "k", created: 2)]
        let found = findings("clone-shares-access", in: inventory(flows, credentials: [credential]))
        #expect(found.map { $0.evidence["inheritedScopes"] } == [.list(["orders.read", "orders.write"])])
    }

    @Test("A copy with the same callback fires even without credentials")
    func callback() {
        let found = findings("clone-shares-access", in: inventory([flow("a", path: "in"), flow("b", path: "in")]))
        #expect(found.map(\.subject.name) == ["workflow b"])
        #expect(found.first?.evidence["sharedCallbacks"] == .list(["POST in"]))
        #expect(found.map(\.severity) == [.medium])
    }

    @Test("A copy with access of its own is silent, and so is another graph with the same credential")
    func silent() {
        var other = flow("c", credential: "k")
        other.graphKey = "another"
        let flows = [flow("a", credential: "k", path: "one"), flow("b", credential: "l", path: "two"), other]
        #expect(findings("clone-shares-access", in: inventory(flows)).isEmpty)
    }

    @Test("Of five copies four fire, each once")
    func many() {
        let flows = (1...5).map { flow("w\($0)", credential: "k", path: "in", created: Int64($0)) }
        let found = findings("clone-shares-access", in: inventory(flows))
        #expect(Set(found.map(\.subject.name)) == ["workflow w2", "workflow w3", "workflow w4", "workflow w5"])
        #expect(found.count == 4)
    }
}
