/// The functions of the extension types, applied to values.
enum ExtensionCall {
    /// The result of a function of one argument.
    static func value(_ function: ExtensionFunction, _ a: Value) throws(EvaluationError) -> Value {
        switch function {
        case .decimal, .ip, .datetime, .duration: try constructed(function, a)
        case .unknown: throw .unknown(try a.asString())
        case .isIpv4: .bool(try ip(a).isV4)
        case .isIpv6: .bool(!(try ip(a).isV4))
        case .isLoopback: .bool(try ip(a).isLoopback)
        case .isMulticast: .bool(try ip(a).isMulticast)
        case .toDate: try date(a)
        case .toTime: .duration(try datetime(a).time)
        case .toMilliseconds: .long(try duration(a).milliseconds)
        case .toSeconds: .long(try duration(a).milliseconds / 1_000)
        case .toMinutes: .long(try duration(a).milliseconds / 60_000)
        case .toHours: .long(try duration(a).milliseconds / 3_600_000)
        case .toDays: .long(try duration(a).milliseconds / 86_400_000)
        default: throw .wrongArity(function, found: 1)
        }
    }

    /// The result of a function of two arguments.
    static func value(_ function: ExtensionFunction, _ a: Value, _ b: Value) throws(EvaluationError) -> Value {
        switch function {
        case .unknown: throw .unknown(try a.asString())
        case .lessThan: .bool(try decimal(a) < decimal(b))
        case .lessThanOrEqual: .bool(try decimal(a) <= decimal(b))
        case .greaterThan: .bool(try decimal(a) > decimal(b))
        case .greaterThanOrEqual: .bool(try decimal(a) >= decimal(b))
        case .isInRange: .bool(try isInRange(a, b))
        case .offset: try offset(a, b)
        case .durationSince: try since(a, b)
        default: throw .wrongArity(function, found: 2)
        }
    }

    private static func constructed(_ function: ExtensionFunction, _ a: Value) throws(EvaluationError) -> Value {
        let text = try a.asString()
        do {
            return switch function {
            case .decimal: .decimal(try FixedDecimal(text))
            case .ip: .ip(try IPRange(text))
            case .datetime: .datetime(try Instant(text))
            default: .duration(try TimeSpan(text))
            }
        } catch {
            let name = function == .ip ? "ipaddr" : function.rawValue
            throw .extensionFailure(function: name, message: error.message)
        }
    }

    private static func date(_ a: Value) throws(EvaluationError) -> Value {
        let instant = try datetime(a)
        do {
            return .datetime(try instant.date())
        } catch {
            throw .extensionFailure(function: "toDate", message: error.message)
        }
    }

    private static func offset(_ a: Value, _ b: Value) throws(EvaluationError) -> Value {
        let instant = try datetime(a)
        let span = try duration(b)
        do {
            return .datetime(try instant.offset(by: span))
        } catch {
            throw .extensionFailure(function: "offset", message: error.message)
        }
    }

    private static func since(_ a: Value, _ b: Value) throws(EvaluationError) -> Value {
        let later = try datetime(a)
        let earlier = try datetime(b)
        do {
            return .duration(try later.since(earlier))
        } catch {
            throw .extensionFailure(function: "durationSince", message: error.message)
        }
    }

    private static func isInRange(_ a: Value, _ b: Value) throws(EvaluationError) -> Bool {
        let inner = try ip(a)
        let outer = try ip(b)
        return inner.isInRange(of: outer)
    }

    private static func decimal(_ value: Value) throws(EvaluationError) -> FixedDecimal {
        guard case .decimal(let decimal) = value else {
            throw .typeMismatch(expected: [.decimal], found: value.type)
        }
        return decimal
    }

    private static func ip(_ value: Value) throws(EvaluationError) -> IPRange {
        guard case .ip(let range) = value else { throw .typeMismatch(expected: [.ip], found: value.type) }
        return range
    }

    private static func datetime(_ value: Value) throws(EvaluationError) -> Instant {
        guard case .datetime(let instant) = value else {
            throw .typeMismatch(expected: [.datetime], found: value.type)
        }
        return instant
    }

    private static func duration(_ value: Value) throws(EvaluationError) -> TimeSpan {
        guard case .duration(let span) = value else {
            throw .typeMismatch(expected: [.duration], found: value.type)
        }
        return span
    }
}

extension Value {
    func asString() throws(EvaluationError) -> Text {
        guard case .string(let text) = self else { throw .typeMismatch(expected: [.string], found: type) }
        return text
    }

    func asLong() throws(EvaluationError) -> Int64 {
        guard case .long(let number) = self else { throw .typeMismatch(expected: [.long], found: type) }
        return number
    }

    func asBool() throws(EvaluationError) -> Bool {
        guard case .bool(let bool) = self else { throw .typeMismatch(expected: [.bool], found: type) }
        return bool
    }

    func asSet() throws(EvaluationError) -> Set<Value> {
        guard case .set(let set) = self else { throw .typeMismatch(expected: [.set], found: type) }
        return set
    }

    func asEntity() throws(EvaluationError) -> EntityUID {
        guard case .entity(let uid) = self else { throw .typeMismatch(expected: [.anyEntity], found: type) }
        return uid
    }
}
