/// A decision with what became of each policy that could have changed it.
public struct Explanation: Sendable {
    /// The decision.
    public let answer: Answer

    /// What became of the policies, in the order of the set.
    public let policies: [PolicyExplanation]

    /// A decision with these explanations.
    public init(answer: Answer, policies: [PolicyExplanation]) {
        self.answer = answer
        self.policies = policies
    }

    /// Which policies to explain.
    public enum Coverage: Sendable, Hashable, CaseIterable {
        /// Those whose scope fits.
        case inScope
        /// Those whose scope fits, or fails to in one part only.
        case near
        /// All.
        case all
    }
}

extension PolicySet {
    /// Decides a request and says for each policy why it applied or did not.
    ///
    /// Costs what ``authorize(_:_:)-(Request,_)`` costs and the explanations when only policies whose scope fits are
    /// asked for; otherwise it looks at every policy.
    public func explain(
        _ request: Request,
        _ entities: Entities,
        covering coverage: Explanation.Coverage = .near,
    ) -> Explanation {
        let situation = Situation(request, entities)
        var explanations: [PolicyExplanation] = []
        if coverage == .inScope {
            var places: [Int32] = []
            index.visitCandidates(situation, entries) { places.append($0) }
            for place in places.sorted() {
                guard let policy = entries[Int(place)], policy.isInScope(situation) else { continue }
                explanations.append(policy.explain(situation))
            }
        } else {
            for case .some(let policy) in entries {
                if coverage == .near, policy.misses(situation) > 1 { continue }
                explanations.append(policy.explain(situation))
            }
        }
        return Explanation(answer: authorize(request, entities), policies: explanations)
    }
}

extension CompiledPolicy {
    /// What becomes of this policy for a request.
    func explain(_ situation: Situation) -> PolicyExplanation {
        PolicyExplanation(
            id: id,
            effect: effect,
            position: position(of: policy.ranges.statement),
            outcome: outcome(situation)
        )
    }

    private func position(of range: SourceRange) -> SourcePosition? {
        range == .none ? nil : source?.position(of: range.lower)
    }

    private func outcome(_ situation: Situation) -> PolicyExplanation.Outcome {
        let mismatches = mismatches(situation)
        if !mismatches.isEmpty { return .outOfScope(mismatches) }
        let finder = CauseFinder(situation: situation, source: source)
        for condition in policy.conditions {
            let wanted = condition.kind == .when
            do {
                if try Compiler.program(for: [condition]).isTrue(in: situation) { continue }
                return .conditionFailed(condition.kind, finder.cause(condition.body, wanted: wanted))
            } catch {
                return .errored(error, condition.kind, finder.cause(condition.body, wanted: wanted))
            }
        }
        return .applied
    }

    /// How many parts of the scope do not fit.
    func misses(_ situation: Situation) -> Int {
        (principal.fits(situation.request.principal, situation.principal) ? 0 : 1) + (hasAction(situation) ? 0 : 1)
            + (resource.fits(situation.request.resource, situation.resource) ? 0 : 1)
    }

    private func mismatches(_ situation: Situation) -> [ScopeMismatch] {
        var mismatches: [ScopeMismatch] = []
        let request = situation.request
        if !principal.fits(request.principal, situation.principal) {
            mismatches.append(
                mismatch(.principal, principal.text, request.principal, policy.ranges.principal, situation)
            )
        }
        if !hasAction(situation) {
            let text = PolicyPrinter.text(action)
            mismatches.append(mismatch(.action, text, request.action, policy.ranges.action, situation))
        }
        if !resource.fits(request.resource, situation.resource) {
            mismatches.append(mismatch(.resource, resource.text, request.resource, policy.ranges.resource, situation))
        }
        return mismatches
    }

    private func mismatch(
        _ part: Variable,
        _ text: String,
        _ found: EntityUID,
        _ range: SourceRange,
        _ situation: Situation,
    ) -> ScopeMismatch {
        ScopeMismatch(
            part: part,
            constraint: part.rawValue + text,
            found: found,
            range: range,
            position: position(of: range),
            isKnown: situation.node(found) != nil,
        )
    }
}

extension CompiledScope {
    /// The constraint behind its variable, in Cedar syntax.
    fileprivate var text: String {
        switch self {
        case .any, .nothing: ""
        case .equal(let entity): " == \(entity)"
        case .memberOf(let entity): " in \(entity)"
        case .isType(let type): " is \(type)"
        case .isTypeIn(let type, let entity): " is \(type) in \(entity)"
        }
    }
}
