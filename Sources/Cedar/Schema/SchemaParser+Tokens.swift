extension SchemaParser {
    mutating func advance() {
        if token.kind == .leftBrace { openBraces += 1 }
        if token.kind == .rightBrace { openBraces -= 1 }
        token = lexer.next()
    }

    func text(_ token: Token) -> Text {
        Text(utf8: source.bytes[token.range.lower..<token.range.upper])
    }

    func isWord(_ word: StaticString) -> Bool {
        token.kind == .identifier && source.matches(token.range, word)
    }

    mutating func takeWord(_ word: StaticString) -> Bool {
        guard isWord(word) else { return false }
        advance()
        return true
    }

    mutating func take(_ kind: Token.Kind, _ expected: String) throws(SourceDiagnostic) {
        guard token.kind == kind else { throw unexpected([expected]) }
        advance()
    }

    /// One or more elements between commas.
    mutating func list<Element>(
        _ element: (inout SchemaParser) throws(SourceDiagnostic) -> Element
    ) throws(SourceDiagnostic) -> [Element] {
        var elements = [try element(&self)]
        while token.kind == .comma {
            advance()
            elements.append(try element(&self))
        }
        return elements
    }

    func failure(_ message: String, _ range: SourceRange) -> SourceDiagnostic {
        SourceDiagnostic(message, at: range, in: source)
    }

    func unexpected(_ expected: [String]) -> SourceDiagnostic {
        if token.kind == .end {
            return SourceDiagnostic("the schema ends here", at: token.range, in: source, expected: expected)
        }
        let shown = String(source.string(token.range).prefix(40))
        let message = token.kind == .invalid ? "`\(shown)` begins no token" : "unexpected `\(shown)`"
        return SourceDiagnostic(message, at: token.range, in: source, found: shown, expected: expected)
    }

    /// Goes behind the next semicolon with at most `braces` open, or in front of the brace that closes the namespace.
    mutating func recover(from error: SourceDiagnostic, inside braces: Int) {
        diagnostics.append(error)
        while token.kind != .end {
            if token.kind == .semicolon && openBraces <= braces {
                advance()
                return
            }
            if token.kind == .rightBrace && openBraces <= braces {
                if braces == 0 { advance() }
                openBraces = max(openBraces, 0)
                return
            }
            advance()
        }
    }
}
