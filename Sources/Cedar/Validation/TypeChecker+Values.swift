extension TypeChecker {
    mutating func set(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .set(let elements) = term.form else { return .failed() }
        if elements.isEmpty && mode == .strict {
            report(
                .emptySet,
                "the type of the elements of `[]` is not known; leave it out or name an element",
                term.range
            )
            return .failed()
        }
        var types: [CheckedType?] = []
        var isSound = true
        for element in elements {
            let answer = check(element, prior)
            types.append(answer.type)
            isSound = isSound && answer.isSound
        }
        guard let element = bound(types, "the elements of a set", term.range) else { return .failed() }
        return Answer(type: .set(element), isSound: isSound)
    }

    mutating func record(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .record(let fields) = term.form else { return .failed() }
        var attributes: [Text: CheckedAttribute] = [:]
        var isSound = true
        for field in fields {
            let answer = check(field.value, prior)
            isSound = isSound && answer.isSound
            guard let type = answer.type else { continue }
            attributes[field.key] = CheckedAttribute(type: type, isRequired: true)
        }
        guard attributes.count == fields.count else { return .failed() }
        return Answer(type: .record(CheckedRecord(attributes)), isSound: isSound)
    }

    mutating func call(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .call(let function, let arguments) = term.form else { return .failed() }
        guard let (parameters, result) = function.signature else { return .failed() }
        if isRefused(function, arguments, parameters.count, term.range) {
            for argument in arguments { _ = check(argument, prior) }
            return .failed(result)
        }
        var isSound = true
        for (argument, parameter) in zip(arguments, parameters) {
            isSound = expect(parameter, argument, prior).isSound && isSound
        }
        return Answer(type: result, isSound: isSound)
    }

    /// Reports what is wrong with the arguments whatever their types.
    private mutating func isRefused(
        _ function: ExtensionFunction,
        _ arguments: [Term],
        _ count: Int,
        _ range: SourceRange,
    ) -> Bool {
        var isRefused = false
        if arguments.count != count {
            report(.wrongArgumentCount, "`\(function)` takes \(count) arguments, not \(arguments.count)", range)
            isRefused = true
        }
        guard function.isConstructor else { return isRefused }
        let literals = arguments.compactMap { if case .literal(let value) = $0.form { value } else { nil } }
        if case .string(let text)? = literals.first, !function.accepts(text) {
            report(.invalidArgument, "`\(text)` is no \(function)", range)
            isRefused = true
        }
        if mode == .strict && literals.count != arguments.count {
            report(.computedArgument, "`\(function)` takes only a literal, so that its value is known", range)
            isRefused = true
        }
        return isRefused
    }
}

extension ExtensionFunction {
    /// The types of the arguments and of the result; nil for what has none.
    var signature: (parameters: [CheckedType], result: CheckedType)? {
        let decimal = CheckedType.extension(.decimal)
        let address = CheckedType.extension(.ipaddr)
        let datetime = CheckedType.extension(.datetime)
        let duration = CheckedType.extension(.duration)
        return switch self {
        case .decimal: ([.string], decimal)
        case .lessThan, .lessThanOrEqual, .greaterThan, .greaterThanOrEqual: ([decimal, decimal], .anyBool)
        case .ip: ([.string], address)
        case .isIpv4, .isIpv6, .isLoopback, .isMulticast: ([address], .anyBool)
        case .isInRange: ([address, address], .anyBool)
        case .datetime: ([.string], datetime)
        case .offset: ([datetime, duration], datetime)
        case .durationSince: ([datetime, datetime], duration)
        case .toDate: ([datetime], datetime)
        case .toTime: ([datetime], duration)
        case .duration: ([.string], duration)
        case .toMilliseconds, .toSeconds, .toMinutes, .toHours, .toDays: ([duration], .long)
        case .unknown: nil
        }
    }

    /// Whether a constructor makes a value of `text`.
    func accepts(_ text: Text) -> Bool {
        (try? ExtensionCall.value(self, .string(text))) != nil
    }
}
