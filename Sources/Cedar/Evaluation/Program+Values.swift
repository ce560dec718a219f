extension Program {
    func tag(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Value {
        let left = try value(node.a, situation)
        let right = try value(node.b, situation)
        let uid = try left.asEntity()
        let key = try right.asString()
        guard let entity = situation.node(uid) else { throw .missingEntity(uid) }
        guard let tag = entity.tags[key] else { throw .missingTag(key, of: uid) }
        return tag
    }

    func attribute(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Value {
        let subject = try value(node.a, situation)
        let name = texts[Int(node.b)]
        switch subject {
        case .record(let record):
            guard let found = record[name] else { throw .missingAttribute(name, of: nil) }
            return found
        case .entity(let uid):
            guard let entity = situation.node(uid) else { throw .missingEntity(uid) }
            guard let found = entity.attributes[name] else { throw .missingAttribute(name, of: uid) }
            return found
        default:
            throw .typeMismatch(expected: [.record, .anyEntity], found: subject.type)
        }
    }

    func negated(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Value {
        let number = try value(node.a, situation).asLong()
        let (result, over) = (0 as Int64).subtractingReportingOverflow(number)
        if over { throw .overflow(.negate, number, 0) }
        return .long(result)
    }

    func arithmetic(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Value {
        let leftValue = try value(node.a, situation)
        let rightValue = try value(node.b, situation)
        let left = try leftValue.asLong()
        let right = try rightValue.asLong()
        let result: (partialValue: Int64, overflow: Bool)
        let operation: EvaluationError.Arithmetic
        switch node.code {
        case .add:
            operation = .add
            result = left.addingReportingOverflow(right)
        case .subtract:
            operation = .subtract
            result = left.subtractingReportingOverflow(right)
        default:
            operation = .multiply
            result = left.multipliedReportingOverflow(by: right)
        }
        if result.overflow { throw .overflow(operation, left, right) }
        return .long(result.partialValue)
    }

    func set(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Value {
        var values = Set<Value>(minimumCapacity: Int(node.b))
        for place in Int(node.a)..<Int(node.a + node.b) { values.insert(try value(operands[place], situation)) }
        return .set(values)
    }

    func record(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Value {
        var fields: ContiguousArray<Record.Field> = []
        fields.reserveCapacity(Int(node.b))
        for place in 0..<Int(node.b) {
            let value = try value(operands[Int(node.a) + place], situation)
            fields.append(Record.Field(key: texts[Int(node.c) + place], value: value))
        }
        return .record(Record(sorted: fields))
    }

    func call(_ node: Instruction, _ situation: Situation) throws(EvaluationError) -> Value {
        let function = ExtensionFunction(number: node.c)
        let count = Int(node.b)
        var first = Value.bool(false)
        var second = Value.bool(false)
        for place in 0..<count {
            let argument = try value(operands[Int(node.a) + place], situation)
            if place == 0 { first = argument } else if place == 1 { second = argument }
        }
        if function == .unknown, count > 0 { throw .unknown(try first.asString()) }
        guard count == function.arity else { throw .wrongArity(function, found: count) }
        return count == 1 ? try ExtensionCall.value(function, first) : try ExtensionCall.value(function, first, second)
    }
}
