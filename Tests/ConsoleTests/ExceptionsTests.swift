import Domain
import TestSupport
import Testing

@testable import Console
@testable import ControlPlane

struct ExceptionsTests {
    private static func exception(_ name: String, _ state: RiskException.State, ends: String) -> RiskException {
        var exception = RiskException(
            id: Sample.id(name),
            request: Sample.id(name),
            rule: "shared-credential",
            subject: Finding.Subject(kind: "credential", id: "n8n-production|7", name: "warehouse", path: ""),
            identities: [Sample.discovered.id],
            owner: Sample.mira.id,
            reason: "The platform has one account",
            controls: [.networkRestriction(ranges: ["10.0.0.0/8"]), .approvalGate(longestHours: 24)],
            proposed: Sample.moment("2026-06-01"),
            proposedBy: Sample.mira.id.text,
            proposedByName: Sample.mira.email,
            ends: Sample.moment(ends),
        )
        exception.state = state
        exception.template = .sharedLegacyAccount
        exception.plan = "an account for each flow by October"
        let facts = ControlFacts(
            identities: [Sample.active],
            grants: [],
            gated: [],
            environments: [],
            lastAlert: nil,
            now: Sample.now,
        )
        exception.checks = exception.controls.map { $0.check(facts) }
        exception.checked = Sample.moment("2026-06-15T11:50:00Z")
        return exception
    }

    private static let names = [Sample.mira.id: Sample.mira.name]

    @Test("The exceptions show their state, owner, end and whether each control holds")
    func list() throws {
        let all = [
            Self.exception("one", .active, ends: "2026-06-20"), Self.exception("two", .broken, ends: "2026-08-01"),
        ]
        let page = ExceptionsPage(
            Page(items: all, next: nil, total: 2),
            state: nil,
            names: Self.names,
            frame: Sample.frame(.exceptions),
            now: Sample.now,
        )
        try expectGolden(try Templates().render("exceptions", page), named: "exceptions.html")
    }

    @Test("One exception shows the risk, and each control with what it rests on")
    func one() throws {
        let page = ExceptionPage(
            Self.exception("one", .proposed, ends: "2026-08-01"),
            identities: [Sample.active],
            names: Self.names,
            frame: Sample.frame(.exceptions),
            now: Sample.now,
        )
        try expectGolden(try Templates().render("exception", page), named: "exception.html")
    }

    @Test("The form says what each usual case needs")
    func form() throws {
        let page = ExceptionFormPage(
            Sample.finding,
            terms: GovernanceTerms.ExceptionTerms(),
            people: [Sample.mira.email],
            viewer: Sample.tess,
            frame: Sample.frame(.exceptions),
            now: Sample.now,
        )
        try expectGolden(try Templates().render("exception-form", page), named: "exception-form.html")
    }

    @Test(
        "A finding is accepted by forms: proposed by one person, accepted by another, and shown as accepted until its end"
    )
    func life() async throws {
        try await House.withHouse { house in
            try await house.settle()
            let all = try await house.control.findings(FindingFilter(), by: .localOperator(name: "test"))
            let finding = try #require(all.first { $0.subject.name == "Sync leads" })
            let form = "/exceptions/new?finding=\(finding.id)"
            try await house.browse { browser in
                try await browser.signIn(as: Sample.mira.email)
                #expect(try await browser.get("/findings").html.contains(form))
                let empty = try await browser.submit(
                    "/exceptions",
                    from: form,
                    [("finding", finding.id), ("ends", "2026-07-15"), ("reason", ""), ("approvalGate", "often")],
                )
                #expect(empty.status == 422)
                #expect(empty.html.contains("id=\"approvalGate-wrong\""))
                let whole = [
                    ("finding", finding.id), ("ends", "2026-07-15"), ("reason", "until the vendor moves"),
                    ("separateEnvironments", "production"), ("owner", Sample.mira.email),
                ]
                let proposed = try await browser.submit("/exceptions", from: form, whole)
                let path = try #require(proposed.location?.split(separator: "?").first.map(String.init))
                let own = try await browser.submit("\(path)/accept", from: path, [])
                #expect(own.status == 403)
                #expect(own.html.contains("Accept the risk"))
                try await browser.signIn(as: Sample.tess.email)
                #expect(try await browser.submit("\(path)/accept", from: path, []).status == 303)
                #expect(try await browser.get("/exceptions?state=active").html.contains(path))
                #expect(try await browser.get("/findings").html.contains("accepted until 2026-07-15"))
                let ended = try await browser.submit("\(path)/end", from: path, [("reason", "the vendor moved")])
                #expect(ended.status == 303)
                #expect(!(try await browser.get("/findings").html.contains("accepted until 2026-07-15")))
            }
        }
    }
}
