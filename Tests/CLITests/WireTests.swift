import Domain
import Foundation
import Testing
import Wire

/// The shapes of the API survive being written and read.
struct WireTests {
    private func again<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(value))
    }

    private func bytes(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(value)
    }

    @Test("An identity with all that is known of it is read back as it was written")
    func identity() throws {
        #expect(try bytes(again(Sample.record)) == bytes(Sample.record))
        #expect(try bytes(again(Sample.bareRecord)) == bytes(Sample.bareRecord))
    }

    @Test("Findings, events, systems and people are read back as they were written")
    func values() throws {
        #expect(try again(Sample.findings) == Sample.findings)
        #expect(try again(Sample.events) == Sample.events)
        #expect(try again(Sample.systems) == Sample.systems)
        #expect(try again([Sample.ada, Sample.ben, Sample.desk]) == [Sample.ada, Sample.ben, Sample.desk])
    }

    @Test("An import's outcome, a stop, a page and a problem are read back as they were written")
    func answers() throws {
        #expect(try bytes(again(Sample.outcome)) == bytes(Sample.outcome))
        let stop = StopRecord(stop: Sample.stop)
        #expect(stop.milliseconds == 12.34)
        #expect(try bytes(again(stop)) == bytes(stop))
        let page = ListOf(items: Sample.events, next: "n", total: 9)
        #expect(try bytes(again(page)) == bytes(page))
        let problem = Problem(kind: "k", title: "t", status: 409, detail: "d", fields: [MissingField("f", why: "w")])
        #expect(try again(problem) == problem)
    }

    @Test("Every member of a request is among those that the server knows")
    func members() throws {
        var register = RegisterRequest()
        (register.owner, register.technicalOwner, register.backupApprover) = ("a", "b", "c")
        (register.purpose, register.environment, register.function, register.vendor) = ("p", "e", "f", "v")
        (register.expires, register.renewal) = (Sample.now, Sample.now)
        (register.declaredReach, register.stopPath, register.level) = (["r"], "s", .warn)
        (register.stoppedBy, register.systemPurpose, register.pattern) = ("d", "s", .batch)
        try check(register)
        let grant = Sample.grant("g", .read, on: "ledger", ends: "2026-05-01")
        try check(GrantRequest(action: grant.action, resource: grant.resource, until: grant.ends, reason: "r"))
        try check(TokenOrder(task: "t", purpose: "p", seconds: 1))
        try check(ClientOrder(publicKey: "k"))
        try check(StopRequest(identity: "i", reason: "r"))
        try check(ReasonRequest(reason: "r"))
        try check(CredentialRequest(value: "v"))
        var user = UserRequest(email: "e", name: "n", team: "t", status: .left, roles: [.admin], sharedMailbox: true)
        (user.person, user.externalID) = ("p", "x")
        try check(user)
        try check(ImportRequest(estates: [], dryRun: true))
        try check(FingerprintRequest(values: []))
        for var system in Sample.systems {
            (system.function, system.region) = ("f", "r")
            (system.vendor, system.upstream) = ("v", "http://h")
            try check(system)
        }
    }

    private func check<Body: WireBody>(_ body: Body) throws {
        let object = try JSONSerialization.jsonObject(with: bytes(body)) as? [String: Any]
        #expect(Set(object.map { Array($0.keys) } ?? []) == Body.members)
    }

    @Test("A reference is one segment of a path, whatever is in it")
    func paths() {
        #expect(Paths.identity("a b/../c?d#é") == "/api/v1/identities/a%20b%2F..%2Fc%3Fd%23%C3%A9")
        #expect(Paths.system("ledger", "credential") == "/api/v1/systems/ledger/credential")
        #expect(Paths.link(for: "a+b@c.d") == "/api/v1/users/a%2Bb%40c.d/link")
    }

    @Test(
        "How a credential is injected is a word that is read back",
        arguments: ["none", "bearer", "basic", "header:X-A"]
    )
    func injection(text: String) {
        #expect(System.Injection(text: text)?.text == text)
    }

    @Test("No other word says how a credential is injected", arguments: ["", "Bearer", "header:", "cookie"])
    func noInjection(text: String) {
        #expect(System.Injection(text: text) == nil)
    }
}
