/// Turns expressions into programs; what is constant is computed here, unless it fails.
struct Compiler {
    private var program = Program.Parts()

    /// A program that is true when all conditions are fulfilled.
    static func program(for conditions: [Condition]) -> Program {
        var compiler = Compiler()
        var parts: [Int32] = []
        for condition in conditions {
            let body = compiler.compile(condition.body)
            parts.append(condition.kind == .when ? body : compiler.emit(Instruction(code: .not, a: body)))
        }
        var root: Int32 = -1
        if let first = parts.first { root = parts.count == 1 ? first : compiler.list(.and, parts) }
        return Program(compiler.program, root: root)
    }

    /// A program with the value of one expression.
    static func program(for expression: Expression) -> Program {
        var compiler = Compiler()
        let root = compiler.compile(expression)
        return Program(compiler.program, root: root)
    }

    private mutating func emit(_ instruction: Instruction) -> Int32 {
        program.code.append(instruction)
        return Int32(program.code.count - 1)
    }

    private mutating func list(_ code: Instruction.Code, _ parts: [Int32], c: Int32 = 0) -> Int32 {
        let start = Int32(program.operands.count)
        program.operands.append(contentsOf: parts)
        return emit(Instruction(code: code, a: start, b: Int32(parts.count), c: c))
    }

    private mutating func constant(_ value: Value) -> Int32 {
        program.constants.append(value)
        return emit(Instruction(code: .constant, a: Int32(program.constants.count - 1)))
    }

    private mutating func text(_ text: Text) -> Int32 {
        program.texts.append(text)
        return Int32(program.texts.count - 1)
    }

    private mutating func compile(_ expression: Expression) -> Int32 {
        if let value = expression.constantValue { return constant(value) }
        return switch expression.kind {
        case .literal(let literal): constant(Value(literal))
        case .variable(let variable): emit(Instruction(code: Self.code(variable)))
        case .slot: constant(.bool(false))
        case .and(let parts): chain(.and, parts)
        case .or(let parts): chain(.or, parts)
        case .not(let a): emit(Instruction(code: .not, a: compile(a)))
        case .negate(let a): emit(Instruction(code: .negate, a: compile(a)))
        case .binary(let operation, let a, let b): binary(operation, a, b)
        case .isEmpty(let a): emit(Instruction(code: .isEmpty, a: compile(a)))
        case .conditional(let a, let b, let c): conditional(a, b, c)
        case .attribute(let a, let name): emit(Instruction(code: .attribute, a: compile(a), b: text(name)))
        case .has(let a, let path): has(a, path)
        case .like(let a, let pattern): like(a, pattern)
        case .isType(let a, let type, let container): isType(a, type, container)
        case .set(let parts): chain(.set, parts)
        case .record(let fields): record(fields)
        case .call(let function, let arguments): call(function, arguments)
        }
    }

    private static func code(_ variable: Variable) -> Instruction.Code {
        switch variable {
        case .principal: .principal
        case .action: .action
        case .resource: .resource
        case .context: .context
        }
    }

    private mutating func chain(_ code: Instruction.Code, _ parts: [Expression]) -> Int32 {
        var compiled: [Int32] = []
        for part in parts { compiled.append(compile(part)) }
        return list(code, compiled)
    }

    private mutating func binary(_ operation: BinaryOperator, _ a: Expression, _ b: Expression) -> Int32 {
        let left = compile(a)
        let right = compile(b)
        return emit(Instruction(code: Self.code(operation), a: left, b: right))
    }

    private static func code(_ operation: BinaryOperator) -> Instruction.Code {
        switch operation {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .memberOf: .memberOf
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .contains: .contains
        case .containsAll: .containsAll
        case .containsAny: .containsAny
        case .getTag: .getTag
        case .hasTag: .hasTag
        }
    }

    private mutating func conditional(_ a: Expression, _ b: Expression, _ c: Expression) -> Int32 {
        let condition = compile(a)
        let then = compile(b)
        let otherwise = compile(c)
        return emit(Instruction(code: .conditional, a: condition, b: then, c: otherwise))
    }

    private mutating func has(_ a: Expression, _ path: [Text]) -> Int32 {
        let subject = compile(a)
        let start = Int32(program.texts.count)
        program.texts.append(contentsOf: path)
        return emit(Instruction(code: .has, a: subject, b: start, c: Int32(path.count)))
    }

    private mutating func like(_ a: Expression, _ pattern: Pattern) -> Int32 {
        let subject = compile(a)
        program.patterns.append(CompiledPattern(pattern))
        return emit(Instruction(code: .like, a: subject, b: Int32(program.patterns.count - 1)))
    }

    private mutating func isType(_ a: Expression, _ type: Name, _ container: Expression?) -> Int32 {
        let subject = compile(a)
        let inside: Int32 = if let container { compile(container) } else { -1 }
        program.names.append(type)
        return emit(Instruction(code: .isType, a: subject, b: Int32(program.names.count - 1), c: inside))
    }

    /// Values are computed in the order of the keys, so that the first error is the reference's.
    private mutating func record(_ fields: [Expression.Field]) -> Int32 {
        let sorted = fields.sorted { $0.key < $1.key }
        var parts: [Int32] = []
        for field in sorted { parts.append(compile(field.value)) }
        let keys = Int32(program.texts.count)
        program.texts.append(contentsOf: sorted.map(\.key))
        return list(.record, parts, c: keys)
    }

    private mutating func call(_ function: ExtensionFunction, _ arguments: [Expression]) -> Int32 {
        var parts: [Int32] = []
        for argument in arguments { parts.append(compile(argument)) }
        return list(.call, parts, c: function.number)
    }
}

extension ExtensionFunction {
    /// Place among all functions.
    var number: Int32 { Int32(Self.allCases.firstIndex(of: self) ?? 0) }

    private static let numbered = allCases

    init(number: Int32) { self = Self.numbered[Int(number)] }
}

extension Expression {
    /// The value of literals, and of sets, records and extension constructors made of them; nil when there is none.
    var constantValue: Value? {
        switch kind {
        case .literal(let literal):
            return Value(literal)
        case .set(let parts):
            var values: Set<Value> = []
            for part in parts {
                guard let value = part.constantValue else { return nil }
                values.insert(value)
            }
            return .set(values)
        case .record(let fields):
            var values: [Text: Value] = [:]
            for field in fields {
                guard let value = field.value.constantValue else { return nil }
                values[field.key] = value
            }
            return .record(Record(values))
        case .call(let function, let arguments):
            guard function.isConstructor, function != .unknown, arguments.count == 1,
                case .literal(let literal) = arguments[0].kind
            else { return nil }
            return try? ExtensionCall.value(function, Value(literal))
        default:
            return nil
        }
    }
}
