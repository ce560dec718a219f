import Cedar
package import Domain

extension Snapshot {
    /// Answers whether somebody may do something to Penstock's own records, and if not, why not.
    ///
    /// What is asked about an identity is asked about it as it stands in these facts.
    package func decide(_ request: GovernanceRequest) -> AccessDecision {
        let id = ID<AccessDecision>(at: request.now)
        let question = Cedar.Request(
            principal: uid(request.principal),
            action: Vocabulary.uid(request.action),
            resource: request.identity.map(Vocabulary.uid) ?? Vocabulary.installation,
            context: Record(circumstancesOf: request),
        )
        let entities: Entities
        do throws(EntityStoreError) {
            entities = try self.entities(with: Array(Set(identities(in: request))))
        } catch {
            let reason = "the facts contradict each other: \(error)"
            return AccessDecision(id: id, verdict: .deny, policies: [], reason: reason, version: version)
        }
        let policies = governancePolicies(for: request)
        return decision(id, request, question, entities, policies, policies.authorize(question, entities))
    }

    private func decision(
        _ id: ID<AccessDecision>,
        _ request: GovernanceRequest,
        _ question: Cedar.Request,
        _ entities: Entities,
        _ set: PolicySet,
        _ answer: Answer,
    ) -> AccessDecision {
        let what = "\(name(request.principal)) may not \(request.action.phrase)\(subject(request))"
        if !answer.errors.isEmpty {
            let policies = answer.errors.map(\.policy.text.string).sorted()
            return AccessDecision(
                id: id,
                verdict: .deny,
                policies: policies,
                errors: answer.errors.map(\.description),
                reason: "\(what): \(policies.joined(separator: ", ")) could not be evaluated",
                version: version,
            )
        }
        let policies = answer.reasons.map(\.text.string).sorted()
        if answer.decision == .allow {
            let reason = "permitted by \(policies.joined(separator: ", "))"
            return AccessDecision(id: id, verdict: .allow, policies: policies, reason: reason, version: version)
        }
        if answer.isForbidden {
            let words = PolicyWords(question, entities, set)
            return AccessDecision(
                id: id,
                verdict: .deny,
                policies: policies,
                failed: answer.reasons.compactMap(words.condition),
                reason: "\(what): \(words.reason(answer.reasons))",
                fix: words.fix(
                    answer.reasons,
                    identity: question.resource.id.string,
                    until: (request.now + .days(90)).date,
                ),
                version: version,
            )
        }
        return AccessDecision(
            id: id,
            verdict: .noPermit,
            policies: [],
            reason: "\(what): no role of theirs permits it",
            fix: "ask an administrator for a role that may",
            version: version,
        )
    }

    /// The organisation's policies bind people and identities, but neither Penstock itself nor whoever holds the machine:
    /// so no policy can lock everybody out for good.
    private func governancePolicies(for request: GovernanceRequest) -> PolicySet {
        switch request.principal {
        case .localOperator, .penstock: ShippedPolicies.governance
        case .user, .identity: governancePolicies(at: request.now)
        }
    }

    private func identities(in request: GovernanceRequest) -> [Entity] {
        var ids: [ID<Identity>] = []
        if case .identity(let id) = request.principal { ids.append(id) }
        if let id = request.identity { ids.append(id) }
        return ids.compactMap { prepared($0)?.entity }
    }

    func uid(_ principal: GovernanceRequest.Principal) -> EntityUID {
        switch principal {
        case .user(let id): Vocabulary.uid(id)
        case .localOperator: Vocabulary.localOperator
        case .penstock: Vocabulary.penstock
        case .identity(let id): Vocabulary.uid(id)
        }
    }

    func name(_ principal: GovernanceRequest.Principal) -> String {
        switch principal {
        case .user(let id): user(id)?.email ?? id.text
        case .localOperator: "the local operator"
        case .penstock: "penstock"
        case .identity(let id): "identity `\(identity(id)?.name ?? id.text)`"
        }
    }

    private func subject(_ request: GovernanceRequest) -> String {
        request.identity.map { " identity `\(identity($0)?.name ?? $0.text)`" } ?? ""
    }
}

extension Record {
    fileprivate init(circumstancesOf request: GovernanceRequest) {
        var fields: [Text: Value] = ["now": .time(request.now)]
        fields["own"] = request.own.map(Value.bool)
        self.init(fields)
    }
}

extension GovernanceAction {
    /// As it stands after "may not".
    fileprivate var phrase: String {
        switch self {
        case .view: "view"
        case .importEstate: "import estates"
        case .register: "register"
        case .grant: "grant access to"
        case .issue: "issue tokens for"
        case .stop: "stop"
        case .resume: "resume"
        case .administer: "administer"
        case .verifyLog: "verify the log"
        case .request: "ask for anything for"
        case .proposeException: "propose an exception for"
        case .acceptRisk: "accept the risk of"
        case .breakGlass: "break the glass for"
        case .review: "decide the review of"
        case .tell: "tell of events outside"
        case .reportEvent: "report events"
        }
    }
}
