/// Who can become whom in an account: by taking on roles, and by the published methods of escalation.
struct EscalationGraph {
    private let actors: [IAMActor]
    private let space: ActionSpace
    private let account: String?
    private let assume: Int?
    private let methods: [(method: EscalationMethod, actions: [Int])]
    private let users: [Int]
    private let groups: [Int]
    private let roles: [Int]
    private let rolesByService: [String: [Int]]
    private let places: [String: Int]
    /// Roles that name a user or role of the account, by the ARN they name.
    private let rolesNaming: [String: [Int]]
    /// Roles that name the account itself, and those that name everybody.
    private let rolesOfAccount: [Int]
    private let rolesOfAll: [Int]
    /// Users and roles whose own policies let them take on some role.
    private let assumers: [Int]

    init(_ actors: [IAMActor], in space: ActionSpace, account: String?) {
        self.actors = actors
        self.space = space
        self.account = account
        assume = space.number(of: "sts:AssumeRole")
        methods = EscalationMethod.all.compactMap { method in
            let actions = method.actions.compactMap(space.number)
            return actions.count == method.actions.count ? (method, actions) : nil
        }
        users = actors.indices.filter { actors[$0].entity.kind == .user }
        groups = actors.indices.filter { actors[$0].entity.kind == .group }
        roles = actors.indices.filter { actors[$0].entity.kind == .role }
        var byService: [String: [Int]] = [:]
        for role in roles {
            for service in actors[role].trust?.services ?? [] { byService[service, default: []].append(role) }
        }
        rolesByService = byService
        places = Dictionary(zip(actors.map(\.arn), actors.indices)) { first, _ in first }
        var naming: [String: [Int]] = [:]
        var ofAccount: [Int] = []
        var ofAll: [Int] = []
        for role in roles {
            for kind in Set(actors[role].trust?.entrances.map(\.kind) ?? []) {
                switch kind {
                case .named(let arn): naming[arn, default: []].append(role)
                case .account(let number) where number == account: ofAccount.append(role)
                case .everybody: ofAll.append(role)
                default: continue
                }
            }
        }
        rolesNaming = naming
        rolesOfAccount = ofAccount
        rolesOfAll = ofAll
        assumers = actors.indices.filter { index in
            actors[index].entity.kind != .group
                && space.number(of: "sts:AssumeRole").map(actors[index].summary.possible.contains) ?? false
        }
    }

    /// Users and roles of the account that a role's trust policy may let in, to be looked at closer.
    func candidates(for role: Int) -> [Int] {
        let kinds = actors[role].trust?.entrances.map(\.kind) ?? []
        if kinds.contains(.everybody) { return actors.indices.filter { actors[$0].entity.kind != .group } }
        var found = kinds.compactMap { kind in if case .named(let arn) = kind { places[arn] } else { nil } }
        if kinds.contains(where: { if case .account(let number) = $0 { number == account } else { false } }) {
            found += assumers
        }
        return Set(found).sorted()
    }

    /// Roles whose trust policies may let a user or role in.
    private func roles(open actor: Int) -> [Int] {
        var found = Set(rolesNaming[actors[actor].arn] ?? []).union(rolesOfAll)
        if let assume, actors[actor].summary.possible.contains(assume) { found.formUnion(rolesOfAccount) }
        return found.sorted()
    }

    func knows(_ arn: String) -> Bool { places[arn] != nil }

    // MARK: - Taking on roles

    /// Whether an actor may take on a role, which both sides must allow.
    ///
    /// Within an account a trust policy that names the user or role itself is enough, unless its own policies deny it; a
    /// role's boundary must allow it even then. One that names the account leaves it to the actor's own policies.
    ///
    /// - Returns: The condition, nil for none, in an optional that is nil when it may not.
    func assumption(of role: Int, by actor: Int) -> String?? {
        guard let assume, actor != role, let trust = actors[role].trust else { return nil }
        let own = actors[actor]
        guard own.entity.kind != .group, let admission = trust.admission(of: own.arn, account: account) else {
            return nil
        }
        let target = IAMPattern(actors[role].arn)
        switch admission {
        case .direct(let condition):
            var notes = condition.map { [$0] } ?? []
            if case .denied = own.permissions.outcome(of: assume, on: target) { return nil }
            if own.entity.kind == .role, let boundary = own.permissions.boundary {
                let outcome = EffectivePermissions(identity: boundary).outcome(of: assume, on: target)
                guard outcome.isPossible else { return nil }
                notes += outcome.condition.map { [$0] } ?? []
            }
            return .some(notes.isEmpty ? nil : notes.joined(separator: "; "))
        case .byAccount(let condition):
            guard own.summary.possible.contains(assume) else { return nil }
            let outcome = own.permissions.outcome(of: assume, on: target)
            guard outcome.isPossible else { return nil }
            let notes = [condition, outcome.condition].compactMap(\.self)
            return .some(notes.isEmpty ? nil : notes.joined(separator: "; "))
        }
    }

    // MARK: - Steps

    /// Everything an actor can become in one step.
    func steps(from actor: Int) -> [EscalationStep] {
        let own = actors[actor]
        var steps: [EscalationStep] = []
        var reached: Set<Int> = []
        func add(_ target: Int, _ method: String, _ condition: String?) {
            guard target != actor else { return }
            if let known = steps.firstIndex(where: { $0.target == target }), reached.contains(target) {
                if steps[known].condition != nil, condition == nil {
                    steps[known] = EscalationStep(target: target, method: method, condition: nil)
                }
                return
            }
            reached.insert(target)
            steps.append(EscalationStep(target: target, method: method, condition: condition))
        }
        for role in roles(open: actor) {
            if case .some(let condition) = assumption(of: role, by: actor) { add(role, "sts:AssumeRole", condition) }
        }
        for (method, actions) in methods where actions.allSatisfy(own.summary.possible.contains) {
            for target in targets(of: method) where !reached.contains(target) || needsBetter(steps, target) {
                if case .some(let condition) = condition(of: method, actions, on: target, for: own) {
                    add(target, method.text, condition)
                }
            }
        }
        return steps
    }

