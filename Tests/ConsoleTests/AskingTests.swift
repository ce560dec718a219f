import Domain
import TestSupport
import Testing

@testable import Console
@testable import ControlPlane

struct AskingTests {
    @Test("Before a request is sent its page says what it needs and why; nothing is kept by looking")
    func preview() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.register()
            let crm = System(name: "crm", title: "Customers", environment: "production", injection: .none)
            _ = try await house.control.putSystem(crm, by: .localOperator(name: "test"))
            let path = "/identities/\(try await house.leads())"
            try await house.browse { browser in
                try await browser.signIn(as: Sample.mira.email)
                let fields = [
                    ("action", "write"), ("resource", "crm/contacts"), ("until", "2026-09-01"), ("reason", "T & 1"),
                ]
                let seen = try await browser.submit("\(path)/grants", from: path, fields + [("step", "preview")])
                #expect(seen.status == 200)
                #expect(seen.html.contains("This needs"))
                #expect(seen.html.contains("<code>crm/contacts</code> until 2026-09-01"))
                #expect(seen.html.contains("name=\"reason\" value=\"T &amp; 1\""))
                #expect(!seen.html.contains("name=\"step\""))
                #expect(!(try await browser.get("/requests").html.contains("<span class=\"under\">grant</span>")))
                let sent = try await browser.submit("\(path)/grants", from: path, fields)
                let request = try #require(sent.location)
                #expect(request.hasPrefix("/requests/req_"))
                #expect(try await browser.get(path).html.contains("href=\"\(request)\">Grant to</a>"))

                try await browser.signIn()
                #expect(try await browser.get("/").html.contains("request waits for you"))
                let digest = try #require(
                    try await browser.get(request).html.firstMatch(of: #/name="digest" value="([^"]+)"/#)
                ).1
                let wider = [
                    ("decision", "approved"), ("digest", String(digest)), ("reason", "less"), ("resource-0", "crm"),
                ]
                #expect(try await browser.submit("\(request)/decision", from: request, wider).status == 422)
                let less = [
                    ("decision", "approved"), ("digest", String(digest)), ("reason", "less is enough"),
                    ("resource-0", "crm/contacts/new"), ("until", "2026-08-01"),
                ]
                #expect(try await browser.submit("\(request)/decision", from: request, less).status == 303)
            }
        }
    }

    @Test("A renewal and a level are asked for on the identity's page, and a refused form stays open")
    func renew() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.register()
            let path = "/identities/\(try await house.leads())"
            try await house.browse { browser in
                try await browser.signIn(as: Sample.mira.email)
                let bare = try await browser.submit("\(path)/renew", from: path, [("until", "2027-03-01")])
                #expect(bare.status == 422)
                #expect(bare.html.contains("id=\"renew-reason-wrong\""))
                let renewal = [("until", "2026-12-31"), ("reason", "still needed"), ("step", "preview")]
                let seen = try await browser.submit("\(path)/renew", from: path, renewal)
                #expect(seen.status == 200)
                #expect(seen.html.contains("What exactly would be approved"))
                let level = [
                    ("level", "observe"), ("until", "2026-07-01"), ("reason", "first weeks"), ("step", "preview"),
                ]
                let lower = try await browser.submit("\(path)/level", from: path, level)
                #expect(lower.status == 200)
                #expect(lower.html.contains("Level of Sync leads"))
                let crm = System(name: "crm", title: "Customers", environment: "production", injection: .none)
                _ = try await house.control.putSystem(crm, by: .localOperator(name: "test"))
                #expect(try await browser.get("/systems").html.contains("name=\"subject\" value=\"system:crm\""))
                let all = [("subject", "system:crm")] + level
                let whole = try await browser.submit("/levels", from: "/systems", all)
                #expect(whole.html.contains("Level of system:crm"))
            }
        }
    }

    @Test("What a right-sizing proposes stands beside what was used, with what the dry run said")
    func size() throws {
        let grant = try #require(Sample.grant("write", .write, "crm", ends: "2026-07-15T12:00:00Z"))
        let contacts = try #require(ResourcePath("crm/contacts"))
        let line = RightSize.Line(
            grant: grant.id,
            action: .write,
            resource: grant.resource,
            ends: grant.ends,
            fate: .narrow,
            because: "only `crm/contacts` was used",
            requests: 1204,
            keepAlives: 3,
            lastUsed: Sample.moment("2026-06-15T11:00:00Z"),
            becomes: [contacts],
            dependents: [],
        )
        var effect = PolicyEffect(since: Sample.now - .days(90), recordedSince: Sample.moment("2026-05-01"))
        effect.requests = 1204
        var facts = Standing.Facts()
        facts.size = RightSizeReport(
            identity: Sample.active,
            size: RightSize(
                identity: Sample.active.id,
                since: Sample.now - .days(90),
                until: Sample.now,
                recordedSince: Sample.moment("2026-05-01"),
                lines: [line],
                replacements: [],
            ),
            effect: effect,
        )
        var drifted = Sample.active
        drifted.drift = "new target `billing`"
        var rotation = Revocation(
            id: Sample.id("rotation"),
            identity: drifted.id,
            kind: .rotation,
            reason: "it changed: new target `billing`",
            opened: Sample.now - .days(2),
            openedBy: "penstock",
            due: Sample.now + .days(1),
            steps: [
                Revocation.Step(.credentialChanged, credential: "crm|1", name: "CRM"),
                Revocation.Step(.credentialChanged, credential: "slack|2", name: "Slack"),
            ],
        )
        rotation.steps[0] = rotation.steps[0].done("a ticket", by: "ana@example.com", at: Sample.now - .days(1))
        facts.revocations = [rotation]
        let page = IdentityPage(
            Sample.detail(drifted),
            standing: facts,
            frame: Sample.frame(.identities),
            now: Sample.now,
        )
        try expectGolden(try Templates().render("identity", page), named: "identity-standing.html")
        effect.wouldRefuse = 2
        facts.size?.effect = effect
        let refused = try #require(facts.size.flatMap { SizePart($0, now: Sample.now) })
        #expect(!refused.mayAsk)
    }

    @Test("The overview says what needs whoever looks, and says so when nothing does")
    func today() throws {
        var counts = Today.Counts()
        counts.requests = 2
        counts.emergencies = 1
        let templates = try Templates()
        func page(_ counts: Today.Counts) -> String {
            templates.render(
                "overview",
                OverviewPage(
                    Sample.overview,
                    today: Today(counts),
                    frame: Sample.frame(.overview),
                    stopped: nil,
                    now: Sample.now,
                ),
            )
        }
        let busy = page(counts)
        #expect(busy.contains("<b>1</b> emergency open"))
        #expect(busy.contains("<b>2</b> requests wait for you"))
        #expect(page(Today.Counts()).contains("Nothing waits for you"))
    }
}
