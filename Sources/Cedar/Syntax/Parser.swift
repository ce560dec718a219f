/// Reads policies and templates: a recursive descent over the tokens of one text.
///
/// After an error it goes on behind the next semicolon, so that one run reports the first error of each statement.
///
/// Source: the Cedar reference, "Grammar specification", and the behaviour of the SDK 4.12.
package struct Parser {
    /// The diagnostic is recorded; unwind to the statement.
    struct Failed: Error {}

    /// Expressions nested deeper than this are refused, so that a stack of 512 KiB suffices.
    ///
    /// A level costs up to 3 KiB in a release build, and up to 12 KiB in a debug build.
    package static let nestingLimit = 128

    let source: SourceText
    private var lexer: Lexer
    private(set) var token: Token
    private(set) var consumedEnd = 0
    private(set) var diagnostics: [SourceDiagnostic] = []
    private var nesting = 0

    package init(_ source: SourceText) {
        self.source = source
        lexer = Lexer(source)
        token = lexer.next()
    }

    /// All statements of the text, in order.
    ///
    /// - Throws: Everything that is wrong, at most ``SyntaxErrors/limit`` diagnostics.
    package static func policies(in source: SourceText) throws(SyntaxErrors) -> [Policy] {
        if let range = Lexer.invalidUTF8(in: source.bytes) {
            throw SyntaxErrors([SourceDiagnostic("the text is not UTF-8", at: range, in: source)])
        }
        var parser = Parser(source)
        var policies: [Policy] = []
        while parser.token.kind != .end, parser.diagnostics.count < SyntaxErrors.limit {
            do {
                policies.append(try parser.statement())
            } catch {
                parser.recover()
            }
        }
        if !parser.diagnostics.isEmpty { throw SyntaxErrors(parser.diagnostics) }
        return policies
    }

    /// The single expression that the text consists of.
    ///
    /// - Throws: The first error.
    package static func expression(in source: SourceText) throws(SyntaxErrors) -> Expression {
        if let range = Lexer.invalidUTF8(in: source.bytes) {
            throw SyntaxErrors([SourceDiagnostic("the text is not UTF-8", at: range, in: source)])
        }
        var parser = Parser(source)
        do {
            let expression = try parser.expression()
            if parser.token.kind != .end { throw parser.unexpected() }
            return expression
        } catch {
            throw SyntaxErrors(parser.diagnostics)
        }
    }

    /// Skips to behind the next semicolon.
    private mutating func recover() {
        nesting = 0
        while token.kind != .end {
            let isEnd = token.kind == .semicolon
            advance()
            if isEnd { return }
        }
    }
}

extension Parser {
    /// Goes to the next token.
    @inline(never)
    mutating func advance() {
        consumedEnd = token.range.upper
        token = lexer.next()
    }

    /// Takes the token when it is of this kind.
    mutating func take(_ kind: Token.Kind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    /// Takes the token, which must be of this kind.
    @inline(never)
    mutating func expect(_ kind: Token.Kind, _ name: String) throws(Failed) {
        if !take(kind) { throw unexpected(name) }
    }

    /// Whether the token is this word.
    func isWord(_ word: StaticString) -> Bool {
        token.kind == .identifier && source.matches(token.range, word)
    }

    /// Takes the token when it is this word.
    mutating func takeWord(_ word: StaticString) -> Bool {
        guard isWord(word) else { return false }
        advance()
        return true
    }

    /// The text of a range of the source.
    func text(_ range: SourceRange) -> Text {
        Text(utf8: source.bytes[range.lower..<range.upper])
    }

    /// From `start` to the end of the last token taken.
    func range(from start: Int) -> SourceRange { SourceRange(start, max(start, consumedEnd)) }

    /// Counts one level of nesting around `body`.
    mutating func nested<R>(_ body: (inout Parser) throws(Failed) -> R) throws(Failed) -> R {
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Self.nestingLimit {
            throw fail("expressions are nested deeper than \(Self.nestingLimit) levels", token.range)
        }
        return try body(&self)
    }

    /// Records a diagnostic.
    @inline(never)
    mutating func fail(_ message: String, _ range: SourceRange, expected: [String] = []) -> Failed {
        diagnostics.append(SourceDiagnostic(message, at: range, in: source, found: nil, expected: expected))
        return Failed()
    }

    /// Records that the token cannot stand here.
    @inline(never)
    mutating func unexpected(_ expected: String...) -> Failed {
        let found: String
        let message: String
        switch token.kind {
        case .end:
            found = ""
            message = "unexpected end of input"
        case .invalid:
            found = clipped(token.range)
            message = "invalid token `\(found)`"
        default:
            found = clipped(token.range)
            message = "unexpected token `\(found)`"
        }
        diagnostics.append(
            SourceDiagnostic(message, at: token.range, in: source, found: found, expected: expected)
        )
        return Failed()
    }

    /// At most 40 bytes of the source, for a message.
    @inline(never)
    func clipped(_ range: SourceRange) -> String {
        guard range.upper - range.lower > 40 else { return source.string(range) }
        return source.string(SourceRange(range.lower, range.lower + 40)) + "…"
    }
}
