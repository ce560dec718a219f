import Domain
import Findings
import Testing

struct UnownedTests {
    @Test(
        "C7: without an owner who can answer it fires: none, one who left, is disabled, or is a shared mailbox",
        arguments: [
            (nil, "no owner is registered"), (user("gone", status: .left), "the owner left the organisation"),
            (user("away", status: .disabled), "the owner's account is disabled"),
            (user("box", sharedMailbox: true), "the owner is a shared mailbox"),
        ] as [(User?, String)]
    )
    func fires(owner: User?, reason: String) {
        let inventory = inventory(
            [workflow("a")],
            identities: [identity("a", owner: owner)],
            users: owner.map { [$0] } ?? []
        )
        let found = findings("unowned", in: inventory)
        #expect(found.map(\.subject.id) == ["idn_a"])
        #expect(found.first?.evidence["reason"] == .text(reason))
        #expect(found.first?.remedy.hasPrefix("penstock identity register idn_a --owner") == true)
    }

    @Test("With an active owner it is silent, and of what is retired nothing is said")
    func silent() {
        let ann = user("ann")
        var retired = identity("b")
        retired.state = .retired
        let inventory = inventory(
            [workflow("a"), workflow("b")],
            identities: [identity("a", owner: ann), retired],
            users: [ann]
        )
        #expect(findings("unowned", in: inventory).isEmpty)
    }

    @Test("A workflow that no identity governs is unowned, whatever its source says")
    func ungoverned() {
        var flow = workflow("a")
        flow.owner = OwnerHint(kind: .person, text: "ann@x.example")
        let found = findings("unowned", in: inventory([flow]))
        #expect(found.map(\.subject.kind) == ["workflow"])
        #expect(found.first?.evidence["ownerInSource"] == .text("ann@x.example"))
    }

    @Test(
        "The class and the environment decide how severe it is",
        arguments: [
            (.privileged, nil, .high), (.changeCapable, "production", .high), (.changeCapable, nil, .medium),
            (.readOnly, "production", .low),
        ] as [(IdentityClass, String?, Finding.Severity)]
    )
    func severity(identityClass: IdentityClass, environment: String?, expected: Finding.Severity) {
        let flow = workflow("a", [step("s", identityClass)], environment: environment)
        #expect(findings("unowned", in: inventory([flow])).map(\.severity) == [expected])
    }

    @Test("C8: an owner who is disputed does not count, until that is settled")
    func disputed() {
        let ann = user("ann")
        var inventory = inventory([workflow("a")], identities: [identity("a", owner: ann)], users: [ann])
        let began = now - .days(2)
        inventory.handovers = [
            Handover(
                identity: inventory.identities[0].id,
                cause: .disputed,
                departed: ann.id,
                reason: "two teams",
                began: began
            )
        ]
        let found = findings("unowned", in: inventory)
        #expect(found.map { $0.evidence["reason"] } == [.text("the owner is disputed since \(began.date): two teams")])
        inventory.handovers[0].cause = .departed
        #expect(findings("unowned", in: inventory).isEmpty)
    }

    @Test(
        "C6: a credential without an owner of its own has that of what uses it, and one that nobody answers for is found"
    )
    func credentials() {
        let ann = user("ann")
        func credential(_ id: String, owner: String? = nil) -> Credential {
            var credential = Credential(reference: CredentialReference(kind: "api", id: id, name: "name of \(id)"))
            credential.owner = owner.map { OwnerHint(kind: .person, text: $0) }
            return credential
        }
        let flows = [
            workflow("a", [step("s", credentials: ["owned"])]),
            workflow("b", [step("s", credentials: ["lost", "own"])]),
            workflow("c", [step("s", .privileged, credentials: ["root"])]),
        ]
        let found = findings(
            "unowned",
            in: inventory(
                flows,
                identities: [identity("a", owner: ann), identity("b"), identity("c")],
                users: [ann],
                credentials: [
                    credential("owned"), credential("lost"), credential("own", owner: "bo@x.example"),
                    credential("unused"), credential("root"),
                ],
            )
        ).filter { $0.subject.kind == "credential" }
        #expect(Set(found.map(\.subject.name)) == ["name of lost", "name of unused", "name of root"])
        #expect(found.first { $0.subject.name == "name of root" }?.severity == .medium)
        #expect(found.first { $0.subject.name == "name of lost" }?.severity == .low)
    }

    @Test("An identity that no source shows is judged too")
    func withoutWorkflow() {
        var account = identity("x")
        account.source = nil
        account.workflow = nil
        #expect(findings("unowned", in: inventory([], identities: [account])).map(\.subject.id) == ["idn_x"])
    }
}
