import Cedar
package import Domain

/// What policy makes of a request: a route, or that there is none.
package enum Routing: Sendable, Hashable {
    case route(Route)
    /// Nobody could approve it, or a policy forbids it.
    case refused(AccessDecision)
}

extension Snapshot {
    /// Which approvals a request needs, by the annotations of every policy that permits it.
    ///
    /// No policy that permits it is a refusal, and so is one that requires nothing and does not say that the requester may
    /// do it alone: zero approvers never approve anything.
    package func route(of asked: RequestQuestion, now: Instant) -> Routing {
        let id = ID<AccessDecision>(at: now)
        let policies = RoutingPolicies(organisation, at: now).policies
        let what = "\(name(asked.principal)) may not ask for this (\(asked.kind.rawValue))"
        let question = Cedar.Request(
            principal: uid(asked.principal),
            action: Vocabulary.route,
            resource: Vocabulary.uid(asked.id),
            context: Record(["now": .time(now)]),
        )
        guard let entities = try? entities(with: entities(of: asked)) else {
            return .refused(refusal(id, "\(what): the facts contradict each other"))
        }
        let answer = policies.authorize(question, entities)
        guard answer.errors.isEmpty else {
            return .refused(refusal(id, "\(what): \(answer.errors.map(\.description).joined(separator: "; "))"))
        }
        if answer.isForbidden {
            let words = PolicyWords(question, entities, policies)
            let ids = answer.reasons.map(\.text.string).sorted()
            return .refused(refusal(id, "\(what): \(words.reason(answer.reasons))", policies: ids))
        }
        let parts = answer.reasons.compactMap { id in policies[id].map { RoutePart(id.text.string, $0) } }
        guard let route = RoutePart.joined(parts) else {
            var decision = refusal(
                id,
                "\(what): no policy says who could approve it, and nothing is approved by nobody",
            )
            if asked.kind == .breakGlass {
                decision.fix = "`penstock terms` shows who may; an administrator adds to `breakGlass.people`"
            }
            return .refused(decision)
        }
        return .route(route)
    }

    /// Whether somebody may decide on a request in the place that `seat` names.
    package func mayApprove(
        _ asked: RequestQuestion,
        seat: Seat,
        by principal: GovernanceRequest.Principal,
        escalated: Bool,
        ownerAway: Bool,
        now: Instant,
    ) -> AccessDecision {
        let id = ID<AccessDecision>(at: now)
        let policies = RoutingPolicies(organisation, at: now).policies
        let what = "\(name(principal)) may not approve this as \(seat)"
        let question = Cedar.Request(
            principal: uid(principal),
            action: Vocabulary.approve,
            resource: Vocabulary.uid(asked.id),
            context: Record([
                "now": .time(now), "seat": .text(seat.kind), "escalated": .bool(escalated),
                "ownerAway": .bool(ownerAway),
            ]),
        )
        guard let entities = try? entities(with: entities(of: asked)) else {
            return refusal(id, "\(what): the facts contradict each other")
        }
        let answer = policies.authorize(question, entities)
        let ids = answer.reasons.map(\.text.string).sorted()
        if !answer.errors.isEmpty {
            return refusal(id, "\(what): \(answer.errors.map(\.description).joined(separator: "; "))")
        }
        if answer.decision == .allow {
            let reason = "permitted by \(ids.joined(separator: ", "))"
            return AccessDecision(id: id, verdict: .allow, policies: ids, reason: reason, version: version)
        }
        if answer.isForbidden {
            let words = PolicyWords(question, entities, policies)
            var decision = refusal(id, "\(what): \(words.reason(answer.reasons))", policies: ids)
            decision.failed = answer.reasons.compactMap(words.condition)
            decision.fix = words.fix(answer.reasons, identity: asked.identity?.id.text ?? "", until: "")
            return decision
        }
        var decision = refusal(id, "\(what): no policy permits it")
        decision.verdict = .noPermit
        return decision
    }

    private func entities(of asked: RequestQuestion) -> [Entity] {
        var all = [Entity(asked)]
        if let identity = asked.identity { all.append(Entity(identity)) }
        if case .identity(let id) = asked.principal, id != asked.identity?.id, let known = prepared(id) {
            all.append(known.entity)
        }
        return all
    }

    private func refusal(_ id: ID<AccessDecision>, _ reason: String, policies: [String] = []) -> AccessDecision {
        AccessDecision(id: id, verdict: .deny, policies: policies, reason: reason, version: version)
    }
}

extension Seat {
    /// What a policy knows it by: `security` for `security 2`, the second of its kind.
    var kind: String { String(rawValue.prefix { $0 != " " }) }
}

/// What one policy says of a route.
private struct RoutePart {
    let id: String
    let seats: [String]
    let isAlone: Bool
    let isAlways: Bool
    let because: String?
    let times: [String: Duration]

    init(_ id: String, _ policy: Policy) {
        self.id = id
        let required = policy.annotation("requires")?.string ?? ""
        seats = required.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }.filter { !$0.isEmpty }
        isAlone = policy.annotation("alone") != nil
        isAlways = policy.annotation("always") != nil
        because = policy.annotation("because")?.string
        var times: [String: Duration] = [:]
        for name in ["due", "escalate", "lapse", "validity"] {
            guard let days = policy.annotation(Text(name)).flatMap({ Int64($0.string) }), days >= 0 else { continue }
            times[name] = .days(min(days, 3650))
        }
        self.times = times
    }

    /// The route that several policies make together; nil when they name no seat and none lets the requester alone.
    static func joined(_ parts: [RoutePart]) -> Route? {
        let isAlone = parts.contains(where: \.isAlone)
        let holding = parts.filter { part in
            if part.isAlone { return true }
            return isAlone ? part.isAlways : true
        }
        // Two of one kind in one policy are two people; two policies that name one kind mean the same one.
        var counts: [String: Int] = [:]
        for part in holding where !part.isAlone {
            for (seat, count) in Dictionary(part.seats.map { ($0, 1) }, uniquingKeysWith: +) {
                counts[seat] = max(counts[seat] ?? 0, count)
            }
        }
        let seats = counts.keys.sorted().flatMap { seat in
            (1...(counts[seat] ?? 1)).map { Seat(rawValue: $0 == 1 ? seat : "\(seat) \($0)") }
        }
        guard isAlone || !seats.isEmpty else { return nil }
        let saying = holding.filter { part in
            seats.isEmpty ? part.isAlone : !part.isAlone && (!part.seats.isEmpty || !part.times.isEmpty)
        }
        func shortest(_ name: String, _ usual: Duration) -> Duration {
            holding.compactMap { $0.times[name] }.min() ?? usual
        }
        return Route(
            seats: seats,
            policies: holding.map(\.id).sorted(),
            because: saying.sorted { $0.id < $1.id }.compactMap(\.because),
            due: shortest("due", .days(3)),
            escalation: shortest("escalate", .days(2)),
            lapse: shortest("lapse", .days(14)),
            validity: shortest("validity", .days(365)),
        )
    }
}
