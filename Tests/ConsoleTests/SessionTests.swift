import Domain
import Testing

@testable import Console
@testable import ControlPlane

struct SessionTests {
    @Test("Without a session every page leads to the sign-in and remembers where to go")
    func signedOut() async throws {
        try await House.withHouse { house in
            try await house.browse { browser in
                let pages = ["/identities", "/identities/idn_x", "/findings?q=a", "/log", "/systems", "/people"]
                for path in pages {
                    let page = try await browser.get(path)
                    #expect(page.status == 303)
                    #expect(page.location == "/sign-in?next=\(Percent.encode(path))")
                }
                #expect(try await browser.get("/").location == "/sign-in")
            }
        }
    }

    @Test("A one-time link works once, and asks for a passphrase that signs in from then on")
    func oneTimeLink() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.browse { browser in
                let token = try await house.control.oneTimeLink(for: Sample.tess.email, by: .localOperator(name: "t"))
                let link = token.withBytes { String(decoding: $0, as: UTF8.self) }
                let form = "/sign-in?link=\(link)"
                let words = "four plain words together"
                let differing = [("link", link), ("passphrase", words), ("again", "others")]
                #expect(try await browser.submit("/sign-in/link", from: form, differing).html.contains("not the same"))
                let short = [("link", link), ("passphrase", "short"), ("again", "short")]
                #expect(try await browser.submit("/sign-in/link", from: form, short).status == 422)
                let good = [("link", link), ("passphrase", words), ("again", words)]
                #expect(try await browser.submit("/sign-in/link", from: form, good).location == "/")
                #expect(try await browser.get("/").html.contains("Tess Okafor"))

                let session = browser.cookie("penstock")
                #expect(try await browser.submit("/sign-out", from: "/", []).location == "/sign-in")
                #expect(browser.cookie("penstock") == nil)
                #expect(session != nil)
                #expect(try await browser.get("/").status == 303)

                let again = try await browser.submit("/sign-in/link", from: form, good)
                #expect(again.status == 401)
                #expect(again.html.contains("used already"))

                let wrong = [("email", Sample.tess.email), ("passphrase", "something else entirely")]
                #expect(try await browser.submit("/sign-in", from: "/sign-in", wrong).status == 401)
                let right = [("email", Sample.tess.email), ("passphrase", words), ("next", "/findings")]
                #expect(try await browser.submit("/sign-in", from: "/sign-in", right).location == "/findings")
            }
        }
    }

    @Test("A form without the session's token, with another's or from another site changes nothing")
    func forgedForms() async throws {
        try await House.withHouse { house in
            try await house.settle()
            let id = try await house.leads()
            try await house.browse { browser in
                try await browser.signIn()
                let path = "/identities/\(id)/stop"
                #expect(try await browser.post(path, [("reason", "x")]).status == 403)
                #expect(try await browser.post(path, [("reason", "x"), ("csrf", "")]).status == 403)
                #expect(try await browser.post(path, [("reason", "x"), ("csrf", "0123")]).status == 403)
                let token = try #require(try await browser.get("/").csrf)
                let fields = [("reason", "x"), ("csrf", token)]
                for site in ["cross-site", "same-site"] {
                    #expect(try await browser.post(path, fields, headers: ["sec-fetch-site": site]).status == 403)
                }
                let json = try await browser.post(path, fields, headers: ["content-type": "application/json"])
                #expect(json.status == 422)
                let state = try await house.control.identity(id, by: .localOperator(name: "t")).identity.state
                #expect(state == .discovered)
                #expect(try await browser.post(path, fields, headers: ["sec-fetch-site": "same-origin"]).status == 303)
            }
        }
    }

    @Test("A sign-in form is tied to the browser that loaded it")
    func loginForgery() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.browse { browser in
                let fields = [("email", Sample.tess.email), ("passphrase", "x"), ("csrf", "attacker's")]
                #expect(try await browser.post("/sign-in", fields).status == 403)
                let page = try await browser.get("/sign-in")
                #expect(page.headers["set-cookie"]?.contains("penstock-form=") ?? false)
                browser.forget("penstock-form")
                let token = try #require(page.csrf)
                #expect(try await browser.post("/sign-in", [("csrf", token)]).status == 403)
            }
        }
    }

    @Test("A session ends with its time, and with its person")
    func ends() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.browse { browser in
                try await browser.signIn(as: Sample.mira.email)
                #expect(try await browser.get("/").status == 200)
                let gone = NewUser(email: Sample.mira.email, name: "Mira Holt", status: .left, roles: [.owner])
                _ = try await house.control.putUser(gone, by: .localOperator(name: "t"))
                #expect(try await browser.get("/").status == 303)

                try await browser.signIn()
                house.pass(.hours(13))
                #expect(try await browser.get("/").status == 303)
            }
        }
    }

    @Test("Cookies are Secure and bound to the host where browsers come over https")
    func secureCookies() async throws {
        try await House.withHouse(secure: true) { house in
            try await house.settle()
            try await house.browse { browser in
                let page = try await browser.get("/sign-in")
                let cookie = try #require(page.headers["set-cookie"])
                #expect(cookie.hasPrefix("__Host-penstock-form="))
                #expect(cookie.hasSuffix("Path=/; HttpOnly; SameSite=Strict; Secure"))
            }
        }
    }

    @Test("Every answer forbids inline script, frames and caching")
    func headers() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.browse { browser in
                try await browser.signIn()
                for path in ["/", "/identities", "/sign-out-nowhere", "/identities/idn_none", "/log"] {
                    let page = try await browser.get(path)
                    #expect(page.headers["content-security-policy"] == SecurityHeaders.policy)
                    #expect(page.headers["x-frame-options"] == "DENY")
                    #expect(page.headers["cache-control"] == "no-store")
                    #expect(page.headers["x-content-type-options"] == "nosniff")
                    #expect(!page.html.contains(" style="))
                    #expect(!page.html.contains("<style"))
                    #expect(!page.html.contains(" onclick="))
                }
            }
        }
    }
}
