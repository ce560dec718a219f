import Domain
import Testing

@testable import Sealing

struct PassphraseHashTests {
    private let cheap: PassphraseHash.Cost

    init() throws {
        cheap = try #require(PassphraseHash.Cost(logN: 10))
    }

    @Test("The right passphrase matches and others do not")
    func matches() throws {
        let hash = try PassphraseHash(Secret("correct horse"), cost: cheap)
        #expect(try hash.matches(Secret("correct horse")))
        #expect(try !hash.matches(Secret("correct horsE")))
        #expect(try !hash.matches(Secret("")))
    }

    @Test("A stored hash reads back with its cost and matches")
    func stored() throws {
        let hash = try PassphraseHash(Secret("battery"), cost: cheap)
        let read = try PassphraseHash(stored: hash.text)
        #expect(read == hash)
        #expect(hash.text.hasPrefix("$scrypt$ln=10,r=8,p=1$"))
        #expect(try read.matches(Secret("battery")))
    }

    @Test("Two hashes of one passphrase differ")
    func salted() throws {
        #expect(try PassphraseHash(Secret("a"), cost: cheap) != PassphraseHash(Secret("a"), cost: cheap))
    }

    @Test("The standard cost is 64 MiB and works")
    func standard() throws {
        let hash = try PassphraseHash(Secret("staple"))
        #expect(hash.text.hasPrefix("$scrypt$ln=16,r=8,p=1$"))
        #expect(try hash.matches(Secret("staple")))
        try PassphraseHash.pretendToMatch(Secret("staple"))
    }

    @Test("The vector of RFC 7914, section 12, comes out")
    func vector() throws {
        let cost = try #require(PassphraseHash.Cost(logN: 10, blockSize: 8, parallelism: 16))
        let hash = try PassphraseHash(Secret("password"), cost: cost, salt: Array("NaCl".utf8), count: 64)
        let expected =
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
            + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        #expect(hexadecimal(hash.bytes) == expected)
    }

    @Test(
        "A text of another form or with absurd cost is refused",
        arguments: [
            "", "$scrypt$", "$argon2id$ln=10,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
            "$scrypt$ln=30,r=8,p=1$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "$scrypt$ln=10,r=99,p=1$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "$scrypt$r=8,ln=10,p=1$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "$scrypt$ln=10,r=8,p=1$c2E$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "$scrypt$ln=10,r=8,p=1$c2FsdHNhbHRzYWx0$AAAA",
            "$scrypt$ln=10,r=8,p=1$c2FsdHNhbHRzYWx0$!!!!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ]
    )
    func malformed(text: String) {
        #expect(throws: SealingError.malformedHash) { try PassphraseHash(stored: text) }
    }
}
