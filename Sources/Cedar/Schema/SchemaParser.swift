/// Reads a schema in Cedar syntax into its declarations.
///
/// One token of look-ahead decides everything.
///
/// After a mistake reading goes on behind the next semicolon, so that one run reports several.
///
/// Source: the Cedar reference, "Human-readable schema grammar".
struct SchemaParser {
    let source: SourceText
    var lexer: Lexer
    var token: Token
    var diagnostics: [SourceDiagnostic] = []
    var depth = 0
    var openBraces = 0

    init(_ source: SourceText) {
        self.source = source
        lexer = Lexer(source)
        token = lexer.next()
    }

    /// All namespaces; the declarations outside of any come last, under no name.
    mutating func namespaces() throws(SchemaErrors) -> [RawNamespace] {
        if let range = Lexer.invalidUTF8(in: source.bytes) {
            throw SchemaErrors([SourceDiagnostic("the text is not valid UTF-8", at: range, in: source)])
        }
        var named: [RawNamespace] = []
        var unnamed = RawNamespace(name: nil)
        while token.kind != .end, diagnostics.count < SyntaxErrors.limit {
            do throws(SourceDiagnostic) {
                let annotations = try annotations()
                if isWord("namespace") {
                    named.append(try namespace(annotations))
                } else {
                    try declaration(annotations, into: &unnamed, expecting: ["namespace"])
                }
            } catch {
                recover(from: error, inside: 0)
            }
        }
        guard diagnostics.isEmpty else { throw SchemaErrors(diagnostics) }
        return named + [unnamed]
    }

    private mutating func namespace(_ annotations: [Annotation]) throws(SourceDiagnostic) -> RawNamespace {
        advance()
        let name = try path()
        var namespace = RawNamespace(name: Name(unchecked: name.parts), range: name.range, annotations: annotations)
        try take(.leftBrace, "`{`")
        while token.kind != .rightBrace, token.kind != .end, diagnostics.count < SyntaxErrors.limit {
            do throws(SourceDiagnostic) {
                try declaration(try self.annotations(), into: &namespace, expecting: ["`}`"])
            } catch {
                recover(from: error, inside: 1)
            }
        }
        try take(.rightBrace, "`}`")
        return namespace
    }

    private mutating func declaration(
        _ annotations: [Annotation],
        into namespace: inout RawNamespace,
        expecting others: [String],
    ) throws(SourceDiagnostic) {
        depth = 0
        if takeWord("entity") {
            try entity(annotations, into: &namespace)
        } else if takeWord("action") {
            try action(annotations, into: &namespace)
        } else if takeWord("type") {
            let name = try identifier()
            try take(.equal, "`=`")
            namespace.types.append(RawCommonType(name: name.text, range: name.range, type: try type()))
            try take(.semicolon, "`;`")
        } else {
            throw unexpected(["`entity`", "`action`", "`type`"] + others)
        }
    }

    private mutating func entity(
        _ annotations: [Annotation],
        into namespace: inout RawNamespace,
    ) throws(SourceDiagnostic) {
        let names = try list { (parser: inout SchemaParser) throws(SourceDiagnostic) in try parser.identifier() }
        var shared = RawEntity(name: "", range: .none, annotations: annotations)
        if takeWord("enum") {
            try take(.leftBracket, "`[`")
            shared.enumeration = try list { (parser: inout SchemaParser) throws(SourceDiagnostic) in
                try parser.string()
            }
            try take(.rightBracket, "`]`")
        } else {
            if takeWord("in") { shared.parents = try types() }
            let hasEqual = token.kind == .equal
            if hasEqual { advance() }
            if token.kind == .leftBrace {
                shared.shape = try record()
            } else if hasEqual {
                throw unexpected(["`{`"])
            }
            if takeWord("tags") { shared.tags = try type() }
        }
        try take(.semicolon, "`;`")
        for name in names {
            var entity = RawEntity(name: name.text, range: name.range, annotations: annotations)
            entity.parents = shared.parents
            entity.shape = shared.shape
            entity.tags = shared.tags
            entity.enumeration = shared.enumeration
            namespace.entities.append(entity)
        }
    }

    private mutating func action(
        _ annotations: [Annotation],
        into namespace: inout RawNamespace,
    ) throws(SourceDiagnostic) {
        let names = try list { (parser: inout SchemaParser) throws(SourceDiagnostic) in try parser.name() }
        var shared = RawAction(name: "", range: .none, annotations: annotations)
        if takeWord("in") {
            if token.kind == .leftBracket {
                advance()
                shared.parents = try list { (parser: inout SchemaParser) throws(SourceDiagnostic) in
                    try parser.actionName()
                }
                try take(.rightBracket, "`]`")
            } else {
                shared.parents = [try actionName()]
            }
        }
        if takeWord("appliesTo") { try application(names[0], into: &shared) }
        if takeWord("attributes") {
            try take(.leftBrace, "`{`")
            try take(.rightBrace, "`}`")
        }
        try take(.semicolon, "`;`")
        for name in names {
            var action = RawAction(name: name.text, range: name.range, annotations: annotations)
            action.parents = shared.parents
            action.principals = shared.principals
            action.resources = shared.resources
            action.context = shared.context
            namespace.actions.append(action)
        }
    }

    private static let applicationWords: Set<Text> = ["principal", "resource", "context"]

    /// What stands between the braces of `appliesTo`.
    private mutating func application(
        _ name: (text: Text, range: SourceRange),
        into action: inout RawAction,
    ) throws(SourceDiagnostic) {
        try take(.leftBrace, "`{`")
        var seen: Set<Text> = []
        repeat {
            let word = token
            let kind = text(word)
            guard word.kind == .identifier, Self.applicationWords.contains(kind) else {
                throw unexpected(["`principal`", "`resource`", "`context`"])
            }
            advance()
            try take(.colon, "`:`")
            if !seen.insert(kind).inserted {
                throw failure("`\(kind)` is declared twice for action `\(name.text)`", word.range)
            }
            if kind == "context" {
                action.context = try context()
            } else {
                let types = try types()
                if types.isEmpty {
                    let advice = "leave `appliesTo` out for an action that only groups others"
                    throw failure("`\(kind)` of action `\(name.text)` is empty; \(advice)", word.range)
                }
                if kind == "principal" { action.principals = types } else { action.resources = types }
            }
            if token.kind == .comma { advance() } else { break }
        } while token.kind != .rightBrace
        guard token.kind == .rightBrace else { throw unexpected(["`,`", "`}`"]) }
        for kind in ["principal", "resource"] as [Text] where !seen.contains(kind) {
            throw failure("`\(kind)` is missing from `appliesTo` of action `\(name.text)`", name.range)
        }
        advance()
    }

    private mutating func context() throws(SourceDiagnostic) -> RawType {
        if token.kind == .leftBrace { return try record() }
        let name = try path()
        return RawType(kind: .common(name), range: name.range)
    }
}
