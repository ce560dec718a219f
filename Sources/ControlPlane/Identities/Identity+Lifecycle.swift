import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// An identity after a transition, with a refusal in words.
    static func moved(
        _ identity: Identity,
        _ transition: LifecycleTransition,
        by cause: LifecycleTransition.Cause,
        _ change: Change,
    ) throws -> Identity {
        do throws(TransitionRefusal) {
            return try identity.moved(transition, by: cause, at: change.now)
        } catch {
            throw Failure(error, of: identity)
        }
    }

    /// Moves an identity, and writes it and its event.
    @discardableResult
    static func move(
        _ identity: Identity,
        _ transition: LifecycleTransition,
        by cause: LifecycleTransition.Cause,
        detail: [String: String] = [:],
        _ change: inout Change,
    ) throws -> Identity {
        let next = try moved(identity, transition, by: cause, change)
        try IdentityTable.update(next, in: change.connection)
        change.record(
            .identityStateChanged,
            next.subject,
            changes: next.changes(since: identity),
            detail: detail.merging(["transition": transition.rawValue]) { known, _ in known },
        )
        change.touch(.identity, next.id.text)
        return next
    }
}

extension Failure {
    init(_ refusal: TransitionRefusal, of identity: Identity) {
        let name = "`\(identity.name)`"
        switch refusal {
        case .noSuchWay(let transition, let state):
            self.init(
                .conflict,
                "\(name) is \(state.rawValue), from where there is no way to \(transition.rawValue) it"
            )
        case .wrongCause(let transition, let cause):
            self.init(.conflict, "\(name): \(transition.rawValue) is not caused by \(cause.rawValue)")
        case .missing(let fields):
            self.init(
                .missingFields,
                "\(name) cannot become active: \(fields.map(\.field).joined(separator: ", "))",
                remedy: "`penstock identity register \(identity.id) …` first",
                fields: fields,
            )
        case .needsApproval(let suspension):
            self.init(
                .conflict,
                "\(name) is suspended (\(suspension.rawValue)), which only a new approval ends",
                remedy: "`penstock request renew \(identity.id) --reason …`",
            )
        case .notDue(let transition):
            self.init(.conflict, "\(name): \(transition.rawValue) is not due")
        }
    }
}
