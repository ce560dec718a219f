extension Program {
    func all(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Bool {
        for place in Int(node.a)..<Int(node.a + node.b) where !(try bool(operands[place], situation)) { return false }
        return true
    }

    func any(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Bool {
        for place in Int(node.a)..<Int(node.a + node.b) where try bool(operands[place], situation) { return true }
        return false
    }

    func equal(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Bool {
        let left = try value(node.a, situation)
        let right = try value(node.b, situation)
        return left == right
    }

    func compare(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Bool {
        let left = try value(node.a, situation)
        let right = try value(node.b, situation)
        let order: (Int64, Int64)
        switch (left, right) {
        case (.long(let a), .long(let b)): order = (a, b)
        case (.datetime(let a), .datetime(let b)): order = (a.milliseconds, b.milliseconds)
        case (.duration(let a), .duration(let b)): order = (a.milliseconds, b.milliseconds)
        default: throw Self.incomparable(left, right)
        }
        switch node.code {
        case .less: return order.0 < order.1
        case .lessOrEqual: return order.0 <= order.1
        case .greater: return order.0 > order.1
        default: return order.0 >= order.1
        }
    }

    /// The reference blames the operand that does not fit the other.
    private static func incomparable(_ left: Value, _ right: Value) -> EvaluationError {
        switch (left.type, right.type) {
        case (.long, let found), (let found, .long): .typeMismatch(expected: [.long], found: found)
        case (.datetime, let found): .typeMismatch(expected: [.datetime], found: found)
        case (.duration, let found): .typeMismatch(expected: [.duration], found: found)
        case (let found, .datetime): .typeMismatch(expected: [.datetime], found: found)
        case (let found, .duration): .typeMismatch(expected: [.duration], found: found)
        case (let found, _): .typeMismatch(expected: [.long, .datetime, .duration], found: found)
        }
    }

    func isMember(_ a: Int32, _ b: Int32, _ situation: Situation) throws(EvaluationError) -> Bool {
        let left = try value(a, situation)
        let right = try value(b, situation)
        let uid = try left.asEntity()
        switch right {
        case .entity(let container):
            return situation.isMember(uid, of: container)
        case .set(let containers):
            var isMember = false
            for container in containers {
                guard case .entity(let container) = container else { throw Self.notEntities(containers) }
                isMember = isMember || situation.isMember(uid, of: container)
            }
            return isMember
        default:
            throw .typeMismatch(expected: [.set, .anyEntity], found: right.type)
        }
    }

    /// The reference blames the least element that is no entity, in its order of types.
    private static func notEntities(_ containers: Set<Value>) -> EvaluationError {
        func rank(_ type: ValueType) -> Int {
            switch type {
            case .bool: 0
            case .long: 1
            case .string: 2
            case .set: 3
            case .record: 4
            default: 5
            }
        }
        var least = ValueType.anyEntity
        for container in containers {
            let type = container.type
            if case .entity = type { continue }
            if least == .anyEntity || rank(type) < rank(least) { least = type }
        }
        return .typeMismatch(expected: [.anyEntity], found: least)
    }

    func contains(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Bool {
        let left = try value(node.a, situation)
        let right = try value(node.b, situation)
        let set = try left.asSet()
        switch node.code {
        case .contains: return set.contains(right)
        case .containsAll: return try right.asSet().isSubset(of: set)
        default: return !(try right.asSet().isDisjoint(with: set))
        }
    }

    func has(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Bool {
        var subject = try value(node.a, situation)
        for place in Int(node.b)..<Int(node.b + node.c) {
            let record: Record
            switch subject {
            case .record(let fields): record = fields
            case .entity(let uid):
                guard let entity = situation.node(uid) else { return false }
                record = entity.attributes
            default: throw .typeMismatch(expected: [.record, .anyEntity], found: subject.type)
            }
            guard let found = record[texts[place]] else { return false }
            subject = found
        }
        return true
    }

    func isType(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Bool {
        let uid = try value(node.a, situation).asEntity()
        guard uid.type == names[Int(node.b)] else { return false }
        return node.c < 0 ? true : try isMember(node.a, node.c, situation)
    }

    func hasTag(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Bool {
        let left = try value(node.a, situation)
        let right = try value(node.b, situation)
        let uid = try left.asEntity()
        let key = try right.asString()
        return situation.node(uid)?.tags.index(of: key) != nil
    }
}
