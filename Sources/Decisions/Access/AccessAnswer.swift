import Cedar
import Domain

/// Turns Cedar's answer about access into ours, with words for people.
struct AccessAnswer {
    let request: AccessRequest
    let identity: Identity
    let question: Cedar.Request
    let entities: Entities
    let answer: Answer
    /// The policies that it comes from.
    let policies: PolicySet
    /// All grants of the identity that are known, when it was refused.
    let grants: [Grant]
    /// Name of the identity it was copied from; nil when it is no copy.
    let original: String?
    let version: Int64

    /// At most so many grants are shown to have missed.
    private static let nearest = 5

    func decision(_ id: ID<AccessDecision>) -> AccessDecision {
        if !answer.errors.isEmpty { return failed(id) }
        let deciding = answer.reasons.map(\.text.string).sorted()
        if answer.decision == .allow {
            let reason = "permitted by \(deciding.joined(separator: ", "))"
            return AccessDecision(id: id, verdict: .allow, policies: deciding, reason: reason, version: version)
        }
        return answer.isForbidden ? denied(id, deciding) : missed(id)
    }

    /// A policy that cannot be evaluated might have forbidden it.
    private func failed(_ id: ID<AccessDecision>) -> AccessDecision {
        let policies = answer.errors.map(\.policy.text.string).sorted()
        return AccessDecision(
            id: id,
            verdict: .deny,
            policies: policies,
            errors: answer.errors.map(\.description),
            reason: "\(policies.joined(separator: ", ")) could not be evaluated, so it is refused",
            version: version,
        )
    }

    private func denied(_ id: ID<AccessDecision>, _ deciding: [String]) -> AccessDecision {
        let words = PolicyWords(question, entities, policies)
        return AccessDecision(
            id: id,
            verdict: .deny,
            policies: deciding,
            failed: answer.reasons.compactMap(words.condition),
            reason: "\(subject): \(filled(words.reason(answer.reasons)))",
            fix: words.fix(answer.reasons, identity: request.identity.text, until: until)?
                .replacing("{resource}", with: request.resource.description),
            version: version,
        )
    }

    private func missed(_ id: ID<AccessDecision>) -> AccessDecision {
        AccessDecision(
            id: id,
            verdict: .noPermit,
            policies: [],
            failed: near,
            reason: reasonForNoPermit,
            fix: "penstock grant \(request.identity) \(request.action.rawValue) \(request.resource) --until \(until)",
            version: version,
        )
    }

    private func filled(_ reason: String) -> String {
        reason.replacing("{original}", with: original ?? "").replacing("{drift}", with: identity.drift ?? "")
    }

    private var subject: String { "identity `\(identity.name)` may not \(request.action.rawValue) \(request.resource)" }

    /// A day at most 90 days from now on which the identity has not ended.
    private var until: String {
        let latest = request.now + .days(90)
        guard let expires = identity.expires, expires > request.now else { return latest.date }
        return min(latest, expires).date
    }

    private var reasonForNoPermit: String {
        let covering = grants.filter { $0.action == request.action && request.resource.lies(under: $0.resource) }
        guard let grant = covering.max(by: { $0.ends < $1.ends }) else {
            return "\(subject): no open grant permits it"
        }
        let name = "\(subject): grant \(grant.id) to \(grant.action.rawValue) \(grant.resource)"
        if let voided = grant.voided {
            return
                "\(name) rests on an approval that is void since \(voided): \(grant.voidReason ?? "something changed")"
        }
        if let revoked = grant.revoked { return "\(name) was taken back at \(revoked)" }
        if grant.begins > request.now { return "\(name) begins at \(grant.begins)" }
        if grant.ends <= request.now { return "\(name) ended at \(grant.ends)" }
        return "\(name) holds under conditions that are not met: \(conditions(of: grant))"
    }

    /// What a grant asks of a request beside its resource, in Cedar.
    private func conditions(of grant: Grant) -> String { grant.conditionsText.joined(separator: " && ") }

    /// The open grants that came closest, each with what did not fit.
    private var near: [AccessDecision.FailedCondition] {
        let open = grants.filter { $0.isOpen(at: request.now) && $0.resource.system == request.resource.system }
            .sorted { ($0.resource.segments.count, $0.id) < ($1.resource.segments.count, $1.id) }
            .prefix(Self.nearest)
        let explanation = GrantWindow.links(of: Array(open)).explain(question, entities, covering: .all)
        return explanation.policies.flatMap { policy -> [AccessDecision.FailedCondition] in
            if case .conditionFailed(_, let cause) = policy.outcome {
                return [
                    .init(
                        policy: policy.id.text.string,
                        condition: cause.expression,
                        values: cause.operands.map { "\($0)" },
                    )
                ]
            }
            guard case .outOfScope(let mismatches) = policy.outcome else { return [] }
            return mismatches.map { mismatch in
                .init(
                    policy: policy.id.text.string,
                    condition: mismatch.constraint,
                    values: ["\(mismatch.part.rawValue) = \(mismatch.found)"],
                )
            }
        }
    }
}
