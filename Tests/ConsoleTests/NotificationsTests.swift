import Domain
import TestSupport
import Testing

@testable import Console
@testable import ControlPlane

struct NotificationsTests {
    private static func delivery(_ name: String, _ state: Delivery.State) -> Delivery {
        Delivery(
            id: Sample.id(name),
            webhook: Sample.id("siem"),
            kind: .stopped,
            body: "{}",
            state: state,
            attempts: 10,
            created: Sample.moment("2026-06-12T07:00:00Z"),
            updated: Sample.moment("2026-06-15T07:00:00Z"),
            status: 503,
        )
    }

    @Test("The notifications show who is told, what was given up, and what is due next")
    func whole() throws {
        var reached = Webhook(
            id: Sample.id("siem"),
            url: "https://siem.example.com/penstock?key=kept-out-of-sight",
            kinds: [.breakGlassOpened, .stopped],
            created: Sample.moment("2026-06-01"),
            createdBy: Sample.tess.email,
        )
        reached.lastDelivered = Sample.moment("2026-06-15T11:00:00Z")
        let never = Webhook(
            id: Sample.id("chat"),
            url: "https://chat.example.com/hook",
            kinds: [],
            created: Sample.moment("2026-06-02"),
            createdBy: Sample.tess.email,
        )
        let jobs = [
            Job(
                kind: .deliverNotification,
                key: "msg_1",
                due: Sample.moment("2026-06-15T11:00:00Z"),
                ready: Sample.moment("2026-06-15T12:30:00Z"),
                attempts: 3,
                lastError: "connection refused",
            ),
            Job(
                kind: .openReviews,
                key: "all",
                due: Sample.moment("2026-06-16T00:00:00Z"),
                ready: Sample.moment("2026-06-16T00:00:00Z"),
                lastRun: Sample.moment("2026-06-15T00:00:00Z"),
            ),
        ]
        let page = NotificationsPage(
            NotificationsPage.Messages(
                webhooks: [reached, never],
                counts: [.dead: 1, .pending: 2, .delivered: 140],
                shown: Page(items: [Self.delivery("a", .dead)], next: nil, total: 1),
            ),
            state: .dead,
            jobs: Page(items: jobs, next: nil, total: 2),
            frame: Sample.frame(.notifications),
            now: Sample.now,
        )
        let html = try Templates().render("notifications", page)
        #expect(!html.contains("kept-out-of-sight"))
        try expectGolden(html, named: "notifications.html")
    }

    @Test("A webhook is added, tested and switched off by forms; its secret is shown once")
    func life() async throws {
        try await House.withHouse { house in
            try await house.settle()
            var terms = GovernanceTerms()
            terms.webhooks.hosts = ["siem.example.com"]
            _ = try await house.control.setTerms(terms, by: .localOperator(name: "test"))
            try await house.browse { browser in
                try await browser.signIn()
                let here = "/notifications"
                let refused = try await browser.submit("/webhooks", from: here, [("url", "https://evil.example/x")])
                #expect(refused.status == 422)
                #expect(refused.html.contains("id=\"url-wrong\""))
                let odd = [("url", "https://siem.example.com/x"), ("kinds", "nothingOfTheKind")]
                #expect(try await browser.submit("/webhooks", from: here, odd).html.contains("id=\"kinds-wrong\""))
                let url = ("url", "https://siem.example.com/x")
                let added = try await browser.submit("/webhooks", from: here, [url, ("kinds", "stopped")])
                let secret = try #require(added.html.firstMatch(of: #/class="once">(whsec_[^<]+)</#)).1
                let shown = try await browser.get(here)
                #expect(!shown.html.contains(secret))
                #expect(shown.html.contains("never reached"))
                let path = try #require(shown.html.firstMatch(of: #/action="(/webhooks/[^"]+)/test"/#)).1
                let tested = try await browser.submit("\(path)/test", from: here, [])
                #expect(tested.location == "/notifications?state=pending&done=sent#messages")
                #expect(try await browser.get("/notifications?state=pending").html.contains("Webhook tested"))
                #expect(try await browser.submit("\(path)/off", from: here, []).status == 303)
                #expect(try await browser.get(here).html.contains("switched off"))
            }
        }
    }

    @Test("What was given up is sent again from the page")
    func deadLetters() async throws {
        try await House.withHouse { house in
            try await house.settle()
            var terms = GovernanceTerms()
            terms.webhooks.hosts = ["siem.example.com"]
            _ = try await house.control.setTerms(terms, by: .localOperator(name: "test"))
            let webhook = try await house.control.addWebhook(
                "https://siem.example.com/x",
                kinds: [.stopped],
                by: .localOperator(name: "test"),
            )
            _ = try await house.control.testWebhook(webhook.webhook.id, by: .localOperator(name: "test"))
            // Nothing is sent outside here: each attempt fails, until it is given up.
            for pause in Delivery.pauses + [.seconds(1)] {
                _ = try await house.control.runDue(as: "test")
                house.pass(pause)
            }
            try await house.browse { browser in
                try await browser.signIn()
                let dead = try await browser.get("/notifications")
                let path = try #require(dead.html.firstMatch(of: #/action="(/deliveries/[^"]+/resend)"/#)).1
                #expect(try await browser.submit(String(path), from: "/notifications", []).status == 303)
                #expect(!(try await browser.get("/notifications").html.contains("Send again")))
                #expect(try await browser.get("/notifications?state=pending").html.contains("Webhook tested"))
            }
        }
    }

    @Test("Whoever may not tell others sees what is due, and no webhook")
    func viewer() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.control.scheduleRounds()
            try await house.browse { browser in
                try await browser.signIn(as: Sample.jonas.email)
                let page = try await browser.get("/notifications")
                #expect(page.html.contains("Open the reviews whose turn it is"))
                #expect(!page.html.contains("Who is told"))
            }
        }
    }
}
