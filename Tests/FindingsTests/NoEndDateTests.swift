import Domain
import Findings
import Testing

struct NoEndDateTests {
    @Test("Without an expiry it fires and proposes the longest end its class allows")
    func fires() {
        let found = findings("no-end-date", in: inventory([workflow("a")], identities: [identity("a")]))
        #expect(found.map(\.severity) == [.medium])
        #expect(found.first?.evidence["daysKnown"] == .number(3))
        #expect(found.first?.remedy == "penstock identity register idn_a --expires \((now + .days(180)).date)")
    }

    @Test("With an expiry it is silent, even one that has passed")
    func silent() {
        let identities = [identity("a", expires: now + .days(1)), identity("b", expires: now - .days(1))]
        #expect(findings("no-end-date", in: inventory([workflow("a"), workflow("b")], identities: identities)).isEmpty)
    }
}
