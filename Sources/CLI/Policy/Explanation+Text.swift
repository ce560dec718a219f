import Cedar

extension Explanation {
    /// What a person reads: the decision, why, and what became of the other policies.
    func text(_ request: Request) -> String {
        let verdict: String
        if answer.decision == .allow {
            verdict = "allow".shown(in: .green)
        } else {
            verdict = "deny".shown(in: .red) + (answer.isForbidden ? ": a policy forbids it" : ": no policy permits it")
        }
        let question = "\(request.principal) \(request.action) \(request.resource)".printable
        var lines = [verdict, question.shown(in: .faint)]
        for policy in policies {
            let mark: String
            switch policy.outcome {
            case .applied: mark = policy.effect == .permit ? "+".shown(in: .green) : "-".shown(in: .red)
            case .errored: mark = "!".shown(in: .yellow)
            case .conditionFailed, .outOfScope: mark = "."
            }
            lines.append("\(mark) \(policy.description.printable)")
        }
        if policies.isEmpty { lines.append("no policy concerns this request") }
        return lines.joined(separator: "\n")
    }
}
