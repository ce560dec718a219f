/// Follows a condition down to the part that decided it.
struct CauseFinder {
    let situation: Situation
    let source: SourceText?

    /// The cause why `expression` did not come to `wanted`, but to its opposite or to nothing.
    func cause(_ expression: Expression, wanted: Bool) -> Cause {
        switch result(expression) {
        case .error(let error): failing(expression, error)
        case .value: blamed(expression, wanted: wanted)
        }
    }

    private func result(_ expression: Expression) -> Observation.Result {
        do {
            return .value(try Compiler.program(for: expression).value(in: situation))
        } catch {
            return .error(error)
        }
    }

    private func isTrue(_ expression: Expression) -> Bool {
        result(expression) == .value(.bool(true))
    }

    /// Descends to the part that made the whole come to the wrong truth value.
    private func blamed(_ expression: Expression, wanted: Bool) -> Cause {
        switch expression.kind {
        case .not(let inner):
            return blamed(inner, wanted: !wanted)
        case .and(let parts) where wanted:
            if let part = parts.first(where: { !isTrue($0) }) { return blamed(part, wanted: true) }
        case .or(let parts) where !wanted:
            if let part = parts.first(where: isTrue) { return blamed(part, wanted: false) }
        case .or(let parts), .and(let parts):
            return made(expression, alternatives: parts.map { blamed($0, wanted: wanted) })
        case .conditional(let condition, let then, let otherwise):
            let branch = blamed(isTrue(condition) ? then : otherwise, wanted: wanted)
            return made(expression, operands: [observed(condition)], alternatives: [branch])
        default: break
        }
        return made(expression, operands: operands(expression))
    }

    /// Descends to the innermost part that fails although the parts evaluated before it do not.
    private func failing(_ expression: Expression, _ error: EvaluationError) -> Cause {
        for child in evaluated(expression) {
            if case .error(let inner) = result(child) { return failing(child, inner) }
        }
        return made(expression, result: .error(error), operands: operands(expression))
    }

    /// The direct parts that are evaluated, in order, up to the one that ends it.
    private func evaluated(_ expression: Expression) -> [Expression] {
        switch expression.kind {
        case .and(let parts): upToFirst(parts) { !isTrue($0) }
        case .or(let parts): upToFirst(parts) { result($0) != .value(.bool(false)) }
        case .conditional(let condition, let then, let otherwise): [condition, isTrue(condition) ? then : otherwise]
        case .record(let fields): fields.sorted { $0.key < $1.key }.map(\.value)
        default: expression.kind.children
        }
    }

    private func upToFirst(_ parts: [Expression], where isLast: (Expression) -> Bool) -> [Expression] {
        guard let index = parts.firstIndex(where: isLast) else { return parts }
        return Array(parts[...index])
    }

    private func operands(_ expression: Expression) -> [Observation] {
        switch expression.kind {
        case .and, .or, .conditional: []
        default: expression.kind.children.filter { !$0.isLiteral }.map(observed)
        }
    }

    private func observed(_ expression: Expression) -> Observation {
        Observation(expression: expression.description, result: result(expression))
    }

    private func made(
        _ expression: Expression,
        result: Observation.Result? = nil,
        operands: [Observation] = [],
        alternatives: [Cause] = [],
    ) -> Cause {
        Cause(
            expression: expression.description,
            range: expression.range,
            position: expression.range == .none ? nil : source?.position(of: expression.range.lower),
            result: result ?? self.result(expression),
            operands: operands,
            alternatives: alternatives,
        )
    }
}

extension Expression {
    fileprivate var isLiteral: Bool {
        if case .literal = kind { return true }
        return false
    }
}
