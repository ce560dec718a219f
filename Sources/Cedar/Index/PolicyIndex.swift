/// Finds the policies whose scope may fit a request.
///
/// Each policy stands in one list: under an entity that its scope names for the principal, the resource or the action,
/// under a type it asks for, or among those that name nothing. Of several possible lists the one that is shortest when
/// the policy comes is taken, so that policies that share a group but differ in the resource are told apart by the
/// resource. A policy with a list of actions that is found by its actions stands under each of them.
///
/// A request looks at the lists of its principal, action and resource, of everything above these, and of their types.
/// What it finds there is checked against the whole scope, so the lists need only be complete, not exact.
struct PolicyIndex: Sendable {
    typealias Places = ContiguousArray<Int32>

    private(set) var byPrincipal: [EntityUID: Places] = [:]
    private(set) var byResource: [EntityUID: Places] = [:]
    private(set) var byAction: [EntityUID: Places] = [:]
    private(set) var byPrincipalType: [Name: Places] = [:]
    private(set) var byResourceType: [Name: Places] = [:]
    private(set) var others: Places = []

    /// Under what each policy stands.
    private var keys: [Int32: Key] = [:]

    private enum Key: Sendable {
        case principal(EntityUID)
        case resource(EntityUID)
        case actions
        case principalType(Name)
        case resourceType(Name)
        case nothing
    }

    /// Puts a policy into the shortest list that fits.
    mutating func insert(_ place: Int32, _ policy: CompiledPolicy) {
        let key = bestKey(policy)
        keys[place] = key
        update(key, policy) { $0.append(place) }
    }

    /// Takes a policy out again.
    mutating func remove(_ place: Int32, _ policy: CompiledPolicy) {
        guard let key = keys.removeValue(forKey: place) else { return }
        update(key, policy) { places in
            if let index = places.firstIndex(of: place) { places.remove(at: index) }
        }
    }

    private func bestKey(_ policy: CompiledPolicy) -> Key {
        var best = Key.nothing
        var least = Int.max
        func offer(_ key: Key, _ length: Int) {
            guard length < least else { return }
            best = key
            least = length
        }
        if let entity = policy.principal.entity { offer(.principal(entity), byPrincipal[entity]?.count ?? 0) }
        if let entity = policy.resource.entity { offer(.resource(entity), byResource[entity]?.count ?? 0) }
        if policy.action != .any {
            offer(.actions, policy.action.actions.reduce(0) { max($0, byAction[$1]?.count ?? 0) })
        }
        if let type = policy.principal.type { offer(.principalType(type), byPrincipalType[type]?.count ?? 0) }
        if let type = policy.resource.type { offer(.resourceType(type), byResourceType[type]?.count ?? 0) }
        return best
    }

    private mutating func update(_ key: Key, _ policy: CompiledPolicy, _ change: (inout Places) -> Void) {
        switch key {
        case .principal(let entity): change(&byPrincipal[entity, default: []])
        case .resource(let entity): change(&byResource[entity, default: []])
        case .principalType(let type): change(&byPrincipalType[type, default: []])
        case .resourceType(let type): change(&byResourceType[type, default: []])
        case .actions: for action in Set(policy.action.actions) { change(&byAction[action, default: []]) }
        case .nothing: change(&others)
        }
    }
}
