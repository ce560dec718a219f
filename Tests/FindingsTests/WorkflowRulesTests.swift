import Domain
import Findings
import Testing

/// Rules on callbacks, code of others and secrets in several environments.
struct WorkflowRulesTests {
    private func flow(_ key: String, path: String, methods: [String] = ["POST"]) -> Workflow {
        var flow = workflow(key)
        flow.triggers = [
            Trigger(kind: .webhook, step: "s", callback: Callback(methods: methods, path: path, authentication: nil))
        ]
        return flow
    }

    @Test("N3: two flows at one address are one finding; another method or instance is another address")
    func callbacks() {
        var elsewhere = flow("d", path: "in")
        elsewhere.instance = "other"
        let flows = [flow("a", path: "in"), flow("b", path: "in"), flow("c", path: "in", methods: ["GET"]), elsewhere]
        let found = findings("shared-callback", in: inventory(flows))
        #expect(found.map(\.severity) == [.medium])
        #expect(found.first?.evidence["workflows"] == .list(["workflow a", "workflow b"]))
        #expect(found.first?.evidence["callback"] == .text("POST in"))
        #expect(found.first?.evidence["withoutAuthentication"] == .number(2))
    }

    private func pipeline(_ key: String, pinned: Bool, third: Bool, secret: Bool) -> Workflow {
        var run = step("run", .readOnly, credentials: secret ? ["token"] : [])
        run.code = CodeReference(
            name: "someone/action",
            version: pinned ? "0123456789012345678901234567890123456789" : "v1",
            isPinned: pinned,
            isThirdParty: third
        )
        return workflow(key, [run])
    }

    @Test("Code of others that can change fires where there is a secret to take")
    func code() {
        let flows = [
            pipeline("fires", pinned: false, third: true, secret: true),
            pipeline("pinned", pinned: true, third: true, secret: true),
            pipeline("own", pinned: false, third: false, secret: true),
            pipeline("poor", pinned: false, third: true, secret: false),
        ]
        let found = findings("unpinned-code", in: inventory(flows))
        #expect(found.map { "\($0.subject.name) \($0.severity.rawValue)" } == ["workflow fires high"])
        #expect(found.first?.evidence["code"] == .list(["someone/action@v1"]))
    }

    @Test("P1: one secret in production and elsewhere is critical, wherever it stands")
    func environments() {
        var credential = Credential(reference: CredentialReference(kind: "api", id: "k", name: "key"))
        credential.fingerprint = Fingerprint(hex: "aabbccddeeff0011")
        credential.environment = "production"
        var flow = workflow("a", environment: "development")
        let secret = LiteralSecret(place: "p", rule: "r", fingerprint: Fingerprint(hex: "aabbccddeeff0011"))
        flow.steps[0].literalSecrets = [secret]
        let found = findings("secret-across-environments", in: inventory([flow], credentials: [credential]))
        #expect(found.map(\.severity) == [.critical])
        #expect(found.first?.evidence["environments"] == .list(["development", "production"]))
        #expect(found.first?.evidence["fingerprint"] == .text("aabbccddeeff"))
        credential.environment = "development"
        #expect(findings("secret-across-environments", in: inventory([flow], credentials: [credential])).isEmpty)
    }

    @Test("N6: a copy in another team is one step worse")
    func teams() {
        func copy(_ key: String, _ project: String, _ identityClass: IdentityClass) -> Workflow {
            var flow = workflow(key, [step("s", identityClass, credentials: ["k"])])
            flow.graphKey = "graph"
            flow.project = project
            return flow
        }
        func severity(_ identityClass: IdentityClass, _ teams: (String, String)) -> Finding.Severity? {
            let flows = [copy("a", teams.0, identityClass), copy("b", teams.1, identityClass)]
            return findings("clone-shares-access", in: inventory(flows)).first?.severity
        }
        #expect(severity(.changeCapable, ("crm", "crm")) == .medium)
        #expect(severity(.changeCapable, ("crm", "billing")) == .high)
        #expect(severity(.privileged, ("crm", "billing")) == .critical)
        #expect(severity(.readOnly, ("crm", "billing")) == .medium)
    }
}
