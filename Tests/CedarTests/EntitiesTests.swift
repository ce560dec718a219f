import Testing

@testable import Cedar

struct EntitiesTests {
    private func uid(_ id: String) -> EntityUID { EntityUID(Name(unchecked: "G"), Text(id)) }

    private func entity(_ id: String, in parents: String..., attributes: [Text: Value] = [:]) -> Entity {
        Entity(uid(id), attributes: Record(attributes), parents: Set(parents.map(uid)))
    }

    @Test("Ancestors are found through several ways and beyond missing entities' names")
    func closure() throws {
        let store = try Entities([
            entity("a", in: "b", "c"), entity("b", in: "d"), entity("c", in: "d"), entity("d", in: "gone"),
        ])
        #expect(store.ancestors(of: uid("a")) == Set(["b", "c", "d", "gone"].map(uid)))
        #expect(store.ancestors(of: uid("gone")) == nil)
    }

    @Test("Cycles are refused, however long", arguments: [1, 2, 5, 1_000])
    func cycles(length: Int) {
        let ring = (0..<length).map { entity("\($0)", in: "\(($0 + 1) % length)") }
        #expect(throws: EntityStoreError.self) { try Entities(ring) }
    }

    @Test("A hierarchy of 2,000 levels is built without recursion")
    func deep() throws {
        let store = try Entities((0..<2_000).map { entity("\($0)", in: "\($0 + 1)") })
        #expect(store.ancestors(of: uid("0"))?.count == 2_000)
    }

    @Test("An entity may be given twice only when both are the same")
    func duplicates() throws {
        #expect(try Entities([entity("a", in: "b"), entity("a", in: "b")]).count == 1)
        #expect(throws: EntityStoreError.duplicate(uid("a"))) { try Entities([entity("a"), entity("a", in: "b")]) }
    }

    @Test("Entities laid over a store see it, and are seen by it, as if all had been given at once")
    func overlay() throws {
        let base = try Entities([entity("a", in: "b", "x"), entity("b", in: "c"), entity("y", in: "z"), entity("q")])
        let added = [entity("x", in: "y"), entity("n", in: "a")]
        let store = try base.adding(added)
        let whole = try Entities(Array(base.all) + added)
        for id in ["a", "b", "y", "q", "x", "n", "c"] {
            #expect(store.ancestors(of: uid(id)) == whole.ancestors(of: uid(id)), "\(id)")
        }
        #expect(store.count == whole.count)
        #expect(Set(store.all) == Set(whole.all))
        #expect(base.ancestors(of: uid("n")) == nil)
        let twice = try store.adding([entity("z", in: "top")])
        #expect(twice.ancestors(of: uid("a"))?.contains(uid("top")) == true)
    }

    @Test("Entities laid over a store cannot change it or close a cycle")
    func overlayRefused() throws {
        let base = try Entities([entity("a", in: "x")])
        #expect(throws: EntityStoreError.self) { try base.adding([entity("x", in: "a")]) }
        #expect(throws: EntityStoreError.self) { try base.adding([entity("a")]) }
        #expect(try base.adding([entity("a", in: "x")]).count == 1)
    }
}
