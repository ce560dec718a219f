import Decisions
import Domain
import Gateway

extension AccessRecord {
    /// The event that the log keeps of a request.
    var event: Event {
        var facts: [String: String] = ["method": method, "path": path, "client": clientAddress]
        facts["lease"] = lease?.text
        facts["task"] = task
        facts["breakGlass"] = BreakGlass.id(of: task)?.text
        facts["action"] = action?.rawValue
        facts["resource"] = resource?.description
        facts["enforcement"] = enforcement.rawValue
        facts["refusal"] = refusal.map { "\($0.code.rawValue): \($0.detail)" }
        facts["reason"] = decision.flatMap { $0.verdict == .allow ? nil : $0.reason }
        if !delegation.isEmpty { facts["delegation"] = delegation.joined(separator: " → ") }
        let name = identity?.text ?? "unknown"
        return Event(
            id: ID(at: at),
            at: at,
            kind: enforcement == .refuse ? .requestRefused : .requestAllowed,
            actor: Event.Actor(kind: .identity, id: name, name: name),
            originalCaller: originalCaller,
            subject: identity.map { Event.Subject(kind: "identity", id: $0.text, name: $0.text) },
            decision: decision.map { Event.DecisionRecord($0) },
            detail: facts,
        )
    }
}
