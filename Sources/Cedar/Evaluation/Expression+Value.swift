extension Expression {
    /// The single expression that a text consists of.
    ///
    /// - Throws: What is wrong with the text.
    public init(parsing source: SourceText) throws(SyntaxErrors) {
        self = try Parser.expression(in: source)
    }

    /// What the expression comes to for a request.
    ///
    /// - Throws: Why it cannot be evaluated.
    public func value(for request: Request, _ entities: Entities) throws(EvaluationError) -> Value {
        try Compiler.program(for: self).value(in: Situation(request, entities))
    }

    /// The variables that it asks for.
    public var variables: Set<Variable> {
        if case .variable(let variable) = kind { return [variable] }
        return kind.children.reduce(into: []) { $0.formUnion($1.variables) }
    }
}
