import Testing

@testable import Cedar

struct ValidationReportTests {
    private static let schema = """
        entity User in [Team] { age?: Long };
        entity Team, Photo;
        entity Color enum ["red"];
        action view appliesTo { principal: User, resource: Photo };
        action color appliesTo { principal: User, resource: Color };
        """

    @Test("A report names policy, place and kind, and keeps warnings apart")
    func report() throws {
        let set = try PolicySet(
            parsing: """
                permit(principal, action, resource);
                permit(principal, action, resource)
                when { principal.age > 3 };
                forbid(principal, action, resource) when { false };
                """
        )
        let report = Validator(try Schema(parsing: Self.schema)).validate(set)
        #expect(!report.isValid)
        #expect(report.errors.map(\.policy) == ["policy1"])
        #expect(report.errors.first?.position == SourcePosition(line: 3, column: 8))
        #expect(report.warnings.map(\.issue.code) == [.impossiblePolicy])
        #expect(report.issues(of: "policy0").isEmpty)
    }

    @Test("Links are checked for the entities that fill their slots")
    func links() throws {
        var set = try PolicySet(parsing: "permit(principal in ?principal, action, resource == ?resource);")
        func entity(_ type: Name, _ id: Text) -> EntityUID { EntityUID(type, id) }
        let names = ["Team", "Photo", "Color", "Nope"].map { Name(unchecked: Text($0)) }
        let (team, photo, color, nope) = (names[0], names[1], names[2], names[3])
        let values: [(PolicyID, EntityUID, EntityUID)] = [
            ("fine", entity(team, "t"), entity(photo, "p")), ("color", entity(team, "t"), entity(color, "red")),
            ("blue", entity(team, "t"), entity(color, "blue")), ("unknown", entity(nope, "x"), entity(photo, "p")),
            ("swapped", entity(photo, "p"), entity(team, "t")),
        ]
        for (id, principal, resource) in values {
            try set.link(
                TemplateLink(template: "policy0", id: id, values: [.principal: principal, .resource: resource])
            )
        }
        let report = Validator(try Schema(parsing: Self.schema)).validate(set)
        #expect(report.issues(of: "policy0").isEmpty)
        #expect(report.issues(of: "fine").isEmpty)
        #expect(report.issues(of: "color").isEmpty)
        #expect(report.issues(of: "blue").map(\.code) == [.unknownEnumeratedID])
        #expect(report.issues(of: "unknown").map(\.code) == [.unknownEntityType, .inapplicableScope])
        #expect(report.issues(of: "swapped").map(\.code) == [.inapplicableScope])
    }
}
