package import Domain
import SQLEngine
import Store

/// What became of a renewal.
package enum Renewal: Sendable, Hashable {
    /// The need is proved: done, by this request.
    case renewed(ChangeRequest)
    /// It may well be needed, but nothing here proves it: somebody has to confirm, seeing this.
    case needsConfirmation(lastUsed: Instant?, because: String)
    /// It cannot be renewed as it is.
    case refused(because: [String])
}

extension ControlPlane {
    /// Renews an identity when its need is proved, and else says what is missing.
    ///
    /// Proved is a need by a request through the gateway within the pattern's quiet period (what a platform does to keep a
    /// connection alive never comes through it), by an owner who is there, a purpose and an approval that still hold, and by
    /// no open critical finding.
    package func renewOnVerifiedNeed(_ reference: String, by caller: Caller) async throws -> Renewal {
        let moment = now()
        let identity = try await database.read { try Self.find(reference, in: $0) }
        try require(.register, on: identity, by: caller)
        var refusals: [String] = []
        if identity.state != .active { refusals.append("it is \(identity.state.rawValue)") }
        if let expires = identity.expires, expires <= moment { refusals.append("it ended at \(expires)") }
        if let drift = identity.drift { refusals.append("its approval is void: \(drift)") }
        if (identity.purpose ?? "").isBlank { refusals.append("it has no purpose") }
        let (owner, approval) = try await database.read { connection in
            (
                try identity.owner.flatMap { try UserTable.find($0, in: connection) },
                try identity.approval.flatMap { try ApprovalTable.find($0, in: connection) }
            )
        }
        if let owner, owner.status != .active {
            refusals.append("its owner \(owner.email) is \(owner.status.rawValue)")
        }
        if owner == nil { refusals.append("nobody owns it") }
        if !(approval?.holds(at: moment) ?? false) { refusals.append("no approval of it holds") }
        let critical = try await findingsBySubject()[identity.id.text]?.filter { $0.severity == .critical } ?? []
        refusals += Set(critical.map(\.rule)).sorted().map { "critical finding \($0) is open" }
        guard refusals.isEmpty else { return .refused(because: refusals) }
        let quiet = (identity.pattern ?? .autonomousSync).quietPeriod
        guard let used = identity.lastUsed, used + quiet > moment else {
            let days = quiet.components.seconds / 86_400
            let last = identity.lastUsed.map { "it was last used here at \($0)" } ?? "it was never used here"
            return .needsConfirmation(
                lastUsed: identity.lastUsed,
                because: "\(last), which is not within \(days) days; what its platform does unseen is not known here",
            )
        }
        let new = NewRequest(
            .renew,
            identity: identity.id.text,
            terms: ["lastUsed": used.text],
            reason: "its need is proved: last used \(used)",
        )
        // Asked for by Penstock: that the need is proved stands in place of somebody's yes.
        return .renewed(
            try await change(by: .penstock) { try Self.open(new, identity.id, by: .penstock, &$0) }
        )
    }
}
