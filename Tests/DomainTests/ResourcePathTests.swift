import Testing

@testable import Domain

struct ResourcePathTests {
    @Test(
        "A star or slash at the end means what lies below",
        arguments: ["crm/contacts", "crm/contacts/", "crm/contacts/*"]
    )
    func forms(text: String) {
        #expect(ResourcePath(text)?.description == "crm/contacts")
    }

    @Test("The ancestors end with the system")
    func ancestors() {
        #expect(ResourcePath("crm/a/b")?.withAncestors.map(\.description) == ["crm/a/b", "crm/a", "crm"])
    }

    @Test(
        "What could name something else is refused",
        arguments: ["", "CRM/x", "crm//x", "crm/../hr", "crm/./x", "crm/*/x", "crm/a\u{0}b"]
    )
    func refused(text: String) {
        #expect(ResourcePath(text) == nil)
    }
}
