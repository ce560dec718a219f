import Domain
import TestSupport
import Testing

@testable import Console
@testable import ControlPlane

struct PagesTests {
    private let templates: Templates

    init() throws {
        templates = try Templates()
    }

    @Test("The overview shows coverage, findings, the last stop and what needs attention")
    func overview() throws {
        let page = OverviewPage(Sample.overview, frame: Sample.frame(.overview), stopped: "Sync leads", now: Sample.now)
        try expectGolden(templates.render("overview", page), named: "overview.html")
    }

    @Test("The overview of an empty installation says what to do first")
    func emptyOverview() throws {
        var overview = Sample.overview
        overview.identities = 0
        overview.sources = []
        let page = OverviewPage(overview, frame: Sample.frame(.overview), stopped: nil, now: Sample.now)
        let html = templates.render("overview", page)
        #expect(html.contains("Nothing imported yet"))
        #expect(!html.contains("Needs attention first"))
    }

    @Test("The list of identities shows each with its state, class, owner, end and findings")
    func identities() throws {
        let items = [
            IdentitySummary(identity: Sample.active, ownerEmail: Sample.mira.email, findings: 2, worst: .high),
            IdentitySummary(identity: Sample.discovered, ownerEmail: nil, findings: 0, worst: nil),
        ]
        let query = IdentityQuery(FormData("state=active&sort=expires&order=descending"))
        let page = IdentitiesPage(
            Page(items: items, next: "c2", total: 52),
            query: query,
            frame: Sample.frame(.identities),
            now: Sample.now,
        )
        try expectGolden(templates.render("identities", page), named: "identities.html")
    }

    @Test("An active identity's page answers who, what, until when and how fast it stops")
    func activeIdentity() throws {
        let page = IdentityPage(
            Sample.detail(Sample.active),
            frame: Sample.frame(.identities),
            suggestions: Suggestions(people: [Sample.mira.email], environments: ["production"], resources: ["crm"]),
            now: Sample.now,
        )
        try expectGolden(templates.render("identity", page), named: "identity-active.html")
    }

    @Test("An account's page shows its rights, who may act as it, and how it changed")
    func account() throws {
        let page = IdentityPage(Sample.accountDetail, frame: Sample.frame(.identities), now: Sample.now)
        try expectGolden(templates.render("identity", page), named: "identity-account.html")
    }

    @Test("A workflow's page shows its family")
    func family() throws {
        let page = IdentityPage(
            Sample.detail(Sample.discovered),
            family: Sample.family,
            frame: Sample.frame(.identities),
            now: Sample.now,
        )
        try expectGolden(templates.render("identity", page), named: "identity-family.html")
    }

