/// Something of governance whose time has come.
package enum DueGovernance: Sendable, Hashable {
    /// Nobody decided on a request in time: the backup may, and is told.
    case requestEscalates(ID<ChangeRequest>)
    /// Nobody decided on a request at all.
    case requestLapses(ID<ChangeRequest>)
    /// The renewal date and the class's grace have passed.
    case renewalPassed(ID<Identity>)
    /// The identity's own end has passed.
    case identityEnds(ID<Identity>)
    /// The owner is gone and nobody was asked to take over.
    case handoverBegins(ID<Identity>)
    /// The backup did not take over in time: others are told.
    case handoverEscalates(ID<Identity>)
    /// Nobody took over in time.
    case handoverSuspends(ID<Identity>)

    /// What it is about, for people and for claims of a scheduler: the same thing due has the same key.
    package var key: String { "\(word) \(id)" }

    /// What a key stands for; nil when it is none.
    package init?(key: String) {
        let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let request = ID<ChangeRequest>(parts[1]).map { [Self.requestEscalates($0), .requestLapses($0)] }
        let identity = ID<Identity>(parts[1]).map {
            [
                Self.renewalPassed($0), .identityEnds($0), .handoverBegins($0), .handoverEscalates($0),
                .handoverSuspends($0),
            ]
        }
        guard let found = ((request ?? []) + (identity ?? [])).first(where: { $0.key == key }) else { return nil }
        self = found
    }

    private var word: String {
        switch self {
        case .requestEscalates: "requestEscalates"
        case .requestLapses: "requestLapses"
        case .renewalPassed: "renewalPassed"
        case .identityEnds: "identityEnds"
        case .handoverBegins: "handoverBegins"
        case .handoverEscalates: "handoverEscalates"
        case .handoverSuspends: "handoverSuspends"
        }
    }

    private var id: String {
        switch self {
        case .requestEscalates(let id), .requestLapses(let id): id.text
        case .renewalPassed(let id), .identityEnds(let id), .handoverBegins(let id), .handoverEscalates(let id),
            .handoverSuspends(let id):
            id.text
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
            if let expires = identity.expires, expires <= now {
                due.append(.identityEnds(identity.id))
                continue
            }
            if let renewal = identity.renewal, renewal + days.renewalGrace <= now {
                due.append(.renewalPassed(identity.id))
                continue
            }
            let isGone = identity.owner.map(gone.contains) ?? false
            guard let handover = underWay[identity.id] else {
                if isGone { due.append(.handoverBegins(identity.id)) }
                continue
            }
            guard isGone || handover.cause == .disputed else { continue }
            if handover.began + days.handover.suspension <= now {
                due.append(.handoverSuspends(identity.id))
            } else if handover.escalated == nil, handover.began + days.handover.escalation <= now {
                due.append(.handoverEscalates(identity.id))
            }
        }
        return due
    }

    /// The first time after `now` at which something of these will be due, unless it is settled before; nil for never.
    package static func next(
        after now: Instant,
        requests: [ChangeRequest],
        identities: [Identity],
        handovers: [Handover],
    ) -> Instant? {
        let underWay = Dictionary(handovers.map { ($0.identity, $0) }) { first, _ in first }
        let dates =
            requests.flatMap { [$0.escalates, $0.lapses] }
            + identities.flatMap { identity in
                let days = identity.classification.identityClass
                let began = underWay[identity.id]?.began
                return [
                    identity.expires, identity.renewal.map { $0 + days.renewalGrace },
                    began.map { $0 + days.handover.escalation }, began.map { $0 + days.handover.suspension },
                ].compactMap(\.self)
            }
        return dates.filter { $0 > now }.min()
    }
}
