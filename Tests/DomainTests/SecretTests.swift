import Testing

@testable import Domain

struct SecretTests {
    @Test("A secret prints as stars, however it is printed")
    func hidden() {
        let secret = Secret("open sesame")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])"] {
            #expect(!text.contains("sesame"))
        }
        #expect(secret.withBytes { $0.count } == 11)
    }
}
