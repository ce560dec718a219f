import Domain
import Testing

@testable import Console
@testable import ControlPlane

struct RequestsTests {
    @Test("A form is decoded, what cannot be decoded is left out")
    func form() {
        let form = FormData("a=1+2&b=%C3%A4&bad=%zz&c&a=3&empty=+&list=crm%2C+billing%2C%2C")
        #expect(form.first("a") == "1 2")
        #expect(form.all("a") == ["1 2", "3"])
        #expect(form.text("b") == "ä")
        #expect(form.first("bad") == nil)
        #expect(form.first("c")?.isEmpty == true)
        #expect(form.text("empty") == nil)
        #expect(form.list("list") == ["crm", "billing"])
        #expect(form.list("absent").isEmpty)
    }

    @Test("A form of very many fields is cut off")
    func manyFields() {
        let form = FormData(Array(repeating: "a=1", count: 2000).joined(separator: "&"))
        #expect(form.all("a").count == 500)
    }

    @Test("An address keeps the filter that it was made from")
    func roundTrip() {
        let text = "q=a%20%26b&state=active&class=privileged&environment=prod&unowned=yes&sort=expires&order=descending"
        let query = IdentityQuery(FormData(text))
        #expect(query.link() == "/identities?" + text)
        #expect(query.link(cursor: "x/y").hasSuffix("&cursor=x%2Fy"))
        #expect(IdentityQuery(FormData("sort=nonsense&state=nonsense")).link() == "/identities")
    }

    @Test("The last day of a filter counts whole")
    func lastDay() {
        let query = EventQuery(FormData("from=2026-06-01&until=2026-06-02"))
        #expect(query.filter.until == Sample.moment("2026-06-03"))
        #expect(query.link() == "/log?from=2026-06-01&until=2026-06-02")
    }

    @Test("Percent-encoding leaves only unreserved characters")
    func percent() {
        #expect(Percent.encode("a/b?c=ü&\u{0}") == "a%2Fb%3Fc%3D%C3%BC%26%00")
        #expect(Percent.decode("%41+%4".utf8, plusIsSpace: true) == nil)
        #expect(Percent.decode("a+b".utf8, plusIsSpace: false) == "a+b")
    }

    @Test(
        "After signing in nobody is led to another site",
        arguments: [
            "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y", "javascript:alert(1)", "", "a",
        ],
    )
    func elsewhere(next: String) {
        #expect(Console.safe(next) == "/")
    }

    @Test("After signing in one gets where one wanted to go")
    func next() {
        #expect(Console.safe("/findings?rule=unowned&q=a%20b") == "/findings?rule=unowned&q=a%20b")
    }

    @Test("Cookies are out of reach of scripts and other sites, and need https where there is any")
    func cookies() {
        let plain = Cookies(secure: false)
        #expect(plain.session(Secret("t")) == "penstock=t; Path=/; HttpOnly; SameSite=Strict")
        let secure = Cookies(secure: true)
        #expect(secure.session(Secret("t")) == "__Host-penstock=t; Path=/; HttpOnly; SameSite=Strict; Secure")
        #expect(secure.noSession.contains("Max-Age=0"))
        #expect(Cookies.newFormToken().utf8.count == 32)
        #expect(Cookies.newFormToken() != Cookies.newFormToken())
    }
}
