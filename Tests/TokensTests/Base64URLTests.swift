import Testing

@testable import Tokens

struct Base64URLTests {
    @Test("Bytes of every length are written and read back")
    func roundTrip() {
        for count in 0...70 {
            let bytes = (0..<count).map { UInt8(($0 * 89 + count) & 255) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
        #expect(Base64URL.text([0xFB, 0xEF, 0xFF]) == "--__")
    }

    @Test(
        "Padding, spaces, other alphabets, impossible lengths and stray bits are refused",
        arguments: [
            "A", "AAAAA", "AA==", "AAA=", "AA A", "A+AA", "A/AA", "AB", "AAB", "AA\n", "AA.A", "AAé",
        ]
    )
    func malformed(text: String) {
        #expect(Base64URL.decode(text.utf8) == nil)
    }
}
