extension TypeChecker {
    mutating func attribute(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .attribute(let operand, let name) = term.form else { return .failed() }
        let answer = expect([.anyEntity, .anyRecord], operand, prior)
        guard let type = answer.type else { return .failed() }
        guard let attribute = schema.attribute(name, of: type) else {
            reportUnknown(name, operand, type, term.range)
            return .failed()
        }
        if attribute.isRequired || prior.contains(.attribute(operand.id, name)) {
            return Answer(type: attribute.type).resting(on: answer)
        }
        reportUnguarded(name, operand, type, term.range)
        return .failed(attribute.type)
    }

    private mutating func reportUnknown(_ name: Text, _ operand: Term, _ type: CheckedType, _ range: SourceRange) {
        let known = schema.attributeNames(of: type)
        let advice = known.isEmpty ? "" : "; it has \(known.prefix(8).map { "`\($0)`" }.joined(separator: ", "))"
        let verb = schema.mayHave(name, type) ? "may have no" : "has no"
        report(.unknownAttribute, "\(owner(operand, type)) \(verb) attribute `\(name)`\(advice)", range)
    }

    private mutating func reportUnguarded(_ name: Text, _ operand: Term, _ type: CheckedType, _ range: SourceRange) {
        let message = "attribute `\(name)` of \(owner(operand, type)) is optional; test it with `has` first"
        report(.unguardedAttribute, message, range)
    }

    /// What has the attribute, in words.
    private func owner(_ operand: Term, _ type: CheckedType) -> String {
        if case .variable(.context) = operand.form { return "the context of \(environment.action)" }
        return type.description
    }

    mutating func has(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .has(let operand, let name) = term.form else { return .failed() }
        let answer = expect([.anyEntity, .anyRecord], operand, prior)
        guard let type = answer.type else { return .failed(.anyBool) }
        let capability = Capabilities.Capability.attribute(operand.id, name)
        guard let attribute = schema.attribute(name, of: type) else {
            return Answer(type: schema.mayHave(name, type) ? .anyBool : .bool(.no)).resting(on: answer)
        }
        // An entity need not exist, so that even a required attribute may be missing from one.
        let isRecord = if case .record = type { true } else { false }
        let isCertain = prior.contains(capability) || (attribute.isRequired && isRecord)
        return Answer(type: isCertain ? .bool(.yes) : .anyBool, capabilities: Capabilities([capability]))
            .resting(on: answer)
    }

    mutating func hasTag(_ entity: Term, _ key: Term, _ prior: Capabilities) -> Answer {
        let owner = expect(.anyEntity, entity, prior)
        let name = expect(.string, key, prior)
        guard let type = owner.type else { return .failed() }
        let capability = Capabilities.Capability.tag(entity.id, key.id)
        let result: CheckedType =
            if schema.tagTypes(of: type).isEmpty {
                .bool(.no)
            } else if prior.contains(capability) {
                .bool(.yes)
            } else {
                .anyBool
            }
        return Answer(type: result, capabilities: Capabilities([capability])).resting(on: owner, name)
    }

    mutating func getTag(_ entity: Term, _ key: Term, _ term: Term, _ prior: Capabilities) -> Answer {
        let owner = expect(.anyEntity, entity, prior)
        let name = expect(.string, key, prior)
        guard let type = owner.type else { return .failed() }
        guard prior.contains(.tag(entity.id, key.id)) else {
            report(.unguardedTag, "a tag of \(type) may be missing; test it with `hasTag` first", term.range)
            return .failed()
        }
        let types = schema.tagTypes(of: type)
        if types.isEmpty {
            report(.noTags, "\(type) has no tags", term.range)
            return .failed()
        }
        guard let bound = CheckedType.upperBound(of: types, mode) else {
            reportIncompatible(Array(types), "tags of \(type)", term.range)
            return .failed()
        }
        return Answer(type: bound).resting(on: owner, name)
    }

    mutating func isType(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .isType(let operand, let tested) = term.form else { return .failed() }
        let answer = expect(.anyEntity, operand, prior)
        switch answer.type {
        case .entity(let names)?:
            let result: CheckedType = !names.contains(tested) ? .bool(.no) : names.count == 1 ? .bool(.yes) : .anyBool
            return Answer(type: result).resting(on: answer)
        case .anyEntity?: return Answer(type: .anyBool).resting(on: answer)
        default: return .failed(.anyBool)
        }
    }
}
