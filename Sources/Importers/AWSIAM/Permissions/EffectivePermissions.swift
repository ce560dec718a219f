/// What a principal may do in effect: what its policies allow, within its boundary, less what they deny.
///
/// Rules, in the order in which the vendor documents them:
/// 1. an explicit Deny without a condition ends it, whoever allows;
/// 2. a Deny under a condition leaves the right, and is noted with it;
/// 3. some statement of an identity policy must allow;
/// 4. with a boundary, some statement of the boundary must allow too; it never allows by itself;
/// 5. everything else is refused.
///
/// Policies of the organisation, of sessions and of resources are not in an account's own description.
///
/// Source: "Policy evaluation logic" and "Permissions boundaries for IAM entities" of the vendor.
struct EffectivePermissions: Sendable {
    /// What the statements come to for one action on one resource.
    enum Outcome: Sendable, Hashable {
        /// Allowed without a condition, by the policy of that name.
        case allowed(by: String)
        /// Allowed as long as all of one of the lists hold.
        case conditional([String])
        /// Refused by the policy of that name, whatever allows.
        case denied(by: String)
        /// Nothing allows it, or the boundary does not.
        case notAllowed

        /// Whether it can happen.
        var isPossible: Bool {
            switch self {
            case .allowed, .conditional: true
            case .denied, .notAllowed: false
            }
        }

        /// The conditions in words; nil when it is allowed without.
        var condition: String? {
            if case .conditional(let conditions) = self { conditions.joined(separator: "; or ") } else { nil }
        }
    }

    /// Some actions that one statement leaves on one resource, under the same conditions.
    struct Slice: Sendable {
        var actions: ActionSet
        /// What must hold, or must not, in words.
        var conditions: [String]
    }

    let allows: [PolicyStatement]
    let denies: [PolicyStatement]
    /// nil when there is no boundary.
    let boundary: [PolicyStatement]?

    /// - Parameters:
    ///   - identity: Statements of all policies that are the principal's own or its groups'.
    ///   - boundary: Statements of its boundary; nil for none.
    init(identity: [PolicyStatement], boundary: [PolicyStatement]? = nil) {
        allows = identity.filter(\.isAllow)
        denies = (identity + (boundary ?? [])).filter { !$0.isAllow }
        self.boundary = boundary?.filter(\.isAllow)
    }

    /// What holds for an action on a resource, which may be a pattern: then it must hold for all of it.
    func outcome(of action: Int, on resource: IAMPattern) -> Outcome {
        for deny in denies where deny.condition == nil && deny.actions.contains(action) && deny.covers(resource) {
            return .denied(by: deny.origin)
        }
        var conditions: [String] = []
        for allow in allows where allow.actions.contains(action) {
            var limit: [String] = []
            if !allow.covers(resource) {
                guard allow.overlaps(resource), allow.resources.contains(where: \.isVague) else { continue }
                limit = ["only on \(allow.resourceText)"]
            }
            var only = ActionSet(size: allow.actions.words.count * 64)
            only.insert(action)
            for slice in slices(of: allow, on: resource, only: only) {
                let all = limit + slice.conditions
                if all.isEmpty { return .allowed(by: allow.origin) }
                let text = all.joined(separator: "; ")
                if !conditions.contains(text) { conditions.append(text) }
            }
        }
        return conditions.isEmpty ? .notAllowed : .conditional(conditions)
    }

    /// What a statement that allows leaves in effect on one of its resources, apart by what limits it.
    ///
    /// - Parameters:
    ///   - allow: One of `allows`.
    ///   - resource: One of its resources, or something it covers.
    ///   - only: The actions to look at; nil for all.
    /// - Returns: Slices of which no two hold the same action; none when nothing is left.
    func slices(of allow: PolicyStatement, on resource: IAMPattern, only: ActionSet? = nil) -> [Slice] {
        var actions = allow.actions
        if let only { actions.formIntersection(only) }
        for deny in denies where deny.condition == nil && deny.covers(resource) { actions.subtract(deny.actions) }
        guard !actions.isEmpty else { return [] }
        var slices = [Slice(actions: actions, conditions: allow.condition.map { [$0] } ?? [])]
        for deny in denies {
            let isDone = deny.condition == nil && deny.covers(resource)
            guard !isDone, !deny.actions.isDisjoint(with: actions), deny.overlaps(resource) else { continue }
            Self.note(deny.exceptionText(on: resource), for: deny.actions, in: &slices)
        }
        if let boundary { slices = within(boundary, slices, on: resource) }
        return slices
    }

    /// What a boundary leaves of slices.
    private func within(_ boundary: [PolicyStatement], _ slices: [Slice], on resource: IAMPattern) -> [Slice] {
        var kept: [Slice] = []
        for slice in slices {
            var rest = slice.actions
            for limit in boundary where limit.condition == nil && limit.covers(resource) {
                rest.subtract(limit.actions)
            }
            let whole = slice.actions.subtracting(rest)
            if !whole.isEmpty { kept.append(Slice(actions: whole, conditions: slice.conditions)) }
            guard !rest.isEmpty else { continue }
            var parts = [Slice(actions: rest, conditions: [])]
            for limit in boundary where limit.overlaps(resource) {
                Self.note(limit.limitText(on: resource), for: limit.actions, in: &parts)
            }
            for part in parts where !part.conditions.isEmpty {
                let limits = part.conditions.joined(separator: " or ")
                kept.append(Slice(actions: part.actions, conditions: slice.conditions + ["in the boundary " + limits]))
            }
        }
        return kept
    }

    /// Adds a note to the given actions, splitting slices that hold others too.
    private static func note(_ text: String, for actions: ActionSet, in slices: inout [Slice]) {
        var split: [Slice] = []
        for slice in slices {
            let noted = slice.actions.intersection(actions)
            guard !noted.isEmpty else {
                split.append(slice)
                continue
            }
            let rest = slice.actions.subtracting(noted)
            let isKnown = slice.conditions.contains(text)
            split.append(Slice(actions: noted, conditions: slice.conditions + (isKnown ? [] : [text])))
            if !rest.isEmpty { split.append(Slice(actions: rest, conditions: slice.conditions)) }
        }
        slices = split
    }
}

extension PolicyStatement {
    /// A Deny that takes away only part of the resource, or only sometimes, in words.
    fileprivate func exceptionText(on resource: IAMPattern) -> String {
        let place = covers(resource) ? "" : " on \(resourceText)"
        if let condition { return "not\(place) when \(condition) (\(origin))" }
        return "not\(place) (\(origin))"
    }

    /// An Allow of a boundary that leaves only part of the resource, or only sometimes, in words.
    fileprivate func limitText(on resource: IAMPattern) -> String {
        let place = covers(resource) ? nil : "on \(resourceText)"
        let time = condition.map { "when \($0)" }
        return [place, time].compactMap(\.self).joined(separator: " ")
    }
}
