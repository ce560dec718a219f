import Domain
import Importers
import Testing

struct CodeOwnersTests {
    @Test(
        "The last pattern that fits names the owner",
        arguments: [
            ("* @ann", "@ann", .person), ("* @org/team", "@org/team", .team),
            ("* ann@example.com", "ann@example.com", .person),
            ("* @a\n/.github/ @b", "@b", .person), ("* @a\n*.yml @b", "@b", .person),
            ("/.github/ @b\n* @a", "@a", .person),
            ("* @a\n/.github/*.yml @b", "@a", .person), ("* @a\n/.github/*/*.yml @b", "@b", .person),
            ("* @a\nworkflows/ @b", "@b", .person), ("* @a\n.github/** @b", "@b", .person),
            ("* @a\n**/w.yml @b", "@b", .person),
            ("* @a\n/.github/* @b", "@a", .person), ("* @a\n/w.yml @b", "@a", .person),
            ("# * @x\n[Team]\n* @a # x", "@a", .person),
            ("* @a\n/**/**/**/**/w?yml @b @c", "@b", .person),
        ] as [(String, String, OwnerHint.Kind)]
    )
    func owner(text: String, expected: String, kind: OwnerHint.Kind) async throws {
        let estate = try await gitHubEstate([
            ".github/workflows/w.yml": "on: push\njobs: {a: {steps: [{run: x}]}}\n", ".github/CODEOWNERS": text,
        ])
        #expect(estate.workflows.first?.owner == OwnerHint(kind: kind, text: expected))
        #expect(estate.source.capabilities.owners)
    }

    @Test("A pattern without owners says that nobody is, and the file in `.github` goes before others")
    func none() async throws {
        let flow = "on: push\njobs: {a: {steps: [{run: x}]}}\n"
        let nobody = try await gitHubEstate(["a/w.yml": flow, "CODEOWNERS": "* @a\n/a/\n"])
        #expect(nobody.workflows.first?.owner == nil)
        let first = try await gitHubEstate([
            "a/w.yml": flow, "CODEOWNERS": "* @a\n", ".github/CODEOWNERS": "* @b\n", "x/CODEOWNERS": "* @c",
        ])
        #expect(first.workflows.first?.owner?.text == "@b")
        #expect(first.counts["ownerFiles"] == 3)
    }
}
