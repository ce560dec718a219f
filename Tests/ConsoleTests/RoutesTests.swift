import Domain
import Testing

@testable import Console
@testable import ControlPlane

struct RoutesTests {
    @Test("An identity is registered, granted something, stopped and resumed, all with forms")
    func wholeLife() async throws {
        try await House.withHouse { house in
            try await house.settle()
            let id = try await house.leads()
            let path = "/identities/\(id)"
            try await house.browse { browser in
                try await browser.signIn()
                let incomplete = try await browser.submit(
                    "\(path)/register",
                    from: path,
                    [("owner", Sample.mira.email)]
                )
                #expect(incomplete.status == 422)
                #expect(incomplete.html.contains("id=\"purpose-wrong\""))
                #expect(incomplete.html.contains("value=\"\(Sample.mira.email)\""))

                let whole = [
                    ("owner", Sample.mira.email), ("technicalOwner", Sample.jonas.email),
                    ("backupApprover", Sample.tess.email), ("purpose", "Keeps records in step"),
                    ("environment", "production"), ("expires", "2026-12-31"), ("level", "enforce"),
                    ("declaredReach", "crm, warehouse"), ("function", "sales"),
                ]
                let registered = try await browser.submit("\(path)/register", from: path, whole)
                #expect(registered.location == "\(path)?done=registered")
                let shown = try await browser.get("\(path)?done=registered")
                #expect(shown.html.contains("<b>Registered</b>"))
                #expect(shown.html.contains("Mira Holt"))

                let system = [
                    ("name", "crm"), ("title", "Customer records"), ("environment", "production"),
                    ("injection", "bearer"), ("upstream", "http://127.0.0.1:9"),
                ]
                #expect(
                    try await browser.submit("/systems", from: "/systems", system).location == "/systems?done=saved"
                )
                let sealed = try await browser.submit(
                    "/systems/crm/credential",
                    from: "/systems",
                    [("value", "s3cr3t")]
                )
                #expect(sealed.location == "/systems?done=sealed")
                let systems = try await browser.get("/systems")
                #expect(systems.html.contains("sealed"))
                #expect(!systems.html.contains("s3cr3t"))

                let grant = [
                    ("action", "read"), ("resource", "crm/contacts"), ("until", "2026-09-01"), ("reason", "T-1"),
                ]
                #expect(try await browser.submit("\(path)/grants", from: path, grant).status == 303)
                let granted = try await browser.get(path)
                #expect(granted.html.contains("crm/contacts"))
                let revoke = try #require(granted.html.firstMatch(of: #/action="(/grants/[^"]+/revoke)"/#)).1
                #expect(try await browser.submit(String(revoke), from: path, []).status == 303)
                #expect(try await browser.get(path).html.contains("revoked"))

                let before = try await browser.get("\(path)/stop")
                #expect(before.html.contains("Stop it now"))
                let stopped = try await browser.submit("\(path)/stop", from: path, [("reason", "drill <b>")])
                #expect(stopped.location == "\(path)?done=stopped")
                let after = try await browser.get("\(path)?done=stopped")
                #expect(after.html.contains("Stopped everywhere"))
                #expect(after.html.contains("drill &lt;b&gt;"))
                #expect(!after.html.contains("button danger"))
                #expect(try await browser.get("/").html.contains("Sync leads</a>, <time"))

                let resumed = try await browser.submit("\(path)/resume", from: path, [("reason", "over")])
                #expect(resumed.location == "\(path)?done=resumed")
                #expect(try await browser.get(path).html.contains("button danger"))
            }
        }
    }

    @Test(
        "A form that cannot be read is shown again with what was typed",
        arguments: ["crm/../x", "", "CRM", "crm//x"]
    )
    func badResource(resource: String) async throws {
        try await House.withHouse { house in
            try await house.settle()
            let path = "/identities/\(try await house.leads())"
            try await house.browse { browser in
                try await browser.signIn()
                let fields = [("action", "read"), ("resource", resource), ("until", "2026-09-01")]
                let page = try await browser.submit("\(path)/grants", from: path, fields)
                #expect(page.status == 422)
                #expect(page.html.contains("value=\"\(resource)\""))
                #expect(page.html.contains("id=\"resource-wrong\""))
            }
        }
    }

    @Test("A client secret is on the page that made it, and on no other")
    func clientSecret() async throws {
        try await House.withHouse { house in
            try await house.settle()
            let path = "/identities/\(try await house.leads())"
            try await house.register()
            try await house.browse { browser in
                try await browser.signIn()
                let page = try await browser.submit("\(path)/clients", from: path, [("publicKey", "")])
                #expect(page.status == 200)
                let secret = try #require(page.html.firstMatch(of: #/<code class="once">([^<]+)</#)).1
                #expect(secret.utf8.count > 30)
                #expect(!(try await browser.get(path)).html.contains(secret))
                #expect(!(try await browser.get("/log")).html.contains(secret))
            }
        }
    }

    @Test("Whoever may only look is refused every change, with the reason")
    func viewer() async throws {
        try await House.withHouse { house in
            try await house.settle()
            let id = try await house.leads()
            try await house.browse { browser in
                try await browser.signIn(as: Sample.jonas.email)
                for page in ["/", "/identities", "/identities/\(id)", "/findings", "/log", "/systems"] {
                    #expect(try await browser.get(page).status == 200, "\(page)")
                }
                let changes: [(String, [(String, String)])] = [
                    ("/identities/\(id)/stop", [("reason", "x")]),
                    ("/identities/\(id)/register", [("purpose", "mine")]),
                    ("/identities/\(id)/clients", []),
                    ("/identities/\(id)/grants", [("action", "read"), ("resource", "crm"), ("until", "2026-09-01")]),
                    ("/systems/crm/credential", [("value", "x")]),
                    ("/people", [("email", "a@example.com"), ("name", "A"), ("role", "admin")]),
                ]
                for (path, fields) in changes {
                    let page = try await browser.submit(path, from: "/", fields)
                    #expect(page.status == 403, "\(path)")
                    #expect(page.html.contains("Not allowed"))
                }
            }
        }
    }

    @Test("The log shows what was done, filters, and verifies")
    func log() async throws {
        try await House.withHouse { house in
            try await house.settle()
            let id = try await house.leads()
            try await house.browse { browser in
                try await browser.signIn()
                let all = try await browser.get("/log")
                #expect(all.html.contains("Estate imported"))
                #expect(all.html.contains("Signed in"))
                let about = try await browser.get("/log?subject=\(id)")
                #expect(about.html.contains("Identity discovered"))
                #expect(!about.html.contains("<td data-label=\"What\">Estate imported"))
                let none = try await browser.get("/log?kind=stopped")
                #expect(none.html.contains("No such event"))
                let verified = try await browser.submit("/log/verify", from: "/log", [])
                #expect(verified.html.contains("The log is whole"))
                #expect(verified.html.contains("verified just now"))
            }
        }
    }

    @Test("People are added, and given a link that signs them in")
    func people() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.browse { browser in
                try await browser.signIn()
                let person = [
                    ("email", "new@example.com"), ("name", "New One"), ("role", "viewer"), ("status", "active"),
                ]
                #expect(try await browser.submit("/people", from: "/people", person).location == "/people?done=saved")
                let page = try await browser.get("/people")
                #expect(page.html.contains("new@example.com"))
                let row = try #require(
                    page.html.firstMatch(of: #/New One.*?action="(/people/[^"]+/link)"/#.dotMatchesNewlines())
                )
                let made = try await browser.submit(String(row.1), from: "/people", [])
                #expect(made.html.contains("http://127.0.0.1:8420/sign-in?link="))
                let bad = try await browser.submit("/people", from: "/people", [("email", "nobody"), ("name", "x")])
                #expect(bad.status == 422)
                #expect(bad.html.contains("value=\"nobody\""))
            }
        }
    }

    @Test("What is not there is a page that says so, and JSON stays with the API")
    func notFound() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.browse { browser in
                let unknown = try await browser.get("/nowhere/at/all")
                #expect(unknown.status == 404)
                #expect(unknown.html.contains("There is no such page"))
                try await browser.signIn()
                let identity = try await browser.get("/identities/nobody%20of%20this%20name")
                #expect(identity.status == 404)
                #expect(identity.html.contains("nobody of this name"))
            }
        }
    }

    @Test("Style, script and picture are served for ever under an address that changes with them")
    func assets() async throws {
        try await House.withHouse { house in
            try await house.browse { browser in
                let page = try await browser.get("/sign-in")
                let style = try #require(page.html.firstMatch(of: #/href="([^"]+\.css)"/#)).1
                let sheet = try await browser.get(String(style))
                #expect(sheet.headers["content-type"] == "text/css; charset=utf-8")
                #expect(sheet.headers["cache-control"] == "public, max-age=31536000, immutable")
                #expect(sheet.html.contains("prefers-color-scheme: dark"))
                #expect(try await browser.get("/assets/x/../../etc/passwd").status == 404)
                #expect(try await browser.get("/assets/x/none.css").status == 404)
            }
        }
    }

    @Test("A form larger than the limit is refused")
    func tooLarge() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.browse { browser in
                try await browser.signIn()
                let page = try await browser.post("/log/verify", [("x", String(repeating: "a", count: 300_000))])
                #expect(page.status == 413)
            }
        }
    }
}
