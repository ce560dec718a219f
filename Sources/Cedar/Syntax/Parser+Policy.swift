extension Parser {
    /// Annotations, effect, scope, conditions and the semicolon.
    mutating func statement() throws(Failed) -> Policy {
        let start = token.range.lower
        let annotations = try annotations()
        let effect = try effect()
        try expect(.leftParenthesis, "`(`")
        let scope = try scope()
        var conditions: [Condition] = []
        while token.kind == .identifier { conditions.append(try condition()) }
        try expect(.semicolon, "`;`")
        return Policy(
            annotations: annotations,
            effect: effect,
            principal: scope.principal,
            action: scope.action,
            resource: scope.resource,
            conditions: conditions,
            ranges: Policy.Ranges(
                statement: range(from: start),
                principal: scope.ranges[0],
                action: scope.ranges[1],
                resource: scope.ranges[2],
            ),
        )
    }

    private mutating func annotations() throws(Failed) -> [Annotation] {
        guard token.kind == .at else { return [] }
        var annotations: [Annotation] = []
        var keys: Set<Text> = []
        while token.kind == .at {
            let start = token.range.lower
            advance()
            guard token.kind == .identifier else { throw unexpected("identifier") }
            let key = text(token.range)
            let keyRange = token.range
            advance()
            var value: Text?
            if take(.leftParenthesis) {
                guard token.kind == .string else { throw unexpected("string literal") }
                value = try unescaped(token.range)
                advance()
                try expect(.rightParenthesis, "`)`")
            }
            if !keys.insert(key).inserted { throw fail("duplicate annotation: @\(key)", keyRange) }
            annotations.append(Annotation(key: key, value: value, range: range(from: start)))
        }
        return annotations
    }

    private mutating func effect() throws(Failed) -> Effect {
        guard token.kind == .identifier else { throw unexpected("`@`", "`permit`", "`forbid`") }
        let effectRange = token.range
        if takeWord("permit") { return .permit }
        if takeWord("forbid") { return .forbid }
        throw fail("invalid policy effect: \(clipped(effectRange))", effectRange, expected: ["`permit`", "`forbid`"])
    }

    private mutating func condition() throws(Failed) -> Condition {
        let start = token.range.lower
        let kind: Condition.Kind
        if takeWord("when") {
            kind = .when
        } else if takeWord("unless") {
            kind = .unless
        } else {
            let word = clipped(token.range)
            throw fail("invalid policy condition: \(word)", token.range, expected: ["`when`", "`unless`", "`;`"])
        }
        try expect(.leftBrace, "`{`")
        if token.kind == .rightBrace {
            throw fail("`\(kind.rawValue)` condition clause cannot be empty", token.range)
        }
        let body = try expression()
        try expect(.rightBrace, "`}`")
        if let slot = body.firstSlot {
            throw fail("found template slot \(clipped(slot)) in a `\(kind.rawValue)` clause", slot)
        }
        return Condition(kind, body, range: range(from: start))
    }
}

extension Expression {
    /// Where the first slot stands, if there is one.
    fileprivate var firstSlot: SourceRange? {
        if !hasSlot { return nil }
        if case .slot = kind { return range }
        for child in kind.children {
            if let slot = child.firstSlot { return slot }
        }
        return nil
    }
}
