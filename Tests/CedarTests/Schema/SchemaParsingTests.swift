import Testing

@testable import Cedar

struct SchemaParsingTests {
    @Test("What the reference takes is taken", arguments: SchemaCases.accepted)
    func accepted(text: String) throws {
        _ = try Schema(parsing: text)
    }

    @Test("What the reference refuses is refused", arguments: SchemaCases.refused)
    func refused(text: String) {
        #expect(throws: SchemaErrors.self) { try Schema(parsing: text) }
    }

    @Test("A printed schema reads back as the same schema", arguments: SchemaCases.accepted)
    func printed(text: String) throws {
        let schema = try Schema(parsing: text)
        let again = try Schema(parsing: schema.description)
        #expect(again.entityTypes == schema.entityTypes)
        #expect(again.actions == schema.actions)
    }

    @Test("Several mistakes are reported at once, each with its place")
    func positions() throws {
        let text = """
            entity User in Nobody {
                name String,
            };
            entity Team;
            namespace Shop {
                entity if;
                action buy appliesTo { principal: User };
            }
            """
        let errors = try #require(throws: SchemaErrors.self) { try Schema(parsing: text) }
        #expect(errors.diagnostics.map(\.position.description) == ["2:10", "6:12", "7:12"])
        #expect(errors.diagnostics[0].found == "String")
        #expect(errors.diagnostics[0].expected == ["`?` or `:`"])
    }

    @Test("Names that mean nothing are reported at the name")
    func undeclared() throws {
        let text = "entity A in B { c: C, d: Set<N::D> };\naction x in y appliesTo { principal: P, resource: A };"
        let errors = try #require(throws: SchemaErrors.self) { try Schema(parsing: text) }
        #expect(errors.diagnostics.map(\.position.description) == ["1:13", "1:20", "1:30", "2:13", "2:38"])
    }

    @Test("A later attribute of the same name wins")
    func repeatedAttribute() throws {
        let schema = try Schema(parsing: "entity A { x: Long, x?: String };")
        let type = try #require(schema.entityTypes[Name(unchecked: "A")])
        #expect(type.attributes["x"] == RecordType.Attribute(.string, isRequired: false))
    }

    @Test("Descendants cover several steps and cycles")
    func hierarchy() throws {
        let schema = try Schema(parsing: "entity A in B; entity B in C; entity C in B; entity D;")
        #expect(schema.mayBe(Name(unchecked: "A"), in: Name(unchecked: "C")))
        #expect(!schema.mayBe(Name(unchecked: "C"), in: Name(unchecked: "A")))
        let type = try #require(schema.entityTypes[Name(unchecked: "B")])
        #expect(type.descendants.map(\.description).sorted() == ["A", "B", "C"])
    }

    @Test("Types nested without end, and chains of common types, are answered quickly")
    func bombs() throws {
        let deep = String(repeating: "Set<", count: 100_000)
        #expect(throws: SchemaErrors.self) { try Schema(parsing: "entity A { x: \(deep) };") }
        #expect(throws: SchemaErrors.self) {
            try Schema(parsing: String(repeating: "namespace A {", count: 50_000))
        }
        let doubling = (0..<100).map { "type T\($0) = { a: T\($0 + 1), b: T\($0 + 1) };" }.joined()
        let schema = try Schema(parsing: doubling + "type T100 = Long; entity A { x: T0 };")
        #expect(schema.entityTypes.count == 1)
        let tooDeep = (0..<200).map { "type T\($0) = Set<T\($0 + 1)>;" }.joined()
        #expect(throws: SchemaErrors.self) { try Schema(parsing: tooDeep + "type T200 = Long;") }
        let aliases = (0..<20_000).map { "type T\($0) = T\($0 + 1);" }.joined()
        #expect(throws: Never.self) { try Schema(parsing: aliases + "type T20000 = Long;") }
    }

    @Test("A hierarchy whose closure would fill the memory is refused")
    func hugeHierarchy() throws {
        let chain = (0..<5_000).map { "entity E\($0) in E\($0 + 1);" }.joined()
        let errors = try #require(throws: SchemaErrors.self) { try Schema(parsing: chain + "entity E5000;") }
        #expect(errors.diagnostics.count == 1)
        let wide = (0..<5_000).map { "entity E\($0) in Top;" }.joined()
        let schema = try Schema(parsing: wide + "entity Top;")
        #expect(schema.entityTypes[Name(unchecked: "Top")]?.descendants.count == 5_000)
    }
}
