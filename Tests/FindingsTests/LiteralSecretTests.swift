import Domain
import Findings
import Testing

struct LiteralSecretTests {
    private func flow(_ key: String, environment: String? = nil, fingerprint: String = "f1") -> Workflow {
        var step = step("call")
        step.literalSecrets = [
            LiteralSecret(
                place: "parameters.apiKey",
                rule: "secret-by-name",
                fingerprint: Fingerprint(hex: fingerprint)
            )
        ]
        return workflow(key, [step], environment: environment)
    }

    @Test("A secret in a step is high and says where it stands")
    func fires() {
        let found = findings("literal-secret", in: inventory([flow("a"), workflow("b")]))
        #expect(found.map(\.severity) == [.high])
        #expect(found.first?.evidence["places"] == .list(["step `call`, parameters.apiKey"]))
    }

    @Test("The same secret in two environments is critical")
    func environments() {
        let found = findings(
            "literal-secret",
            in: inventory([flow("a", environment: "production"), flow("b", environment: "staging")])
        )
        #expect(found.map(\.severity) == [.critical, .critical])
        #expect(found.first?.evidence["workflowsWithTheSameSecret"] == .number(2))
    }

    @Test("Different secrets do not count as one")
    func different() {
        let flows = [flow("a", environment: "production"), flow("b", environment: "staging", fingerprint: "f2")]
        #expect(findings("literal-secret", in: inventory(flows)).map(\.severity) == [.high, .high])
    }
}