    @Test("The sources are shown with what is in them and what they cannot tell")
    func sources() throws {
        let page = SourcesPage([Sample.sourceSummary], frame: Sample.frame(.sources), now: Sample.now)
        try expectGolden(templates.render("sources", page), named: "sources.html")
        #expect(
            templates.render("sources", SourcesPage([], frame: Sample.frame(.sources), now: Sample.now)).contains(
                "Nothing imported yet"
            )
        )
    }

    @Test("A discovered identity's page says what is missing")
    func discoveredIdentity() throws {
        let page = IdentityPage(
            Sample.detail(Sample.discovered),
            frame: Sample.frame(.identities),
            now: Sample.now,
        )
        try expectGolden(templates.render("identity", page), named: "identity-discovered.html")
    }

    @Test("A refused form keeps what was typed and says what is wrong beside the field")
    func refusedForm() throws {
        let failure = Failure(
            .missingFields,
            "`Sync leads` cannot become active: owner",
            remedy: "say each of them in one registration",
            fields: [MissingField("owner", why: "exactly one person answers for it")],
        )
        let typed = FormData("owner=nobody%40example.com&purpose=Leads+%26+more&level=observe")
        let page = IdentityPage(
            Sample.detail(Sample.discovered),
            frame: Sample.frame(.identities, notice: Console.notice(failure)),
            entered: Refused(form: .register, typed: typed, failure: failure),
            now: Sample.now,
        )
        let html = templates.render("identity", page)
        #expect(html.contains(#"value="nobody@example.com" placeholder="one person&#39;s address" list="people""#))
        #expect(html.contains(#"<span class="wrong" id="owner-wrong">exactly one person answers for it</span>"#))
        #expect(html.contains("Leads &amp; more</textarea>"))
        #expect(html.contains(#"<option value="observe" selected>"#))
        #expect(html.contains("<code>Sync leads</code> cannot become active"))
    }

    @Test("The page before a stop shows what ends and who goes on with the same credential")
    func stop() throws {
        let detail = Sample.detail(Sample.active)
        let preview = StopPreview(
            identity: detail.identity,
            openGrants: detail.grants.filter { $0.isOpen(at: Sample.now) },
            usableLeases: 1,
            shares: ["Lead scoring"],
        )
        let page = StopPage(preview, frame: Sample.frame(.identities), now: Sample.now)
        try expectGolden(templates.render("stop", page), named: "stop.html")
    }

    @Test("Findings stand under their rule with evidence, blind spots and remedy")
    func findings() throws {
        let page = FindingsPage(
            [Sample.finding],
            counts: ["shared-credential": 1, "unowned": 4],
            query: FindingQuery(FormData("rule=shared-credential&severity=medium")),
            frame: Sample.frame(.findings),
        )
        try expectGolden(templates.render("findings", page), named: "findings.html")
    }

    @Test("Findings are cut into pages of fifty")
    func findingPages() {
        let many = Array(repeating: Sample.finding, count: 120)
        let second = FindingsPage(
            many,
            counts: ["shared-credential": 120],
            query: FindingQuery(FormData("from=50&q=sync")),
            frame: Sample.frame(.findings),
        )
        #expect(second.rows.count == 50)
        #expect(second.shown == "51–100 of 120")
        #expect(second.next == "/findings?q=sync&from=100")
        #expect(second.first == "/findings?q=sync")
    }

    @Test("The log shows its checkpoint and its events")
    func log() throws {
        let page = LogPage(
            Page(items: Sample.events, next: "c", total: 42),
            checkpoint: Sample.checkpoint,
            verified: nil,
            query: EventQuery(FormData("kind=requestRefused&from=2026-06-01&until=2026-06-15")),
            frame: Sample.frame(.log),
            now: Sample.now,
        )
        try expectGolden(templates.render("log", page), named: "log.html")
    }

    @Test("The systems show where the gateway forwards to and whether a credential is sealed")
    func systems() throws {
        let page = SystemsPage(Sample.systems, frame: Sample.frame(.systems), now: Sample.now)
        try expectGolden(templates.render("systems", page), named: "systems.html")
    }

    @Test("The people show who has left")
    func people() throws {
        let page = PeoplePage([Sample.mira, Sample.liam], frame: Sample.frame(.people))
        try expectGolden(templates.render("people", page), named: "people.html")
    }

    @Test("The pages outside a session show no navigation")
    func alone() throws {
        let signIn = templates.render(
            "sign-in",
            SignInPage(
                frame: Sample.frame(nil, notice: Notice(good: false, "The address or the passphrase is not right")),
                email: "mira.holt@example.com",
                next: "/findings",
            ),
        )
        try expectGolden(signIn, named: "sign-in.html")
        let passphrase = templates.render(
            "choose-passphrase",
            PassphrasePage(
                frame: Sample.frame(nil),
                lead: "You sign in with it from now on.",
                action: "/sign-in/link",
                link: "token",
                email: "",
                minimum: "12",
            ),
        )
        try expectGolden(passphrase, named: "choose-passphrase.html")
    }

    @Test("Each file of a template is compiled in under its name")
    func compiledIn() {
        for name in TemplateFiles.all.keys {
            #expect(TemplateFiles.all[name]?.isEmpty == false, "\(name)")
        }
        #expect(templates.render("no-such-template", Sample.frame(nil)).isEmpty)
    }
}
