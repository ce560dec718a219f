import Domain

/// An account with everything worked out that follows from its description.
struct IAMAnalysis {
    let account: IAMAccount
    let actors: [IAMActor]
    /// What each actor can come to, in the order of the actors.
    let escalations: [[Escalation]]
    let graph: EscalationGraph
    /// ARNs of attached policies whose documents are nowhere, and who holds them.
    private(set) var missing: [String: [String]] = [:]

    init(_ account: IAMAccount) {
        self.account = account
        var prepared = PreparedPolicies(account)
        let groups = Dictionary(
            account.entities.filter { $0.kind == .group }.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let all = prepared.space.all()
        var actors: [IAMActor] = []
        for entity in account.entities {
            let variables = PolicyVariables(of: entity, in: account.number)
            var identity = prepared.statements(of: entity, variables: variables)
            let own = entity.groups.compactMap { groups[$0] }
            for group in own { identity += prepared.statements(of: group, variables: variables, through: group.name) }
            let boundary = entity.boundary.flatMap { prepared.statements(ofManaged: $0, variables: variables) }
            let permissions = EffectivePermissions(identity: identity, boundary: boundary)
            let held = entity.attached + own.flatMap(\.attached)
            let actor = IAMActor(
                entity: entity,
                permissions: permissions,
                summary: RightsSummary(permissions, in: prepared.space, all: all),
                groups: own.map(\.arn),
                ownPolicies: held.filter { !$0.contains(":iam::aws:policy/") },
                trust: entity.kind == .role ? RoleTrust(entity.trust) : nil,
            )
            actors.append(actor)
            for arn in entity.attached + [entity.boundary].compactMap(\.self) where !prepared.knows(arn) {
                missing[arn, default: []].append(actor.text)
            }
        }
        self.actors = actors
        graph = EscalationGraph(actors, in: prepared.space, account: account.number)
        escalations = graph.escalations(of: actors)
    }
}

/// The policies of an account, each with its actions looked up once.
private struct PreparedPolicies {
    var space: ActionSpace
    private var managed: [String: PreparedPolicy] = [:]
    private var inline: [String: [PreparedPolicy]] = [:]

    init(_ account: IAMAccount) {
        let arns = Set(account.entities.flatMap { $0.attached + [$0.boundary].compactMap(\.self) })
        let policies = arns.sorted().compactMap { account.managed($0) }
        let own = account.entities.flatMap { $0.inline.compactMap(\.policy) }
        let asked = EscalationMethod.all.flatMap(\.actions) + ["sts:AssumeRole"]
        space = ActionSpace(policies: policies.compactMap(\.policy) + own, also: asked)
        for policy in policies {
            guard let document = policy.policy else { continue }
            managed[policy.arn] = PreparedPolicy(document, origin: "policy `\(policy.name)`", in: &space)
        }
        for entity in account.entities {
            inline[entity.arn] = entity.inline.compactMap { policy in
                policy.policy.map { PreparedPolicy($0, origin: "inline policy `\(policy.name)`", in: &space) }
            }
        }
    }

    func knows(_ arn: String) -> Bool { managed[arn] != nil }

    func statements(
        of entity: IAMEntity,
        variables: PolicyVariables,
        through group: String? = nil,
    ) -> [PolicyStatement] {
        let policies = (inline[entity.arn] ?? []) + entity.attached.compactMap { managed[$0] }
        return policies.flatMap { $0.statements(for: variables, through: group) }
    }

    /// nil when the document is not there: what it limits is then unknown.
    func statements(ofManaged arn: String, variables: PolicyVariables) -> [PolicyStatement]? {
        managed[arn]?.statements(for: variables)
    }
}

extension PolicyVariables {
    fileprivate init(of entity: IAMEntity, in account: String?) {
        switch entity.kind {
        case .user: self.init(user: entity.name, id: entity.id, account: account, tags: entity.tags)
        case .role: self.init(roleIn: account, tags: entity.tags)
        case .group: self.init()
        }
    }
}
