import Domain
import Gateway
import Testing

struct ProblemTests {
    @Test("A problem is written with its members in one order and its text escaped")
    func json() throws {
        let decision = AccessDecision(
            id: try #require(ID("dec_1")),
            verdict: .deny,
            policies: ["guardrail.not-active", "guardrail.stopped"],
            failed: [
                .init(policy: "grant.grt_1", condition: "resource in ?resource", values: ["resource = \"a\\b\""])
            ],
            errors: ["policy `x`: overflow"],
            reason: "line\nbreak\u{1}",
            fix: "penstock resume idn_1",
            version: 7,
        )
        let problem = Problem("denied", 403, title: "Denied", detail: "é \"quoted\"", decision: decision)
        #expect(
            problem.json == """
                {"type":"urn:penstock:problem:denied","title":"Denied","status":403,"detail":"é \\"quoted\\"",\
                "decision":"dec_1","verdict":"deny","policies":["guardrail.not-active","guardrail.stopped"],\
                "failed":[{"policy":"grant.grt_1","condition":"resource in ?resource",\
                "values":["resource = \\"a\\\\b\\""]}],"errors":["policy `x`: overflow"],"fix":"penstock resume idn_1"}

                """
        )
    }
}
