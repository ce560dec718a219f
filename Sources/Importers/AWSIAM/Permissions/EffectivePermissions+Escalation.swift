extension EffectivePermissions {
    /// What holds for an action on whatever resource it is allowed on, the widest answer.
    func outcomeSomewhere(of action: Int) -> Outcome {
        var best = Outcome.notAllowed
        var only = ActionSet(size: (allows.first?.actions.words.count ?? 0) * 64)
        guard !allows.isEmpty else { return best }
        only.insert(action)
        for allow in allows where allow.actions.contains(action) {
            let places = allow.isNotResource ? [IAMPattern.everything] : allow.resources.map(\.pattern)
            for place in places {
                for slice in slices(of: allow, on: place, only: only) {
                    if slice.conditions.isEmpty { return .allowed(by: allow.origin) }
                    best = .conditional([slice.conditions.joined(separator: "; ")])
                }
            }
        }
        return best
    }

    /// Whether a role may be passed to a service, as far as `iam:PassedToService` says.
    func mayPass(_ action: Int, _ role: String, to service: String) -> Bool {
        let target = IAMPattern(role)
        let name = IAMPattern("\(service).amazonaws.com")
        return allows.contains { allow in
            guard allow.actions.contains(action), allow.overlaps(target) else { return false }
            guard let services = allow.conditions.values(of: "iam:PassedToService") else { return true }
            return services.contains { IAMPattern($0.lowercased()).covers(name) }
        }
    }

    /// Whether `iam:PassedToService` is all that a pass depends on, and holds.
    func isSettled(_ action: Int, _ role: String, by service: String) -> Bool {
        let target = IAMPattern(role)
        let name = IAMPattern("\(service).amazonaws.com")
        return boundary == nil && !denies.contains { $0.actions.contains(action) && $0.overlaps(target) }
            && allows.contains { allow in
                guard allow.actions.contains(action), allow.covers(target), allow.conditions.count == 1 else {
                    return false
                }
                let services = allow.conditions.values(of: "iam:PassedToService") ?? []
                return services.contains { IAMPattern($0.lowercased()).covers(name) }
            }
    }

    /// Whether an attachment may be of a policy that gives everything, as far as `iam:PolicyARN` says.
    func mayAttach(_ action: Int, _ identity: String) -> Bool {
        let target = IAMPattern(identity)
        let everything = IAMPattern("arn:aws:iam::aws:policy/AdministratorAccess")
        return allows.contains { allow in
            guard allow.actions.contains(action), allow.overlaps(target) else { return false }
            guard let policies = allow.conditions.values(of: "iam:PolicyARN") else { return true }
            return policies.contains { IAMPattern($0).covers(everything) }
        }
    }
}
