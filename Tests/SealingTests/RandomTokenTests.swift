import Domain
import Sealing
import Testing

struct RandomTokenTests {
    @Test("Tokens are 43 characters that fit into a URL, behind their prefix, and never the same")
    func shape() {
        let texts = (0..<200).map { _ in
            RandomToken(prefix: "pen_").text.withBytes { String(decoding: $0, as: UTF8.self) }
        }
        #expect(Set(texts).count == 200)
        for text in texts {
            #expect(text.count == 47 && text.hasPrefix("pen_"))
            #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        }
    }

    @Test("A token is found by its digest, and only that token")
    func digest() {
        let token = RandomToken()
        #expect(TokenDigest(of: token.text) == token.digest)
        #expect(TokenDigest(hex: token.digest.hex).matches(token.text))
        #expect(!token.digest.matches(RandomToken().text))
        #expect(TokenDigest(of: Secret("abc")).hex.hasPrefix("ba7816bf8f01cfea"))
    }

    @Test("Neither a token nor its text shows in a description")
    func hidden() {
        let token = RandomToken(prefix: "visible")
        #expect(!"\(token)".contains("visible"))
        #expect(!String(reflecting: token).contains("visible"))
    }
}
