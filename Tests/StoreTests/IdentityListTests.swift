import Domain
import SQLEngine
import Store
import TestSupport
import Testing

struct IdentityListTests {
    @Test("Each filter takes those it names and no others", arguments: TestEngine.available)
    func filters(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let source = Source.sample()
            let kim = User.sample("kim@example.com", name: "Kim Müller")
            var orders = Identity.full("Ördérs 100%", source: source.id)
            orders.owner = kim.id
            var other = Identity.sample("Backup_nightly")
            other.kind = .scheduledJob
            other.classification = Classification(.privileged, reasons: [])
            let identities = [orders, other]
            try await store.write { connection in
                try SourceTable.insert(source, in: connection)
                try UserTable.insert(kim, at: .start, in: connection)
                try IdentityTable.insert(identities, in: connection)
            }
            let cases: [(String, (inout IdentityFilter) -> Void, [String])] = [
                ("all", { _ in }, ["Backup_nightly", "Ördérs 100%"]),
                ("name in other case", { $0.text = "ÖRDÉR" }, ["Ördérs 100%"]),
                ("a wildcard is a letter", { $0.text = "%" }, ["Ördérs 100%"]),
                ("an underscore is a letter", { $0.text = "p_n" }, ["Backup_nightly"]),
                ("a backslash is a letter", { $0.text = "\\" }, []),
                ("purpose", { $0.text = "new orders" }, ["Ördérs 100%"]),
                ("owner's address", { $0.text = "KIM@" }, ["Ördérs 100%"]),
                ("owner's name", { $0.text = "müller" }, ["Ördérs 100%"]),
                ("quotes", { $0.text = "' OR 1=1 --" }, []),
                ("states", { $0.states = [.active, .suspended] }, ["Ördérs 100%"]),
                ("classes", { $0.classes = [.privileged] }, ["Backup_nightly"]),
                ("kinds", { $0.kinds = [.scheduledJob, .agent] }, ["Backup_nightly"]),
                ("environment", { $0.environment = "production" }, ["Ördérs 100%"]),
                ("owner", { $0.owner = kim.id }, ["Ördérs 100%"]),
                ("source", { $0.source = source.id }, ["Ördérs 100%"]),
                ("unowned", { $0.unowned = true }, ["Backup_nightly"]),
                (
                    "two that no one meets",
                    {
                        $0.unowned = true
                        $0.states = [.active]
                    }, []
                ),
            ]
            for (name, change, expected) in cases {
                var filter = IdentityFilter()
                change(&filter)
                let wanted = filter
                let page = try await store.read { try IdentityTable.list(wanted, in: $0) }
                #expect(page.items.map(\.name) == expected, "\(name)")
                #expect(page.total == expected.count, "\(name)")
                #expect(try await store.read { try IdentityTable.count(wanted, in: $0) } == expected.count, "\(name)")
            }
        }
    }

    @Test("Pages of every order give each identity once, both ways", arguments: TestEngine.available)
    func pages(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            let identities = (0..<23).map { number in
                var identity = Identity.sample(["b", "A", "a", "Zoë", "zoé"][number % 5])
                identity.state = [.active, .discovered][number % 2]
                identity.classification = Classification(IdentityClass.allCases[number % 3], reasons: [])
                identity.environment = [nil, "production", "test"][number % 3]
                identity.expires = number % 4 == 0 ? nil : .start + .days(Int64(number % 5))
                identity.lastUsed = number % 3 == 0 ? nil : .start + .days(Int64(number % 7))
                identity.updated = .start + .seconds(Int64(number % 2))
                return identity
            }
            try await store.write { try IdentityTable.insert(identities, in: $0) }
            for sort in IdentityFilter.Sort.allCases {
                var forward: [ID<Identity>] = []
                for descending in [false, true] {
                    var filter = IdentityFilter()
                    filter.sort = sort
                    filter.descending = descending
                    let ids = try await everyPage(of: filter, in: store)
                    #expect(Set(ids).count == identities.count && ids.count == identities.count, "\(sort)")
                    if descending { #expect(ids.reversed() == forward, "\(sort)") } else { forward = ids }
                }
            }
        }
    }

    @Test("Orders put the unknown where it is of use", arguments: TestEngine.available)
    func orders(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            var used = Identity.sample("used")
            used.lastUsed = .start
            used.expires = .start
            used.classification = Classification(.readOnly, reasons: [])
            var unused = Identity.sample("Unused")
            unused.classification = Classification(.privileged, reasons: [])
            let identities = [used, unused]
            try await store.write { try IdentityTable.insert(identities, in: $0) }
            let expected: [(IdentityFilter.Sort, String)] = [
                (.name, "Unused"), (.lastUsed, "Unused"), (.expires, "used"), (.identityClass, "used"),
            ]
            for (sort, first) in expected {
                var filter = IdentityFilter()
                filter.sort = sort
                let wanted = filter
                let page = try await store.read { try IdentityTable.list(wanted, in: $0) }
                #expect(page.items.first?.name == first, "\(sort)")
            }
        }
    }

    @Test("A cursor of another list, order or making is refused", arguments: TestEngine.available)
    func cursors(on engine: TestEngine) async throws {
        try await engine.withStore { store in
            try await store.write { try IdentityTable.insert([.sample("a"), .sample("b")], in: $0) }
            let first = try await store.read { try IdentityTable.list(page: PageRequest(limit: 1), in: $0) }
            let next = try #require(first.next)
            var byClass = IdentityFilter()
            byClass.sort = .identityClass
            var descending = IdentityFilter()
            descending.descending = true
            let cases: [(IdentityFilter, String)] = [
                (byClass, next), (descending, next), (IdentityFilter(), "AAAA"), (IdentityFilter(), ""),
                (IdentityFilter(), "ä"), (IdentityFilter(), next + next), (IdentityFilter(), "' OR 1=1"),
            ]
            for (filter, cursor) in cases {
                await #expect(throws: InvalidCursor.self, "\(cursor)") {
                    try await store.read { connection in
                        try IdentityTable.list(filter, page: PageRequest(limit: 1, cursor: cursor), in: connection)
                    }
                }
            }
        }
    }

    private func everyPage(of filter: IdentityFilter, in store: some Database) async throws -> [ID<Identity>] {
        var ids: [ID<Identity>] = []
        var request = PageRequest(limit: 4)
        repeat {
            let wanted = request
            let page = try await store.read { try IdentityTable.list(filter, page: wanted, in: $0) }
            ids += page.items.map(\.id)
            request.cursor = page.next
        } while request.cursor != nil
        return ids
    }
}
