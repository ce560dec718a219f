import SecretScan
import Testing

struct TokenScannerTests {
    private let scanner = TokenScanner()

    /// A token of the right shape that was never issued: made here so that no such text stands in a file.
    private static func made(_ prefix: String, _ count: Int, of alphabet: String = "0123456789abcdefXYZ") -> String {
        var state: UInt64 = 88_172_645_463_325_252
        let letters = Array(alphabet)
        let body = (0..<count).map { _ -> Character in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return letters[Int(state % UInt64(letters.count))]
        }
        return prefix + String(body)
    }

    @Test(
        "A token is found by its prefix, its characters and its length",
        arguments: [
            ("github-token", made("gh" + "p_", 36)),
            ("aws-access-key", made("AK" + "IA", 16, of: "ABCDEFGHJKLMN234567")),
            ("slack-token", made("xox" + "b-", 50)), ("stripe-key", made("sk_" + "live_", 24)),
            ("openai-key", made("sk-" + "proj-", 60)), ("anthropic-key", made("sk-" + "ant-", 90)),
            ("google-api-key", made("AI" + "za", 35)), ("sendgrid-key", made("S" + "G.", 66)),
        ]
    )
    func found(rule: String, token: String) {
        let text = "Authorization: Bearer \(token)\", \"next\""
        let matches = scanner.matches(in: text)
        #expect(matches.map(\.rule) == [rule])
        #expect(matches.first.map { String(Array(text.utf8)[$0.range].map { Character(UnicodeScalar($0)) }) } == token)
    }

    @Test(
        "What is too short, inside a word, or an example is no token",
        arguments: [
            made("gh" + "p_", 35), "x" + made("gh" + "p_", 36), "AK" + "IAIOSFODNN7EXAMPLE",
            "sk-" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "sk_" + "live_your-key", "skeleton-key",
        ]
    )
    func passedOver(text: String) {
        #expect(scanner.matches(in: text).isEmpty)
    }

    @Test("A token with a checksum says whether it is right")
    func checksum() {
        let head = "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ"
        let right = scanner.matches(in: "gh" + "p_" + head + "0mLq17")
        let wrong = scanner.matches(in: "gh" + "p_" + head + "0mLq18")
        #expect(right.map(\.checksum) == [true])
        #expect(wrong.map(\.checksum) == [false])
    }

    @Test("The longest prefix names the rule")
    func longestPrefix() {
        let token = Self.made("sk-" + "or-v1-", 64, of: "0123456789abcdef")
        #expect(scanner.matches(in: token).map(\.rule) == ["openrouter-key"])
    }

    @Test("An empty text and one of a single byte hold nothing", arguments: ["", "g", "sk"])
    func tiny(text: String) {
        #expect(scanner.matches(in: text).isEmpty)
    }
}
