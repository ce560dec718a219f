import Testing

@testable import Domain

struct CoverTests {
    private func cover(_ used: [String], within outer: String = "crm", most: Int = 3) throws -> [String] {
        let outer = try #require(ResourcePath(outer))
        return Cover.smallest(of: Set(used.compactMap { ResourcePath($0) }), within: outer, most: most).map(
            \.description
        )
    }

    @Test("What was used is what is left, without what lies under something else that was")
    func exact() throws {
        #expect(try cover(["crm/a/b", "crm/a/b/c", "crm/d"]) == ["crm/a/b", "crm/d"])
        #expect(try cover([]) == [])
        #expect(try cover(["crm", "crm/a"]) == ["crm"])
        #expect(try cover(["shop/a"]) == [])
    }

    @Test(
        "A segment that names one record is no scope",
        arguments: ["42", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "9f86d081884c7d659a2feaa0c55ad015"]
    )
    func records(segment: String) throws {
        #expect(try cover(["crm/a/\(segment)", "crm/a/\(segment)/notes"]) == ["crm/a"])
        // What was granted by its number stays so.
        #expect(try cover(["crm/a/\(segment)/notes"], within: "crm/a/\(segment)") == ["crm/a/\(segment)/notes"])
    }

    @Test("Words that look like numbers only in part are scopes")
    func words() throws {
        #expect(
            try cover(["crm/2024-report", "crm/deadbeef", "crm/v2"]) == ["crm/2024-report", "crm/deadbeef", "crm/v2"]
        )
    }

    @Test("More than there is room for are joined where most meet, the outermost place last")
    func joined() throws {
        let many = (0..<20).map { "crm/archive/part\($0)/x" }
        #expect(try cover(many + ["crm/a/b", "crm/d"]) == ["crm/a/b", "crm/archive", "crm/d"])
        #expect(try cover(["crm/a", "crm/b", "crm/c", "crm/d"]) == ["crm"])
        #expect(try cover(["crm/a/b", "crm/a/c", "crm/d", "crm/e"]) == ["crm/a", "crm/d", "crm/e"])
    }
}
