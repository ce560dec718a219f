import Domain
import TestSupport
import Testing

@testable import Console
@testable import ControlPlane

struct VendorsTests {
    @Test("The vendors show who answers for them, what depends on each, and when the contract ends")
    func list() throws {
        let templates = try Templates()
        let written = Vendor(
            name: "Northwind",
            runtimeOwner: Sample.mira.id,
            dataOwner: Sample.tess.id,
            contractBegins: Sample.moment("2025-07-01"),
            contractEnds: Sample.moment("2026-07-01"),
            stopContact: "+1 555 0100, on call",
        )
        let vendors = [
            VendorConcentration(
                vendor: written,
                identities: 12,
                privileged: 2,
                systems: 3,
                functions: ["finance"],
                environments: ["production"],
                share: 0.3,
            ),
            VendorConcentration(
                vendor: Vendor(name: "Contoso & Söhne"),
                identities: 0,
                privileged: 0,
                systems: 1,
                functions: [],
                environments: [],
                share: 0,
            ),
        ]
        let page = VendorsPage(
            vendors,
            people: [Sample.mira, Sample.tess, Sample.liam],
            changing: "Northwind",
            frame: Sample.frame(.vendors),
            now: Sample.now,
        )
        try expectGolden(templates.render("vendors", page), named: "vendors.html")
        let empty = VendorsPage([], people: [], frame: Sample.frame(.vendors), now: Sample.now)
        #expect(templates.render("vendors", empty).contains("No vendors yet"))
    }

    @Test("Everything a vendor runs is stopped from its page, but only when its name is typed once more")
    func stop() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.register(vendor: "Northwind")
            try await house.browse { browser in
                try await browser.signIn()
                let fields = [
                    ("name", "Northwind"), ("runtimeOwner", Sample.mira.email), ("contractEnds", "2026-09-01"),
                ]
                #expect(
                    try await browser.submit("/vendors", from: "/vendors", fields).location == "/vendors?done=saved"
                )
                let list = try await browser.get("/vendors")
                #expect(list.html.contains("Mira Holt <span class=\"faint\">runtime</span>"))
                #expect(list.html.contains("href=\"/identities?vendor=Northwind\">1 identity</a>"))
                #expect(try await browser.get("/identities?vendor=Northwind").html.contains("Sync leads</a>"))
                #expect(try await browser.get("/identities?vendor=Contoso").html.contains("Nothing matches"))

                let path = "/vendors/Northwind/stop"
                #expect(try await browser.get(path).html.contains("Sync leads</a>"))
                let slip = try await browser.submit(path, from: path, [("reason", "breach"), ("confirm", "Northwynd")])
                #expect(slip.status == 422)
                #expect(slip.html.contains("confirm-wrong"))
                #expect(try await browser.get("/identities?state=active").html.contains("Sync leads</a>"))
                let stopped = try await browser.submit(
                    path,
                    from: path,
                    [("reason", "breach"), ("confirm", "Northwind")]
                )
                #expect(stopped.location == "/vendors?stopped=1")
                #expect(try await browser.get("/identities?state=suspended").html.contains("Sync leads</a>"))
            }
        }
    }

    @Test("A vendor whose owner nobody knows is refused beside the field")
    func nobody() async throws {
        try await House.withHouse { house in
            try await house.settle()
            try await house.browse { browser in
                try await browser.signIn()
                let fields = [("name", "Northwind"), ("dataOwner", "nobody@example.com")]
                let refused = try await browser.submit("/vendors", from: "/vendors", fields)
                #expect(refused.status == 422)
                #expect(refused.html.contains("id=\"dataOwner-wrong\">is the address of nobody here"))
                #expect(refused.html.contains("value=\"nobody@example.com\""))
            }
        }
    }
}
