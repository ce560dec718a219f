import Domain
import TestSupport
import Testing

@testable import Console
@testable import ControlPlane

struct PoliciesTests {
    private static func version(_ number: Int64, _ state: PolicyVersion.State, _ text: String) -> PolicyVersion {
        var version = PolicyVersion(
            version: number,
            state: state,
            digest: "d\(number)",
            files: [PolicyText(name: "finance.cedar", text: text)],
            note: "Billing only by people",
            tests: 4,
            proposed: Sample.moment("2026-06-10"),
            proposedBy: Sample.tess.id.text,
        )
        if state == .live { version.liveFrom = Sample.moment("2026-06-11") }
        return version
    }

    private static let names = [Sample.tess.id: Sample.tess.name]
    private static let live = version(1, .live, "@id(\"a\")\nforbid (principal, action, resource)\nwhen { false };\n")

    @Test("The policies show which version is live and what waits")
    func list() throws {
        let page = PoliciesPage(
            [Self.version(2, .proposed, "x"), Self.live],
            names: Self.names,
            frame: Sample.frame(.policies),
            now: Sample.now,
        )
        try expectGolden(try Templates().render("policies", page), named: "policies.html")
    }

    @Test("One version shows what it changes and what it would have meant for recorded requests")
    func one() throws {
        var effect = PolicyEffect(since: Sample.now - .days(7), recordedSince: Sample.moment("2026-06-01"))
        effect.requests = 1200
        effect.wouldRefuse = 14
        effect.differences = [
            PolicyEffect.Difference(
                identity: Sample.active.id,
                name: Sample.active.name,
                action: .write,
                resource: try #require(ResourcePath("crm/contacts")),
                before: .allow,
                after: .deny,
                policies: ["a"],
                requests: 14,
            )
        ]
        let page = PolicyPage(
            Self.version(2, .proposed, "@id(\"a\")\nforbid (principal, action, resource)\nwhen { true };\n"),
            live: Self.live,
            effect: effect,
            names: Self.names,
            frame: Sample.frame(.policies),
            now: Sample.now,
        )
        #expect(page.effect == "It would have denied 14 requests of the last 7 days")
        try expectGolden(try Templates().render("policy", page), named: "policy.html")
    }

    @Test("A difference shows the changed lines with three around each")
    func diff() {
        let old = (1...20).map { "line \($0)" }.joined(separator: "\n")
        let new = old.replacing("line 10\n", with: "line ten\n")
        let files = PolicyDiff.files(
            from: [PolicyText(name: "a", text: old), PolicyText(name: "same", text: "x")],
            to: [PolicyText(name: "a", text: new), PolicyText(name: "same", text: "x")],
        )
        #expect(files.map(\.file) == ["a"])
        let lines = files[0].lines.map { "\($0.mark)\($0.text)" }
        #expect(
            lines == [
                "⋯", " line 7", " line 8", " line 9", "−line 10", "+line ten", " line 11", " line 12", " line 13",
            ]
        )
    }

    @Test("A version is refused by whom it was not proposed, approved, and put into force, all by forms")
    func life() async throws {
        try await House.withHouse { house in
            try await house.settle()
            let other = NewUser(email: "ada.cole@example.com", name: "Ada Cole", roles: [.admin, .security])
            let added = try await house.control.putUser(other, by: .localOperator(name: "test"))
            let file = PolicyText(
                name: "a.cedar",
                text: "@id(\"org.a\")\n@reason(\"who writes says what for\")\n"
                    + "forbid (principal, action in [Action::\"write\"], resource) unless { context has purpose };\n",
            )
            _ = try await house.control.proposePolicies([file], note: "say why", tests: 0, by: .user(added))
            try await house.browse { browser in
                try await browser.signIn()
                let path = "/policies/1"
                #expect(try await browser.get("/policies").html.contains("1 version waiting for approval"))
                let bare = try await browser.submit("\(path)/decision", from: path, [("decision", "refused")])
                #expect(bare.status == 422)
                let approved = try await browser.submit("\(path)/decision", from: path, [("decision", "approved")])
                #expect(approved.location == "/policies/1?done=saved")
                // The shipped route asks for two people.
                let early = try await browser.submit("\(path)/live", from: path, [])
                #expect(early.status == 409)
                let second = Caller.localOperator(name: "test")
                _ = try await house.control.decidePolicies(1, approve: true, reason: nil, by: second)
                #expect(try await browser.submit("\(path)/live", from: path, []).status == 303)
                #expect(try await browser.get("/policies").html.contains("Version 1 is live"))
                #expect(try await browser.get("/policies/9").status == 404)
                #expect(try await browser.get("/policies/x").status == 404)
            }
        }
    }
}
