/// Something of governance whose time has come.
package enum DueGovernance: Sendable, Hashable {
    /// Nobody decided on a request in time: the backup may, and is told.
    case requestEscalates(ID<ChangeRequest>)
    /// Nobody decided on a request at all.
    case requestLapses(ID<ChangeRequest>)
    /// The renewal date and the class's grace have passed.
    case renewalPassed(ID<Identity>)
    /// The owner is gone and nobody was asked to take over.
    case handoverBegins(ID<Identity>)
    /// The backup did not take over in time: others are told.
    case handoverEscalates(ID<Identity>)
    /// Nobody took over in time.
    case handoverSuspends(ID<Identity>)

    /// What it is about, for people and for claims of a scheduler: the same thing due has the same key.
    package var key: String {
        switch self {
        case .requestEscalates(let id): "requestEscalates \(id)"
        case .requestLapses(let id): "requestLapses \(id)"
        case .renewalPassed(let id): "renewalPassed \(id)"
        case .handoverBegins(let id): "handoverBegins \(id)"
        case .handoverEscalates(let id): "handoverEscalates \(id)"
        case .handoverSuspends(let id): "handoverSuspends \(id)"
        }
    }

    /// All that is due at `now`, in a fixed order.
    ///
    /// `gone` are the people who are not active any more; `identities` at least those that are active, since others have
    /// nothing due.
    package static func due(
        at now: Instant,
        requests: [ChangeRequest],
        identities: [Identity],
        handovers: [Handover],
        gone: Set<ID<User>>,
    ) -> [DueGovernance] {
        var due: [DueGovernance] = []
        for request in requests where request.state == .open {
            if request.lapses <= now {
                due.append(.requestLapses(request.id))
            } else if request.escalates <= now, request.escalated == nil, !request.route.seats.isEmpty {
                due.append(.requestEscalates(request.id))
            }
        }
        let underWay = Dictionary(handovers.map { ($0.identity, $0) }) { first, _ in first }
        for identity in identities where identity.state == .active {
            let days = identity.classification.identityClass
            if let renewal = identity.renewal, renewal + days.renewalGrace <= now {
                due.append(.renewalPassed(identity.id))
                continue
            }
            guard let owner = identity.owner, gone.contains(owner) else { continue }
            guard let handover = underWay[identity.id] else {
                due.append(.handoverBegins(identity.id))
                continue
            }
            if handover.began + days.handover.suspension <= now {
                due.append(.handoverSuspends(identity.id))
            } else if handover.escalated == nil, handover.began + days.handover.escalation <= now {
                due.append(.handoverEscalates(identity.id))
            }
        }
        return due
    }
}
