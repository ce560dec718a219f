import Domain
import Findings
import Testing

struct UnownedTests {
    @Test(
        "Without an owner who can answer it fires, with the reason",
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

    @Test("An identity that no source shows is judged too")
    func withoutWorkflow() {
        var account = identity("x")
        account.source = nil
        account.workflow = nil
        #expect(findings("unowned", in: inventory([], identities: [account])).map(\.subject.id) == ["idn_x"])
    }
}
