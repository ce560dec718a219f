extension PolicyIndex {
    /// Calls `visit` with the place of each policy whose scope may fit, each once.
    func visitCandidates(
        _ situation: Situation,
        _ entries: ContiguousArray<CompiledPolicy?>,
        _ visit: (Int32) -> Void,
    ) {
        Self.visit(byPrincipal, situation.request.principal, situation.principal, visit)
        Self.visit(byResource, situation.request.resource, situation.resource, visit)
        if let places = byPrincipalType[situation.request.principal.type] { for place in places { visit(place) } }
        if let places = byResourceType[situation.request.resource.type] { for place in places { visit(place) } }
        for place in others { visit(place) }
        visitActions(situation, entries, visit)
    }

    private static func visit(
        _ lists: [EntityUID: Places],
        _ uid: EntityUID,
        _ node: EntityNode?,
        _ visit: (Int32) -> Void,
    ) {
        guard !lists.isEmpty else { return }
        if let places = lists[uid] { for place in places { visit(place) } }
        guard let node else { return }
        if lists.count < node.ancestors.count {
            for (ancestor, places) in lists where node.ancestors.contains(ancestor) {
                for place in places { visit(place) }
            }
            return
        }
        for ancestor in node.ancestors {
            if let places = lists[ancestor] { for place in places { visit(place) } }
        }
    }

    private func visitActions(
        _ situation: Situation,
        _ entries: ContiguousArray<CompiledPolicy?>,
        _ visit: (Int32) -> Void,
    ) {
        guard !byAction.isEmpty else { return }
        let uid = situation.request.action
        if let places = byAction[uid] { for place in places { visit(place) } }
        guard let node = situation.action else { return }
        for ancestor in node.ancestors {
            guard let places = byAction[ancestor] else { continue }
            for place in places where isFirst(ancestor, entries[Int(place)], uid, node) { visit(place) }
        }
    }

    /// A policy with several actions stands in several lists; it is visited from the request's own action, or else from
    /// the first that the request's action lies below.
    private func isFirst(
        _ ancestor: EntityUID,
        _ policy: CompiledPolicy?,
        _ uid: EntityUID,
        _ node: EntityNode,
    ) -> Bool {
        guard let policy, case .memberOfAny(let actions) = policy.action, actions.count > 1 else { return true }
        var first: EntityUID?
        for action in actions {
            if action == uid { return false }
            if first == nil, node.ancestors.contains(action) { first = action }
        }
        return first == ancestor
    }
}
