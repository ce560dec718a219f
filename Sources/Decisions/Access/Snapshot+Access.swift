import Cedar
package import Domain

extension Snapshot {
    /// Answers whether an identity may act on a resource now, and if not, why not and what would help.
    ///
    /// Refused are also requests of unknown identities or to unknown systems, and those for which a policy could not be
    /// evaluated.
    package func decide(_ request: AccessRequest) -> AccessDecision {
        let id = ID<AccessDecision>(at: request.now)
        guard let asking = prepared(request.identity) else {
            let reason = "no identity has the id `\(request.identity)`"
            return AccessDecision(id: id, verdict: .noPermit, policies: [], reason: reason, version: version)
        }
        guard let system = prepared(system: request.resource.system) else {
            let reason = "no system is named `\(request.resource.system)`"
            return AccessDecision(id: id, verdict: .noPermit, policies: [], reason: reason, version: version)
        }
        let resource = system.resource(request.resource)
        let question = Cedar.Request(
            principal: asking.entity.uid,
            action: Vocabulary.uid(request.action),
            resource: resource.uid,
            context: Record(circumstancesOf: request, justInTime: isJustInTime(request)),
        )
        let entities: Entities
        do throws(EntityStoreError) {
            entities = try self.entities(with: [asking.entity, resource])
        } catch {
            let reason = "the facts contradict each other: \(error)"
            return AccessDecision(
                id: id,
                verdict: .deny,
                policies: [],
                errors: ["\(error)"],
                reason: reason,
                version: version,
            )
        }
        let policies = policies(at: request.now)
        let answer = policies.authorize(question, entities)
        return AccessAnswer(
            request: request,
            identity: asking.identity,
            question: question,
            entities: entities,
            answer: answer,
            policies: policies,
            grants: answer.decision == .allow ? [] : grants(of: request.identity),
            original: asking.identity.copyOf.flatMap { identity($0)?.name ?? $0.text },
            version: version,
        ).decision(id)
    }

    /// Whether a grant that is open only when it is needed covers what is to be administered; nil for other classes of
    /// action, of which nothing is asked.
    private func isJustInTime(_ request: AccessRequest) -> Bool? {
        guard request.action == .admin else { return nil }
        return grants(of: request.identity).contains { grant in
            grant.action == .admin && grant.isJustInTime && grant.isOpen(at: request.now)
                && request.resource.lies(under: grant.resource) && (grant.task == nil || grant.task == request.task)
        }
    }

    /// What to do with a decision on a request.
    ///
    /// At level observe and warn a refusal lets the request pass, but never one that rests on a binding guardrail (a
    /// stopped, quarantined or ended identity, an aged or narrowed token) or on a policy that failed.
    package func enforcement(of decision: AccessDecision, for request: AccessRequest) -> Enforcement {
        if decision.verdict == .allow { return .allow }
        guard let identity = identity(request.identity), decision.errors.isEmpty else { return .refuse }
        if decision.policies.contains(where: isBinding) { return .refuse }
        switch level(of: identity, on: request.resource.system, at: request.now) {
        case .observe: return .observe
        case .warn: return .warn
        case .enforce: return .refuse
        }
    }
}

extension Record {
    /// What policies read as `context`, in the order of the names, as records are kept.
    init(circumstancesOf request: AccessRequest, justInTime: Bool? = nil) {
        var fields: ContiguousArray<Field> = []
        fields.reserveCapacity(11)
        // An address that is none stays out: policies that need one then refuse.
        if let address = request.clientAddress, let range = try? IPRange(Text(address)) {
            fields.append(Field(key: "address", value: .ip(range)))
        }
        fields.append(Field(key: "direction", value: .text(request.direction.rawValue)))
        fields.append(Field(key: "hops", value: .long(Int64(request.delegation.count))))
        if let justInTime { fields.append(Field(key: "justInTime", value: .bool(justInTime))) }
        if let count = request.lastMinute { fields.append(Field(key: "lastMinute", value: .long(Int64(count)))) }
        fields.append(Field(key: "now", value: .time(request.now)))
        if let caller = request.originalCaller { fields.append(Field(key: "originalCaller", value: .text(caller))) }
        if let purpose = request.purpose { fields.append(Field(key: "purpose", value: .text(purpose))) }
        if let task = request.task { fields.append(Field(key: "task", value: .text(task))) }
        if let age = request.tokenAge {
            let token = Record(sorted: [Field(key: "age", value: .length(age))])
            fields.append(Field(key: "token", value: .record(token)))
        }
        if let scopes = request.scopes {
            let resources = scopes.filter { $0.action == request.action }.map {
                Value.entity(Vocabulary.uid($0.resource))
            }
            fields.append(Field(key: "tokenScope", value: .set(Set(resources))))
        }
        self.init(sorted: fields)
    }
}
