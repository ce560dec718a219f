import Cedar
package import Domain

extension Snapshot {
    /// A request as policies see it.
    enum Asked {
        /// The identity or the system is not known.
        case unknown
        /// Facts that contradict each other refuse, as they do in a decision.
        case contradictory
        case known(Cedar.Request, Entities)
    }

    /// What a request asks, by these facts; snapshots that differ in policies only ask the same.
    func asked(_ request: AccessRequest) -> Asked {
        guard let asking = prepared(request.identity), let system = prepared(system: request.resource.system) else {
            return .unknown
        }
        let resource = system.resource(request.resource)
        let question = Cedar.Request(
            principal: asking.entity.uid,
            action: Vocabulary.uid(request.action),
            resource: resource.uid,
            context: Record(circumstancesOf: request),
        )
        guard let entities = try? entities(with: [asking.entity, resource]) else { return .contradictory }
        return .known(question, entities)
    }

    /// The verdict and the policies that decide, without the words for people.
    func verdict(on asked: Asked, at now: Domain.Instant) -> (verdict: AccessDecision.Verdict, policies: [String]) {
        guard case .known(let question, let entities) = asked else {
            if case .unknown = asked { return (.noPermit, []) }
            return (.deny, [])
        }
        let answer = policies(at: now).authorize(question, entities)
        if !answer.errors.isEmpty { return (.deny, answer.errors.map(\.policy.text.string)) }
        let verdict: AccessDecision.Verdict =
            answer.decision == .allow ? .allow : answer.isForbidden ? .deny : .noPermit
        return (verdict, answer.reasons.map(\.text.string))
    }
}

/// Asks recorded requests again, as things are and as they would be: under other policies, or with other grants.
///
/// Both are asked as of now, so that nothing but the change makes a difference.
package struct PolicyReplay: Sendable {
    private let now: Instant
    private let before: Snapshot
    private let after: Snapshot
    /// Whether only policies differ, so that what a request asks is made once for both.
    private let haveSameFacts: Bool
    private var seen: [Key: Int] = [:]
    package private(set) var effect: PolicyEffect

    package typealias Instant = Domain.Instant

    private struct Key: Hashable {
        let identity: ID<Identity>
        let action: ActionClass
        let resource: ResourcePath
        let verdict: AccessDecision.Verdict
    }

    package init(
        _ current: Snapshot,
        with changes: [FactChange],
        since: Instant,
        recordedSince: Instant?,
        now: Instant
    ) {
        before = current
        after = current.applying(changes, version: current.version)
        effect = PolicyEffect(since: since, recordedSince: recordedSince)
        self.now = now
        haveSameFacts = changes.allSatisfy { if case .policies = $0 { true } else { false } }
    }

    package mutating func ask(_ use: RecordedUse) {
        guard use.count > 0 else { return }
        effect.requests += use.count
        let request = AccessRequest(
            identity: use.identity,
            action: use.action,
            resource: use.resource,
            now: now,
            originalCaller: use.originalCaller,
            clientAddress: use.address,
        )
        let asked = before.asked(request)
        let old = before.verdict(on: asked, at: now)
        let new = after.verdict(on: haveSameFacts ? asked : after.asked(request), at: now)
        guard (old.verdict == .allow) != (new.verdict == .allow) else { return }
        if new.verdict == .allow { effect.wouldAllow += use.count } else { effect.wouldRefuse += use.count }
        let key = Key(identity: use.identity, action: use.action, resource: use.resource, verdict: new.verdict)
        if let place = seen[key] {
            effect.differences[place].requests += use.count
            return
        }
        seen[key] = effect.differences.count
        effect.differences.append(
            PolicyEffect.Difference(
                identity: use.identity,
                name: before.identity(use.identity)?.name ?? use.identity.text,
                action: use.action,
                resource: use.resource,
                before: old.verdict,
                after: new.verdict,
                policies: new.policies.sorted(),
                requests: use.count,
            )
        )
    }

    /// What came of it, most requests first.
    package func result() -> PolicyEffect {
        var effect = effect
        effect.differences.sort { ($1.requests, $0.name, "\($0.resource)") < ($0.requests, $1.name, "\($1.resource)") }
        effect.differences = Array(effect.differences.prefix(1000))
        return effect
    }

    /// Takes in what another replay over other requests found.
    package mutating func add(_ other: PolicyReplay) {
        effect.requests += other.effect.requests
        effect.wouldRefuse += other.effect.wouldRefuse
        effect.wouldAllow += other.effect.wouldAllow
        for difference in other.effect.differences {
            let key = Key(
                identity: difference.identity,
                action: difference.action,
                resource: difference.resource,
                verdict: difference.after,
            )
            if let place = seen[key] {
                effect.differences[place].requests += difference.requests
            } else {
                seen[key] = effect.differences.count
                effect.differences.append(difference)
            }
        }
    }
}
