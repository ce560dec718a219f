import Domain
import SQLEngine
import Store

extension Change {
    /// Whoever answers for something is told what becomes of it: of each event, the people who have to act or ask.
    func tellPeople() throws {
        for event in recorded {
            switch event.kind {
            case .stopped: try tellAnswering(event, "was stopped", by: event.actor)
            case .resumed: try tellAnswering(event, "may act again", by: event.actor)
            case .identityStateChanged where Self.dated.contains(event.detail["transition"] ?? ""):
                try tellAnswering(event, "was suspended", and: try security())
            case .handoverAsked: try tellHandover(event, "needs somebody to take it over")
            case .handoverEscalated: try tellHandover(event, "was not taken over", and: try security())
            case .grantEnded: try tellAnswering(event, "may no more: \(event.changes.first?.before ?? "") ended")
            case .accessRequestEscalated: try tellEscalated(event)
            case .accessRequestClosed: try tellRequester(event)
            default: continue
            }
        }
    }

    /// Transitions that a date causes.
    private static let dated = Set([LifecycleTransition.lapse, .end, .orphan].map(\.rawValue))

    private func tellAnswering(
        _ event: Event,
        _ what: String,
        by actor: Event.Actor? = nil,
        and others: [ID<User>] = [],
    ) throws {
        guard let identity = try identity(of: event) else { return }
        let reason = event.detail["reason"] ?? (actor == nil ? nil : "no reason given")
        try tell(
            [identity.owner, identity.technicalOwner, identity.backupApprover] + others,
            event.kind,
            event.subject,
            "\(identity.name) \(what)" + (actor.map { ", by \($0.name)" } ?? "") + (reason.map { ": \($0)" } ?? ""),
        )
    }

    private func tellHandover(_ event: Event, _ what: String, and others: [ID<User>] = []) throws {
        guard let identity = try identity(of: event) else { return }
        let isDisputed = event.detail["cause"] == Handover.Cause.disputed.rawValue
        let owner = isDisputed ? identity.owner : nil
        try tell(
            [owner, identity.backupApprover, identity.technicalOwner] + others,
            event.kind,
            event.subject,
            "the owner of \(identity.name) is \(isDisputed ? "disputed" : "gone"), and it \(what); it is suspended at \(event.detail["suspends"] ?? "")",
        )
    }

    private func tellEscalated(_ event: Event) throws {
        guard let request = try request(of: event) else { return }
        let backup = try request.identity.flatMap { try IdentityTable.find($0, in: connection)?.backupApprover }
        try tell(
            [backup] + (try security()),
            event.kind,
            event.subject,
            "nobody decided on request \(request.id) in time; it lapses at \(request.lapses)",
        )
    }

    private func tellRequester(_ event: Event) throws {
        guard let request = try request(of: event), request.requester.kind == .user,
            request.requester.id != event.actor.id
        else { return }
        let outcome = request.outcome.map { ": \($0)" } ?? ""
        try tell(
            [ID(request.requester.id)],
            event.kind,
            event.subject,
            "request \(request.id) is \(request.state.rawValue)\(outcome)",
        )
    }

    private func identity(of event: Event) throws -> Identity? {
        try event.subject.flatMap { ID<Identity>($0.id) }.flatMap { try IdentityTable.find($0, in: connection) }
    }

    private func request(of event: Event) throws -> ChangeRequest? {
        try event.detail["request"].flatMap { ID<ChangeRequest>($0) }.flatMap {
            try RequestTable.find($0, in: connection)
        }
    }
}
