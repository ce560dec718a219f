import Testing

@testable import Domain

struct IDTests {
    @Test("An id made later sorts after one made earlier, and reads back")
    func order() {
        let earlier = ID<Identity>(at: Instant(seconds: 1_000_000))
        let later = ID<Identity>(at: Instant(seconds: 1_000_001))
        #expect(earlier < later)
        #expect(ID<Identity>(earlier.text) == earlier)
        #expect(earlier.text.utf8.count == 30)
    }

    @Test(
        "Text of another kind or with other characters is no id",
        arguments: ["", "idn_", "usr_1", "idn_a b", "idn_a/b"]
    )
    func refused(text: String) {
        #expect(ID<Identity>(text) == nil)
    }
}
