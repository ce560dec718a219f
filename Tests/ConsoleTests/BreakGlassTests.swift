import Domain
import TestSupport
import Testing

@testable import Console
@testable import ControlPlane

struct BreakGlassTests {
    private static func glass(_ name: String, person: User, opened: String) throws -> BreakGlass {
        BreakGlass(
            id: Sample.id(name),
            identity: Sample.active,
            person: person,
            action: .write,
            resource: try #require(ResourcePath("crm/contacts")),
            reason: "The import deletes customers",
            ticket: "INC-7",
            rollback: "Restore the backup of 09:00",
            opened: Sample.moment(opened),
            ends: Sample.moment(opened) + .minutes(60),
        )
    }

    @Test("The page shows what is open with its countdown, what waits for a review, and what was found")
    func whole() throws {
        let open = try Self.glass("open", person: Sample.tess, opened: "2026-06-15T11:45:00Z")
        var waiting = try Self.glass("waiting", person: Sample.mira, opened: "2026-06-15T08:00:00Z")
        waiting.closed = Sample.moment("2026-06-15T08:20:00Z")
        var reviewed = try Self.glass("reviewed", person: Sample.mira, opened: "2026-06-01T08:00:00Z")
        reviewed.closed = Sample.moment("2026-06-01T08:20:00Z")
        reviewed.reviewed = Sample.moment("2026-06-02")
        reviewed.reviewedBy = Sample.tess.email
        reviewed.verdict = .unjustified
        reviewed.review = "It could have waited"
        var terms = GovernanceTerms.BreakGlassTerms()
        terms.people = [Sample.tess.email, Sample.mira.email]
        let page = BreakGlassPage(
            [open, waiting, reviewed],
            terms: terms,
            viewer: Sample.tess,
            events: [],
            resources: ["crm"],
            frame: Sample.frame(.breakGlass),
            now: Sample.now,
        )
        try expectGolden(try Templates().render("break-glass", page), named: "break-glass.html")
    }

    @Test("The glass is broken, used, closed and reviewed by another person, all by forms")
    func life() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.register()
            var terms = GovernanceTerms()
            terms.breakGlass.people = [Sample.mira.email]
            _ = try await house.control.setTerms(terms, by: .localOperator(name: "test"))
            let crm = System(name: "crm", title: "Customers", environment: "production", injection: .none)
            _ = try await house.control.putSystem(crm, by: .localOperator(name: "test"))
            let here = "/break-glass"
            try await house.browse { browser in
                try await browser.signIn(as: Sample.jonas.email)
                #expect(try await browser.get(here).html.contains("You are not among them"))
                try await browser.signIn(as: Sample.mira.email)
                var fields = [
                    ("identity", "Sync leads"), ("action", "write"), ("resource", "crm/contacts"),
                    ("minutes", "600"), ("reason", "customers vanish"), ("rollback", "the backup"), ("ticket", "INC-7"),
                ]
                let long = try await browser.submit(here, from: here, fields)
                #expect(long.status == 422)
                #expect(long.html.contains("id=\"minutes-wrong\""))
                fields[3].1 = "30"
                #expect(try await browser.submit(here, from: here, fields).location == "/break-glass?done=opened")
                let open = try await browser.get(here)
                #expect(open.html.contains("Close it now"))
                let path = try #require(open.html.firstMatch(of: #/action="(/break-glass/[^"]+)/close"/#)).1
                let token = try await browser.submit("\(path)/token", from: here, [])
                #expect(token.html.contains("class=\"once\""))
                #expect(try await browser.submit("\(path)/close", from: here, []).status == 303)
                #expect(try await browser.get(here).html.contains("Somebody else has to say"))
                let review = [("note", "it was right, and undone"), ("verdict", "justified")]
                #expect(
                    try await browser.submit("\(path)/review", from: here, review).html.contains("role=\"alert\"")
                )
                try await browser.signIn(as: Sample.tess.email)
                #expect(try await browser.submit("\(path)/review", from: here, review).status == 303)
                #expect(try await browser.get(here).html.contains("it was right, and undone"))
            }
        }
    }
}
