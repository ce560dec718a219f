import Testing

@testable import Cedar

struct ExtensionTests {
    @Test("Extension values are read, compared and refused as the reference does, in its words")
    func vectors() throws {
        let request = Request(
            principal: EntityUID(Name(unchecked: "U"), "a"),
            action: EntityUID(Name(unchecked: "Action"), "x"),
            resource: EntityUID(Name(unchecked: "R"), "r"),
        )
        for (condition, wanted) in ExtensionVectors.cases {
            let policies = try PolicySet(parsing: "permit(principal, action, resource) when { \(condition) };")
            let answer = policies.authorize(request, Entities())
            let found = answer.errors.first.map { "\($0.error)" } ?? (answer.decision == .allow ? "Allow" : "Deny")
            #expect(found == wanted, "\(condition)")
        }
    }

    @Test(
        "Values are written in their shortest form",
        arguments: [
            ("decimal(\"01.50\")", "decimal(\"1.5\")"), ("decimal(\"-0.0500\")", "decimal(\"-0.05\")"),
            ("ip(\"1.2.3.4/32\")", "ip(\"1.2.3.4\")"), ("ip(\"1.2.3.4/8\")", "ip(\"1.2.3.4/8\")"),
            ("ip(\"0:0:1:0:0:0:0:0/64\")", "ip(\"0:0:1::/64\")"), ("ip(\"0:0:0:0:0:0:0:0\")", "ip(\"::\")"),
            ("ip(\"1:2:3:4:5:6:7:8\")", "ip(\"1:2:3:4:5:6:7:8\")"), ("duration(\"1d2h\")", "duration(\"93600000ms\")"),
        ],
    )
    func descriptions(text: String, wanted: String) throws {
        let value = try #require(Parser.expression(in: SourceText(text)).constantValue)
        #expect(value.description == wanted)
    }

    @Test("Dates are those of the Gregorian calendar", arguments: [-719_528, -1, 0, 59, 60, 11_016, 19_782, 2_932_896])
    func calendar(days: Int) {
        let (year, month, day) = CivilDate.date(daysSince1970: Int64(days))
        #expect(CivilDate.isValid(year: year, month: month, day: day))
        #expect(CivilDate.days(year: year, month: month, day: day) == Int64(days))
    }

    @Test("Instants are written as ISO 8601")
    func instants() throws {
        #expect(try Instant("2024-02-29T23:59:59.120+0130").description == "2024-02-29T22:29:59.120Z")
        #expect(try Instant("0000-01-01").description == "0000-01-01T00:00:00.000Z")
        #expect(Instant(milliseconds: .min).description == "-9223372036854775808ms")
    }
}
