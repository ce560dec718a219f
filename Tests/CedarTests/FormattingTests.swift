import Testing

@testable import Cedar

struct FormattingTests {
    @Test("A printed statement reads back as the same", arguments: AcceptanceCases.accepted)
    func roundTrip(text: String) throws {
        for policy in try Parser.policies(in: SourceText(text)) {
            let again = try Parser.policies(in: SourceText(policy.description))
            #expect(again == [policy])
        }
    }

    @Test(
        "An expression is printed with the parentheses that it needs, and no others",
        arguments: [
            "(1 + 2) * 3 - -4 == -(5)", "1 - (2 - 3) - 4 == 1", "!(a.b == 1 || true) && (if true then 1 else 2) == 1",
            "(context has a.b) == true", "(principal is A::B in C::\"x\") == (resource in [D::\"y\"])",
            "-(-context.x) == 1", "!!true", "context[\"if\"].b[\"c d\"] == \"\\\"\\n\\u{200b}\"",
            "{if_: 1, \"if\": 2, principal: {}} == {}", "(-1).isEmpty() || -1.isEmpty()",
            "\"a\" like \"\\*a*\\\\\\\"\" && (\"b\" like \"*\") == true", "(true && false) && true",
            "ip(\"1.1.1.1\").isInRange(ip(\"1.0.0.0/8\"))", "(1 == 2) has a && (1 < 2) == (2 < 3)",
            "context.a.contains([1, \"x\", User::\"y\"]) == !context.b", "unknown(\"x\")", "[].isEmpty()",
            "(if true then 1 else if false then 2 else 3) + 1 == 2",
        ],
    )
    func parentheses(text: String) throws {
        let source = text.replacing("a.b", with: "context.b")
        let expression = try Parser.expression(in: SourceText(source))
        let printed = expression.description
        #expect(try Parser.expression(in: SourceText(printed)) == expression)
        let broken = ExpressionPrinter(width: 10).lines(expression, indent: 4)
        #expect(try Parser.expression(in: SourceText(broken)) == expression)
    }

    @Test("Formatting keeps comments, breaks long lines, and is done after one run")
    func layout() throws {
        let text = """
            // head
            @id("x") @empty permit (principal==User::"alice",action in[Action::"read",Action::"write"],resource is
            Document in Folder::"shared") // scope
            when{resource.owner==principal&&// why
            context.time<100} ; // behind

            forbid(principal,action,resource)unless{context.mfa && principal.department == "a rather long department name" || resource.isPublic || principal in Group::"administrators"};
            // last
            """
        let formatted = try PolicyFormatter.format(text)
        #expect(
            formatted == """
                // head
                @id("x")
                @empty
                permit(
                    principal == User::"alice",
                    action in [Action::"read", Action::"write"],
                    resource is Document in Folder::"shared"
                )
                // scope
                // why
                when { resource.owner == principal && context.time < 100 }; // behind

                forbid(principal, action, resource)
                unless {
                    context.mfa && principal.department == "a rather long department name"
                    || resource.isPublic
                    || principal in Group::"administrators"
                };

                // last

                """
        )
        #expect(try PolicyFormatter.format(formatted) == formatted)
        #expect(
            try Parser.policies(in: SourceText(formatted)) == Parser.policies(in: SourceText(text))
        )
    }

    @Test("A text without statements keeps its comments")
    func onlyComments() throws {
        #expect(try PolicyFormatter.format("") == "")
        #expect(try PolicyFormatter.format("  // a\n\n//b  \n") == "// a\n//b\n")
    }
}
