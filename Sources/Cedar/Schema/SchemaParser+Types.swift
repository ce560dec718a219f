extension SchemaParser {
    mutating func type() throws(SourceDiagnostic) -> RawType {
        if token.kind == .leftBrace { return try record() }
        guard isWord("Set") else {
            let name = try path()
            return RawType(kind: .entityOrCommon(name), range: name.range)
        }
        let word = token
        advance()
        // `Set` alone can be the name of an entity type.
        guard token.kind == .less else {
            let name = try path(after: word)
            return RawType(kind: .entityOrCommon(name), range: name.range)
        }
        advance()
        try enter(word.range)
        let element = try type()
        depth -= 1
        let end = token.range
        try take(.greater, "`>`")
        return RawType(kind: .set(element), range: word.range.union(end))
    }

    mutating func record() throws(SourceDiagnostic) -> RawType {
        let start = token.range
        try take(.leftBrace, "`{`")
        try enter(start)
        var attributes: [RawAttribute] = []
        while token.kind != .rightBrace {
            _ = try annotations()
            let name = try name()
            let isOptional = token.kind == .question
            if isOptional { advance() }
            try take(.colon, isOptional ? "`:`" : "`?` or `:`")
            attributes.append(RawAttribute(name: name.text, isRequired: !isOptional, type: try type()))
            if token.kind == .comma { advance() } else { break }
        }
        depth -= 1
        let end = token.range
        try take(.rightBrace, "`,` or `}`")
        return RawType(kind: .record(attributes), range: start.union(end))
    }

    private mutating func enter(_ range: SourceRange) throws(SourceDiagnostic) {
        depth += 1
        if depth >= SchemaType.depthLimit {
            throw failure("types are nested more than \(SchemaType.depthLimit) deep; name a part of it", range)
        }
    }

    /// One path, or any number of them between brackets.
    mutating func types() throws(SourceDiagnostic) -> [RawName] {
        guard token.kind == .leftBracket else { return [try path()] }
        advance()
        if token.kind == .rightBracket {
            advance()
            return []
        }
        let names = try list { (parser: inout SchemaParser) throws(SourceDiagnostic) in try parser.path() }
        try take(.rightBracket, "`,` or `]`")
        return names
    }

    mutating func path(after word: Token? = nil) throws(SourceDiagnostic) -> RawName {
        let first = if let word { (text: text(word), range: word.range) } else { try identifier() }
        var parts = [first.text]
        var range = first.range
        while token.kind == .doubleColon {
            advance()
            let part = try identifier()
            parts.append(part.text)
            range = range.union(part.range)
        }
        return RawName(parts: parts, range: range)
    }

    /// `Path::"id"`, `"id"` or a bare word.
    mutating func actionName() throws(SourceDiagnostic) -> RawActionName {
        if token.kind == .string {
            let range = token.range
            return RawActionName(type: nil, id: try string(), range: range)
        }
        var parts: [Text] = []
        var range = token.range
        while true {
            let part = try identifier()
            parts.append(part.text)
            range = range.union(part.range)
            guard token.kind == .doubleColon else { break }
            advance()
            if token.kind == .string {
                let type = RawName(parts: parts, range: range)
                range = range.union(token.range)
                return RawActionName(type: type, id: try string(), range: range)
            }
        }
        guard parts.count == 1 else { throw unexpected(["`::`"]) }
        return RawActionName(type: nil, id: parts[0], range: range)
    }

    /// A name of an action or attribute: an identifier or a string.
    mutating func name() throws(SourceDiagnostic) -> (text: Text, range: SourceRange) {
        if token.kind == .string {
            let range = token.range
            return (try string(), range)
        }
        return try identifier(orString: true)
    }

    mutating func identifier(
        orString: Bool = false
    ) throws(SourceDiagnostic) -> (text: Text, range: SourceRange) {
        let word = token
        guard word.kind == .identifier else { throw unexpected(["an identifier"] + (orString ? ["a string"] : [])) }
        let text = text(word)
        if Identifier.reserved.contains(text) {
            let advice = orString ? "; write it as a string" : ""
            throw failure("`\(text)` is a reserved word\(advice)", word.range)
        }
        advance()
        return (text, word.range)
    }

    mutating func string() throws(SourceDiagnostic) -> Text {
        guard token.kind == .string else { throw unexpected(["a string"]) }
        let content = source.bytes[token.range.lower + 1..<token.range.upper - 1]
        do {
            let text = try StringEscapes.text(content)
            advance()
            return text
        } catch {
            let lower = token.range.lower + 1 + error.offset
            throw failure("`\(error.text)` is no escape", SourceRange(lower, lower + error.text.utf8.count))
        }
    }

    mutating func annotations() throws(SourceDiagnostic) -> [Annotation] {
        var annotations: [Annotation] = []
        var seen: Set<Text> = []
        while token.kind == .at {
            let start = token.range
            advance()
            guard token.kind == .identifier else { throw unexpected(["an identifier"]) }
            let key = text(token)
            var range = start.union(token.range)
            if !seen.insert(key).inserted { throw failure("annotation `@\(key)` stands here twice", range) }
            advance()
            var value: Text?
            if token.kind == .leftParenthesis {
                advance()
                value = try string()
                range = range.union(token.range)
                try take(.rightParenthesis, "`)`")
            }
            annotations.append(Annotation(key: key, value: value, range: range))
        }
        return annotations
    }
}
