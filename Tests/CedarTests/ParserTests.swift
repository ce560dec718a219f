import Testing

@testable import Cedar

struct ParserTests {
    private func policies(_ text: String) throws(SyntaxErrors) -> [Policy] {
        try Parser.policies(in: SourceText(text))
    }

    @Test("Statements that the reference takes are taken", arguments: AcceptanceCases.accepted)
    func accepted(text: String) throws {
        _ = try policies(text)
    }

    @Test("Statements that the reference refuses are refused", arguments: AcceptanceCases.rejected)
    func rejected(text: String) {
        #expect(throws: SyntaxErrors.self) { try policies(text) }
    }

    @Test("Each bad statement is reported with its place, and reading goes on behind the semicolon")
    func recovery() throws {
        let text = """
            permit(principal, action, resource) when { foo };
            permit(principal, action, resource);
            forbid(principal action, resource);
            allow(principal, action, resource);
            permit(principal, action, resource) when { "é" == 1 / 2 };
            """
        let errors = #expect(throws: SyntaxErrors.self) { try policies(text) }
        let places = errors?.diagnostics.map(\.position.description)
        #expect(places == ["1:44", "3:18", "4:1", "5:53"])
        #expect(errors?.diagnostics[1].found == "action")
        #expect(errors?.diagnostics[1].expected == ["`,` or `)`"])
        #expect(errors?.diagnostics[2].expected == ["`permit`", "`forbid`"])
    }

    @Test("Bytes that are not UTF-8 are refused with their place")
    func notUTF8() {
        let bytes = Array("permit(principal,\naction\u{7F}".utf8) + [0xC3, 0x28]
        let errors = #expect(throws: SyntaxErrors.self) { try Parser.policies(in: SourceText(bytes)) }
        #expect(errors?.diagnostics.first?.position == SourcePosition(line: 2, column: 8))
    }

    @Test("Precedence follows the grammar")
    func precedence() throws {
        let flat = try Parser.expression(in: SourceText("true || 1 + 2 * 3 == 7 && !false || context has a.b"))
        let full = try Parser.expression(
            in: SourceText("(true) || (((1 + (2 * 3)) == 7) && (!false)) || (context has a.b)")
        )
        #expect(flat == full)
    }

    @Test("A minus before digits is part of the literal, unless something is called on them")
    func negativeLiterals() throws {
        let least = try Parser.expression(in: SourceText("-9223372036854775808"))
        #expect(least.kind == .literal(.long(.min)))
        let call = try Parser.expression(in: SourceText("-1.isEmpty()"))
        guard case .negate(let inner) = call.kind, case .isEmpty = inner.kind else {
            Issue.record("expected the negation of a call")
            return
        }
    }

    @Test("Ranges cover what was written")
    func ranges() throws {
        let text = "@a(\"x\") permit(principal == U::\"a\", action, resource) when { context.b < 3 };"
        let source = SourceText(text)
        let policy = try #require(Parser.policies(in: source).first)
        #expect(source.string(policy.ranges.principal) == "principal == U::\"a\"")
        #expect(source.string(policy.ranges.statement) == text)
        #expect(source.string(policy.conditions[0].body.range) == "context.b < 3")
        #expect(source.string(policy.annotations[0].range) == "@a(\"x\")")
    }
}
