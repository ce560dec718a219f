import Testing

@testable import Cedar

struct LexerTests {
    private func kinds(_ text: String) -> [Token.Kind] {
        var lexer = Lexer(SourceText(text))
        var kinds: [Token.Kind] = []
        while true {
            let token = lexer.next()
            kinds.append(token.kind)
            if token.kind == .end { return kinds }
        }
    }

    @Test("Operators of two characters are taken before those of one")
    func longestFirst() {
        #expect(
            kinds("== = != ! <= < >= > :: :") == [
                .doubleEqual, .equal, .notEqual, .bang, .lessOrEqual, .less, .greaterOrEqual, .greater, .doubleColon,
                .colon, .end,
            ]
        )
    }

    @Test("Unicode blanks and comments separate tokens")
    func blanks() {
        #expect(kinds("a\u{A0}b\u{2003}// c \"\n1") == [.identifier, .identifier, .integer, .end])
    }

    @Test(
        "An unclosed string, a byte order mark and a lone ampersand are invalid",
        arguments: ["\"a", "\u{FEFF}", "&"]
    )
    func invalid(text: String) {
        #expect(kinds(text).first == .invalid)
    }

    @Test("Positions count lines and scalars from one")
    func positions() {
        let source = SourceText("é\nab")
        #expect(source.position(of: 0) == SourcePosition(line: 1, column: 1))
        #expect(source.position(of: 2) == SourcePosition(line: 1, column: 2))
        #expect(source.position(of: 4) == SourcePosition(line: 2, column: 2))
    }

    @Test("Bytes that are not UTF-8 are found")
    func notUTF8() {
        #expect(Lexer.invalidUTF8(in: Array("aé".utf8)) == nil)
        #expect(Lexer.invalidUTF8(in: [0x61, 0xFF, 0x61])?.lower == 1)
    }
}

struct TextTests {
    @Test("Composed and decomposed forms of one letter differ")
    func normalisation() {
        let composed = Text("\u{E9}")
        let decomposed = Text("e\u{301}")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(composed.string == decomposed.string)
    }
}
