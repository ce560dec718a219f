import Testing

@testable import Cedar

struct SchemaConformanceTests {
    private static func name(_ text: String) -> Name { Name(unchecked: Text(text)) }

    @Test("Entities pass or fail as with the reference", arguments: ConformanceCases.entities)
    func entities(json: String, isValid: Bool) throws {
        let schema = try Schema(parsing: ConformanceCases.schema)
        if isValid {
            #expect(throws: Never.self) { try schema.entities(json: SourceText(json)) }
        } else {
            #expect(throws: SchemaViolations.self) { try schema.entities(json: SourceText(json)) }
        }
    }

    @Test("Requests pass or fail as with the reference", arguments: ConformanceCases.requests)
    func requests(json: String, isValid: Bool) throws {
        let schema = try Schema(parsing: ConformanceCases.schema)
        if isValid {
            #expect(throws: Never.self) { try schema.request(json: SourceText(json)) }
        } else {
            #expect(throws: SchemaViolations.self) { try schema.request(json: SourceText(json)) }
        }
    }

    @Test("A store with a schema holds the actions and what they belong to")
    func actions() throws {
        let schema = try Schema(parsing: "action a in b; action b in c; action c;")
        let store = try Entities([], conformingTo: schema)
        let a = EntityUID(Self.name("Action"), "a")
        #expect(store.count == 3)
        #expect(store.ancestors(of: a)?.map(\.id.string).sorted() == ["b", "c"])
    }

    @Test("Given actions must belong to what the schema says, directly or not")
    func givenActions() throws {
        let schema = try Schema(parsing: "action a in b; action b in c; action c;")
        let type = Self.name("Action")
        let (a, b, c) = (EntityUID(type, "a"), EntityUID(type, "b"), EntityUID(type, "c"))
        #expect(throws: Never.self) {
            try Entities([Entity(a, parents: [b]), Entity(b, parents: [c])], conformingTo: schema)
        }
        #expect(throws: Never.self) { try Entities([Entity(a, parents: [b, c])], conformingTo: schema) }
        let violations = try #require(throws: SchemaViolations.self) {
            try Entities([Entity(a, parents: [b])], conformingTo: schema)
        }
        #expect(violations.violations.map(\.code) == [.changedAction])
    }

    @Test("Every violation of an entity is reported with its attribute")
    func several() throws {
        let schema = try Schema(parsing: "entity A { x: Long, y: { z: String }, w?: Set<Long> }; entity B;")
        let entity = Entity(
            EntityUID(Self.name("A"), "a"),
            attributes: Record([
                "y": .record(Record(["z": .long(1), "q": .bool(true)])), "w": .set([.string("s")]), "v": .long(1),
            ]),
            parents: [EntityUID(Self.name("B"), "b")],
        )
        let violations = schema.violations(in: entity)
        #expect(
            violations.map(\.code) == [
                .unknownAttribute, .wrongType, .unknownAttribute, .wrongType, .missingAttribute, .wrongParent,
            ]
        )
        #expect(violations.contains { $0.message.contains("`y.z`") })
        #expect(violations.allSatisfy { $0.entity == entity.uid })
    }
}
