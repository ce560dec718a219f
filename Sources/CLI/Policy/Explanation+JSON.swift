import Cedar

extension Explanation {
    /// The object that `penstock policy authorize` prints for a request.
    func json(violations: [SchemaViolation]) -> JSONNode {
        var members = [
            JSONNode.Member("decision", .text(answer.decision.rawValue)),
            JSONNode.Member("reasons", JSONNode(.array(answer.reasons.map { .text($0.description) }))),
            JSONNode.Member("errors", JSONNode(.array(answer.errors.map(\.json)))),
            JSONNode.Member("explanation", JSONNode(.array(policies.map(\.json)))),
        ]
        if !violations.isEmpty {
            let messages = violations.map { JSONNode.text($0.description) }
            members.append(JSONNode.Member("violations", JSONNode(.array(messages))))
        }
        return JSONNode(.object(members))
    }
}

extension PolicyError {
    fileprivate var json: JSONNode {
        JSONNode(.object([.init("policy", .text(policy.description)), .init("message", .text(error.description))]))
    }
}

extension PolicyExplanation {
    fileprivate var json: JSONNode {
        var members = [
            JSONNode.Member("policy", .text(id.description)), JSONNode.Member("effect", .text(effect.rawValue)),
        ]
        if let position { members.append(.init("position", .text(position.description))) }
        switch outcome {
        case .applied:
            members.append(.init("outcome", .text("applied")))
        case .outOfScope(let mismatches):
            members.append(.init("outcome", .text("outOfScope")))
            members.append(.init("mismatches", JSONNode(.array(mismatches.map(\.json)))))
        case .conditionFailed(let kind, let cause):
            members.append(.init("outcome", .text("conditionFailed")))
            members.append(.init("condition", .text(kind.rawValue)))
            members.append(.init("cause", cause.json))
        case .errored(_, let kind, let cause):
            members.append(.init("outcome", .text("errored")))
            members.append(.init("condition", .text(kind.rawValue)))
            members.append(.init("cause", cause.json))
        }
        members.append(.init("message", .text(description)))
        return JSONNode(.object(members))
    }
}

extension ScopeMismatch {
    fileprivate var json: JSONNode {
        var members = [
            JSONNode.Member("part", .text(part.rawValue)), JSONNode.Member("constraint", .text(constraint)),
            JSONNode.Member("found", .text(found.description)), JSONNode.Member("isKnown", JSONNode(.bool(isKnown))),
        ]
        if let position { members.append(.init("position", .text(position.description))) }
        return JSONNode(.object(members))
    }
}

extension Cause {
    fileprivate var json: JSONNode {
        var members = [JSONNode.Member("expression", .text(expression)), result.member]
        if let position { members.append(.init("position", .text(position.description))) }
        let seen = operands.map { JSONNode(.object([.init("expression", .text($0.expression)), $0.result.member])) }
        if !seen.isEmpty { members.append(.init("operands", JSONNode(.array(seen)))) }
        if !alternatives.isEmpty {
            members.append(.init("alternatives", JSONNode(.array(alternatives.map(\.json)))))
        }
        return JSONNode(.object(members))
    }
}

extension Observation.Result {
    /// The value as an expression of Cedar, or the message of what failed.
    fileprivate var member: JSONNode.Member {
        switch self {
        case .value(let value): .init("value", .text(value.description))
        case .error(let error): .init("error", .text(error.description))
        }
    }
}

extension JSONNode {
    static func text(_ text: String) -> JSONNode { JSONNode(.string(Text(text))) }
}
