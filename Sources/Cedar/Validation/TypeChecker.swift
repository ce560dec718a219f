/// Finds the type of a policy's condition in one request environment, and what is wrong with it there.
///
/// Booleans whose value is known cut off what is not evaluated; guards give capabilities to what comes after them. A
/// part that fails still has a type where the operator alone tells it, so that one mistake is reported once.
///
/// Source: the Cedar reference, "Policy validation"; the rules are those of the reference's type checker.
struct TypeChecker {
    let schema: CheckedSchema
    let mode: ValidationMode
    let environment: RequestEnvironment
    private(set) var issues: [ValidationIssue] = []

    init(_ schema: CheckedSchema, _ mode: ValidationMode, _ environment: RequestEnvironment) {
        self.schema = schema
        self.mode = mode
        self.environment = environment
    }

    /// The type found for a term; nil when it has none.
    struct Answer {
        var type: CheckedType?
        /// Whether the term and all its parts are in order.
        var isSound = true
        /// What is known when the term is true; only of a sound one.
        var capabilities = Capabilities()
        /// Whether capabilities that were known before the last part of a conjunction are none of this.
        var replacesKnown = false

        static func failed(_ type: CheckedType? = nil) -> Answer { Answer(type: type, isSound: false) }

        /// This answer, failed when one of the parts it rests on failed.
        func resting(on parts: Answer...) -> Answer {
            isSound && parts.allSatisfy(\.isSound) ? self : .failed(type)
        }
    }

    /// What a policy's condition is in this environment.
    enum Outcome {
        case mayApply, neverApplies, failed
    }

    mutating func outcome(of condition: Term) -> Outcome {
        let answer = expect(.anyBool, condition, Capabilities())
        if answer.type == .bool(.no) { return .neverApplies }
        return answer.isSound ? .mayApply : .failed
    }

    mutating func report(_ code: ValidationIssue.Code, _ message: String, _ range: SourceRange) {
        issues.append(ValidationIssue(code: code, message: message, range: range))
    }

    /// The answer for `term`; recursion is bounded by the height of expressions.
    ///
    /// Each form is taken apart in a function of its own, so that a level of recursion needs little stack; inlined into
    /// those, this would undo that.
    @inline(never)
    mutating func check(_ term: Term, _ prior: Capabilities) -> Answer {
        switch term.kind {
        case .leaf: leaf(term)
        case .and: conjunction(term, prior)
        case .or: disjunction(term, prior)
        case .not: negation(term, prior)
        case .negate, .isEmpty, .like: operation(term, prior)
        case .binary: binary(term, prior)
        case .conditional: conditional(term, prior)
        case .attribute: attribute(term, prior)
        case .has: has(term, prior)
        case .isType: isType(term, prior)
        case .set: set(term, prior)
        case .record: record(term, prior)
        case .call: call(term, prior)
        }
    }

    /// The answer for `term`, without a type and reported when it is of none of the types expected.
    @inline(never)
    mutating func expect(_ expected: [CheckedType], _ term: Term, _ prior: Capabilities) -> Answer {
        let answer = check(term, prior)
        guard let type = answer.type else { return .failed() }
        // Permissive even in strict mode: any record and any entity are what an operand must be.
        if expected.contains(where: { type.isSubtype(of: $0, .permissive) }) { return answer }
        refuse(type, expected, term.range)
        return .failed()
    }

    private mutating func refuse(_ type: CheckedType, _ expected: [CheckedType], _ range: SourceRange) {
        let types = expected.map(\.description).joined(separator: " or ")
        report(.unexpectedType, "expected \(types) but this is \(type)\(advice(expected, type))", range)
    }

    mutating func expect(_ expected: CheckedType, _ term: Term, _ prior: Capabilities) -> Answer {
        expect([expected], term, prior)
    }

    private func advice(_ expected: [CheckedType], _ type: CheckedType) -> String {
        switch (expected[0], type) {
        case (.string, .entity), (.string, .anyEntity): "; test the type of an entity with `is`"
        case (.long, .string): "; strings cannot be added or compared by order"
        case (.set, .entity), (.set, .anyEntity): "; test membership of an entity with `in`"
        case (.set, .record): "; test the presence of an attribute with `has`"
        case (.set, .string), (.anyEntity, .string): "; match a string with `like`"
        case (.anyEntity, .set): "; test the elements of a set with `contains`"
        case (.set, _): "; test one element with `contains`"
        default: ""
        }
    }

    private func type(of variable: Variable) -> CheckedType {
        switch variable {
        case .principal: .entity([environment.principal])
        case .action: .entity([environment.action.type])
        case .resource: .entity([environment.resource])
        case .context: .record(schema.context(of: environment.action))
        }
    }

    private func leaf(_ term: Term) -> Answer {
        switch term.form {
        case .literal(let value): literal(value)
        case .variable(let variable): Answer(type: type(of: variable))
        case .slot(.principal): Answer(type: .entity([environment.principal]))
        case .slot(.resource): Answer(type: .entity([environment.resource]))
        default: .failed()
        }
    }

    private func literal(_ value: Literal) -> Answer {
        switch value {
        case .bool(let value): Answer(type: .known(value))
        case .long: Answer(type: .long)
        case .string: Answer(type: .string)
        case .entity(let entity):
            // What is not declared is reported once for the policy, not here.
            schema.type(of: entity).map { Answer(type: $0) } ?? .failed()
        }
    }

    /// An operator with one operand, whose result has one type.
    private mutating func operation(_ term: Term, _ prior: Capabilities) -> Answer {
        switch term.form {
        case .negate(let operand): Answer(type: .long).resting(on: expect(.long, operand, prior))
        case .isEmpty(let operand): Answer(type: .anyBool).resting(on: expect(.set(nil), operand, prior))
        case .like(let operand): Answer(type: .anyBool).resting(on: expect(.string, operand, prior))
        default: .failed()
        }
    }
}