    private func needsBetter(_ steps: [EscalationStep], _ target: Int) -> Bool {
        steps.contains { $0.target == target && $0.condition != nil }
    }

    private func targets(of method: EscalationMethod) -> [Int] {
        switch method.way {
        case .ownRights, .ownPolicy: []
        case .user: users
        case .group: groups
        case .trust: roles
        case .pass(let service): rolesByService["\(service).amazonaws.com"] ?? []
        case .running(let service):
            // A machine runs with a role only by way of an instance profile.
            (rolesByService["\(service).amazonaws.com"] ?? []).filter {
                service != "ec2" || actors[$0].entity.hasInstanceProfile
            }
        }
    }

    /// Whether a method works on a target: nil when not, else its condition, nil for none.
    private func condition(
        of method: EscalationMethod,
        _ actions: [Int],
        on target: Int,
        for own: IAMActor,
    ) -> String?? {
        var notes: [String] = []
        func note(_ text: String?) { if let text, !notes.contains(text) { notes.append(text) } }
        var rest = actions[...]
        switch method.way {
        case .running: note("if something of the service runs with it")
        case .pass(let service):
            guard let first = rest.popFirst() else { return nil }
            let outcome = own.permissions.outcome(of: first, on: IAMPattern(actors[target].arn))
            guard outcome.isPossible, own.permissions.mayPass(first, actors[target].arn, to: service) else {
                return nil
            }
            if !own.permissions.isSettled(first, actors[target].arn, by: service) { note(outcome.condition) }
        default:
            guard let first = rest.popFirst() else { return nil }
            let outcome = own.permissions.outcome(of: first, on: IAMPattern(actors[target].arn))
            guard outcome.isPossible else { return nil }
            note(outcome.condition)
        }
        for action in rest {
            switch own.permissions.outcomeSomewhere(of: action) {
            case .notAllowed, .denied: return nil
            case .conditional(let texts): note(texts.joined(separator: "; or "))
            case .allowed: continue
            }
        }
        return .some(notes.isEmpty ? nil : notes.joined(separator: "; "))
    }

    // MARK: - Rewriting one's own rights

    /// How an actor can give itself everything; nil when it cannot.
    func selfServing(_ actor: Int, reaching others: [Int] = []) -> (method: String, condition: String?)? {
        let own = actors[actor]
        var best: (method: String, condition: String?)?
        var wide: (method: String, condition: String?)?
        for (method, actions) in methods {
            let places: [String]
            switch method.way {
            case .ownRights: places = identities(of: actor, and: others, for: method.actions[0])
            case .ownPolicy: places = own.ownPolicies + others.flatMap { actors[$0].ownPolicies }
            default: continue
            }
            guard let action = actions.first, own.summary.possible.contains(action) else { continue }
            for place in places {
                let outcome = own.permissions.outcome(of: action, on: IAMPattern(place))
                guard outcome.isPossible, own.permissions.mayAttach(action, place) else { continue }
                if outcome.condition == nil { return ("\(method.text) on itself", nil) }
                best = best ?? ("\(method.text) on itself", outcome.condition)
            }
            wide = wide ?? onOthers(method, action, by: own)
        }
        return best ?? wide
    }

    /// Whether a method works on every identity or policy of the account: then it makes administrators of others, and of
    /// itself as soon as it controls one of them.
    private func onOthers(
        _ method: EscalationMethod,
        _ action: Int,
        by own: IAMActor,
    ) -> (method: String, condition: String?)? {
        let kind =
            switch method.actions[0] {
            case "iam:PutUserPolicy", "iam:AttachUserPolicy": "user"
            case "iam:PutGroupPolicy", "iam:AttachGroupPolicy": "group"
            case "iam:PutRolePolicy", "iam:AttachRolePolicy": "role"
            default: "policy"
            }
        let partition = own.arn.split(separator: ":").dropFirst().first ?? "aws"
        let all = "arn:\(partition):iam::\(account ?? "*"):\(kind)/*"
        let outcome = own.permissions.outcome(of: action, on: IAMPattern(all))
        guard outcome.isPossible, own.permissions.mayAttach(action, all) else { return nil }
        let note = "once it controls a \(kind == "policy" ? "holder of one" : kind)"
        let conditions = [note, outcome.condition].compactMap(\.self).joined(separator: "; ")
        return ("\(method.text) on any \(kind)", conditions)
    }

    /// ARNs of what holds an actor's rights and is of the kind that an action rewrites.
    private func identities(of actor: Int, and others: [Int], for action: String) -> [String] {
        let own = actors[actor]
        let roles = others.map { actors[$0] }.filter { $0.entity.kind == .role }.map(\.arn)
        switch action {
        case "iam:PutUserPolicy", "iam:AttachUserPolicy":
            if own.entity.kind == .user { return [own.arn] }
            return own.entity.kind == .group ? members(of: own.entity.name) : []
        case "iam:PutGroupPolicy", "iam:AttachGroupPolicy":
            return own.entity.kind == .group ? [own.arn] : own.groups
        default:
            return (own.entity.kind == .role ? [own.arn] : []) + roles
        }
    }

    private func members(of group: String) -> [String] {
        users.filter { actors[$0].entity.groups.contains(group) }.map { actors[$0].arn }
    }
}
