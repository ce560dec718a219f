import Domain
import Testing

@testable import Console
@testable import ControlPlane

struct EscapingTests {
    /// A name that breaks out of text, of a quoted attribute, or of escaping that goes by grapheme clusters.
    @Test(
        "Text from an estate cannot become markup",
        arguments: [
            "<script>alert(1)</script>", "\" onfocus=\"evil(1)", "\"\u{301} autofocus onfocus=alert(1) x=\"",
            "<\u{20E3}img src=x onerror=alert(1)>", "' onclick='alert(1)", "&lt;b&gt;", "a\u{0}b<i>", "{{frame.csrf}}",
        ],
    )
    func everywhere(hostile: String) throws {
        var identity = Sample.active
        identity.name = hostile
        identity.purpose = hostile
        identity.environment = hostile
        identity.declaredReach = [hostile]
        identity.classification.reasons = [hostile, "`\(hostile)`"]
        var detail = Sample.detail(identity)
        detail.workflow?.project = hostile
        detail.workflow?.tags = [hostile]
        detail.workflow?.triggers = [
            Trigger(kind: .webhook, step: hostile, callback: Callback(methods: ["POST"], path: hostile))
        ]
        detail.workflow?.steps[0].target = hostile
        detail.workflow?.steps[0].credentials = [CredentialReference(kind: hostile, id: hostile, name: hostile)]
        detail.findings[0].remedy = hostile
        detail.findings[0].subject.name = hostile
        detail.findings[0].evidence = [hostile: .text(hostile)]
        let page = IdentityPage(
            detail,
            frame: Sample.frame(.identities, notice: Notice(good: false, hostile, text: hostile, once: hostile)),
            suggestions: Suggestions(people: [hostile], environments: [hostile], resources: [hostile]),
            now: Sample.now,
        )
        let plain = try Templates().render(
            "identity",
            IdentityPage(Sample.detail(Sample.active), frame: Sample.frame(.identities), now: Sample.now),
        )
        let html = try Templates().render("identity", page)
        // Bytes, not characters: a browser does not go by grapheme clusters.
        let bytes = Array(html.utf8)
        for (offset, byte) in hostile.utf8.enumerated() where "<>\"'".utf8.contains(byte) {
            let stretch = Array(hostile.utf8.dropFirst(offset).prefix(5))
            #expect(!contains(bytes, stretch) || contains(Array(plain.utf8), stretch))
        }
        #expect(
            tags(html).isSubset(
                of: tags(plain).union(["p", "div", "b", "code", "span", "button", "ul", "li", "option"])
            )
        )
        #expect(!bytes.contains(0))
    }

    @Test("What stands in backticks is code, an odd backtick is text")
    func prose() {
        #expect(Prose("run `penstock stop` now").parts.map(\.isCode) == [false, true, false])
        #expect(Prose("run `penstock stop").parts.map(\.text) == ["run `penstock stop"])
        #expect(Prose("`a``b`").parts.map(\.text) == ["a", "b"])
    }

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, bytes.count >= part.count else { return false }
        return bytes.indices.dropLast(part.count - 1).contains { start in
            bytes[start] == first && bytes[start..<start + part.count].elementsEqual(part)
        }
    }

    /// Names of the elements of a page.
    private func tags(_ html: String) -> Set<String> {
        var names: Set<String> = []
        var name: String?
        for scalar in html.unicodeScalars {
            if scalar == "<" {
                name = ""
            } else if let begun = name {
                if scalar.properties.isAlphabetic && scalar.isASCII {
                    name = begun + String(scalar).lowercased()
                } else {
                    if !begun.isEmpty { names.insert(begun) }
                    name = nil
                }
            }
        }
        return names
    }
}
