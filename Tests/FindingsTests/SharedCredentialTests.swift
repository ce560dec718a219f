import Domain
import Findings
import Testing

struct SharedCredentialTests {
    private func users(_ count: Int, _ identityClass: IdentityClass = .readOnly) -> [Workflow] {
        (0..<count).map { workflow("w\($0)", [step("s", identityClass, credentials: ["k"])]) }
    }

    @Test(
        "F7, O3: the number of workflows that use one credential decides how severe it is",
        arguments: [(1, nil), (2, .low), (3, .medium), (10, .medium), (11, .high)] as [(Int, Finding.Severity?)]
    )
    func fanOut(count: Int, expected: Finding.Severity?) {
        let found = findings("shared-credential", in: inventory(users(count)))
        #expect(found.first?.severity == expected)
        #expect(found.first?.evidence["fanOut"] == expected.map { _ in .number(count) })
    }

    @Test("O4: an administrator's credential that is shared is critical")
    func admin() {
        let found = findings(
            "shared-credential",
            in: inventory(users(1, .privileged) + [workflow("x", [step("s", .readOnly, credentials: ["k"])])])
        )
        #expect(found.map(\.severity) == [.critical])
        #expect(found.first?.evidence["adminUse"] == .number(1))
    }

    @Test("P1, P5: one credential in two environments is high and says which")
    func environments() {
        let flows = [
            workflow("p", [step("s", credentials: ["k"])], environment: "production"),
            workflow("t", [step("s", credentials: ["k"])], environment: "staging"),
        ]
        let found = findings("shared-credential", in: inventory(flows))
        #expect(found.map(\.severity) == [.high])
        #expect(found.first?.evidence["environments"] == .list(["production", "staging"]))
        #expect(found.first?.frameworks.contains("NHI8:2025") == true)
    }

    @Test("Two steps of one workflow are one use, and disabled steps none")
    func oneWorkflow() {
        var off = step("off", credentials: ["k"])
        off.disabled = true
        let flows = [
            workflow("a", [step("s", credentials: ["k"]), step("t", credentials: ["k"])]), workflow("b", [off]),
        ]
        #expect(findings("shared-credential", in: inventory(flows)).isEmpty)
    }

    @Test("O5: credentials of different names with the same secret are one, across sources")
    func fingerprints() {
        func place(_ name: String, _ key: String) -> Inventory.Place {
            var estate = Estate(source: SourceDescription(root: name, format: "n8n"))
            estate.workflows = [workflow("w", [step("s", credentials: [key])])]
            var credential = Credential(reference: CredentialReference(kind: "api", id: key, name: nil))
            credential.fingerprint = Fingerprint(hex: "same")
            estate.credentials = [credential]
            return Inventory.Place(id: ID<Source>("src_\(name)") ?? source, estate: estate)
        }
        let both = Inventory(places: [place("one", "a"), place("two", "b")], identities: [], users: [], now: now)
        #expect(findings("shared-credential", in: both).map(\.subject.id) == ["one|api|id:a"])
    }

    @Test("A workflow that vanished shares nothing any more")
    func vanished() {
        let inventory = inventory(users(2), vanished: ["w1": now])
        #expect(findings("shared-credential", in: inventory).isEmpty)
    }
}
