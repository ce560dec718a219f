import Domain
import Findings
import Testing

struct InactiveLiveCredentialTests {
    @Test("A dormant administrator's connector is high")
    func dormantAdmin() {
        let flow = workflow("a", [step("s", .privileged, credentials: ["k"])], active: false)
        let found = findings("inactive-live-credential", in: inventory([flow]))
        #expect(found.map(\.severity) == [.high])
        #expect(found.first?.evidence["adminUse"] == .flag(true))
        #expect(found.first?.remedy.contains("revoke `name of k`") == true)
    }

    @Test(
        "Only what is known to be idle counts",
        arguments: [(false, 1), (true, 0), (nil, 0)] as [(Bool?, Int)]
    )
    func active(flag: Bool?, count: Int) {
        let flow = workflow("a", [step("s", credentials: ["k"])], active: flag)
        #expect(findings("inactive-live-credential", in: inventory([flow])).count == count)
    }

    @Test("A vanished and an archived workflow count, whatever their flag says")
    func gone() {
        var archived = workflow("b", [step("s", credentials: ["l"])])
        archived.archived = true
        let inventory = inventory([workflow("a", [step("s", credentials: ["k"])]), archived], vanished: ["a": now])
        let found = findings("inactive-live-credential", in: inventory)
        #expect(Set(found.compactMap { $0.evidence["state"] }) == [.text("vanished"), .text("archived")])
    }

    @Test("A credential that an active workflow needs is not to be revoked")
    func needed() {
        let flows = [
            workflow("a", [step("s", credentials: ["k"])], active: false),
            workflow("b", [step("s", credentials: ["k"])]),
        ]
        let found = findings("inactive-live-credential", in: inventory(flows))
        #expect(found.map(\.severity) == [.low])
        #expect(found.first?.evidence["usedByNoActiveWorkflow"] == .list([]))
        #expect(found.first?.remedy.contains("revoke") == false)
    }

    @Test("An expired credential is not live")
    func expired() {
        var credential = Credential(reference: CredentialReference(kind: "api", id: "k", name: nil))
        credential.expires = now - .days(1)
        let flow = workflow("a", [step("s", credentials: ["k"])], active: false)
        #expect(findings("inactive-live-credential", in: inventory([flow], credentials: [credential])).isEmpty)
    }
}
