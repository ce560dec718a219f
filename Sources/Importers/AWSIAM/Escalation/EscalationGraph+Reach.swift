extension EscalationGraph {
    /// Everything that every actor can come to, in the order of the actors; the shortest ways first.
    ///
    /// Administrators have nothing to gain and are left out. Roles that let each other in end the search, not the program.
    func escalations(of actors: [IAMActor]) -> [[Escalation]] {
        let known = actors.indices.map { actors[$0].summary.isAdministrator ? [] : steps(from: $0) }
        return actors.indices.map { actor in
            actors[actor].summary.isAdministrator ? [] : escalations(of: actor, among: actors, steps: known)
        }
    }

    private func escalations(of actor: Int, among actors: [IAMActor], steps: [[EscalationStep]]) -> [Escalation] {
        var found: [Escalation] = []
        let start = Escalation(path: [], target: actor, isAdministrator: false, condition: nil, isPlain: true)
        if let own = selfServing(actor, reaching: steps[actor].map(\.target)) {
            found.append(start.ending(by: own))
        }
        var seen: Set<Int> = [actor]
        var waiting = [start][...]
        while let way = waiting.popFirst(), !(found.last?.isAdministrator ?? false) || way.path.isEmpty {
            for step in steps[way.target] where seen.insert(step.target).inserted {
                var next = way
                next.target = step.target
                next.path.append("\(step.method) → \(actors[step.target].text)")
                next.condition = joined(way.condition, step.condition)
                next.isPlain = way.isPlain && step.method == "sts:AssumeRole"
                next.isAdministrator = actors[step.target].summary.isAdministrator
                found.append(next)
                if !next.isAdministrator, let own = selfServing(step.target) {
                    found[found.count - 1] = next.ending(by: own)
                }
                // Past everything there is nothing to gain.
                if !found[found.count - 1].isAdministrator { waiting.append(next) }
            }
        }
        return found
    }
}

extension Escalation {
    fileprivate func ending(by own: (method: String, condition: String?)) -> Escalation {
        var ended = self
        ended.path.append(own.method)
        ended.condition = joined(condition, own.condition)
        ended.isAdministrator = true
        ended.isPlain = false
        return ended
    }
}

/// Conditions that must all hold.
private func joined(_ left: String?, _ right: String?) -> String? {
    guard let left, let right, left != right else { return left ?? right }
    return "\(left); \(right)"
}
