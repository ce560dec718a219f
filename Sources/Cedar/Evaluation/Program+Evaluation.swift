// Recursion is as deep as the expression is high, see `Expression.heightLimit`; each form has a function of its own to
// keep the frames small. The situation is handed down rather than stored, so that it is not copied for each policy.
extension Program {
    /// The truth of the whole condition.
    func isTrue(in situation: Situation) throws(EvaluationError) -> Bool {
        root < 0 ? true : try bool(root, situation)
    }

    /// The value of the whole expression.
    func value(in situation: Situation) throws(EvaluationError) -> Value {
        root < 0 ? .bool(true) : try value(root, situation)
    }

    func bool(_ index: Int32, _ situation: Situation) throws(EvaluationError) -> Bool {
        let node = code[Int(index)]
        switch node.code {
        case .and: return try all(node, situation)
        case .or: return try any(node, situation)
        case .not: return !(try bool(node.a, situation))
        case .equal: return try equal(node, situation)
        case .notEqual: return !(try equal(node, situation))
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return try compare(node, situation)
        case .memberOf: return try isMember(node.a, node.b, situation)
        case .contains, .containsAll, .containsAny: return try contains(node, situation)
        case .hasTag: return try hasTag(node, situation)
        case .isEmpty: return try value(node.a, situation).asSet().isEmpty
        case .has: return try has(node, situation)
        case .like: return patterns[Int(node.b)].matches(try value(node.a, situation).asString())
        case .isType: return try isType(node, situation)
        case .conditional: return try bool(try bool(node.a, situation) ? node.b : node.c, situation)
        default: return try value(index, situation).asBool()
        }
    }

    func value(_ index: Int32, _ situation: Situation) throws(EvaluationError) -> Value {
        let node = code[Int(index)]
        switch node.code {
        case .constant: return constants[Int(node.a)]
        case .principal: return .entity(situation.request.principal)
        case .action: return .entity(situation.request.action)
        case .resource: return .entity(situation.request.resource)
        case .context: return .record(situation.request.context)
        case .attribute: return try attribute(node, situation)
        case .getTag: return try tag(node, situation)
        case .negate: return try negated(node, situation)
        case .add, .subtract, .multiply: return try arithmetic(node, situation)
        case .conditional: return try value(try bool(node.a, situation) ? node.b : node.c, situation)
        case .set: return try set(node, situation)
        case .record: return try record(node, situation)
        case .call: return try call(node, situation)
        default: return .bool(try bool(index, situation))
        }
    }
}
