import Domain
import SQLEngine
import Store

/// Changes that open a review at once: the calendar alone would miss them.
extension Change {
    /// Opens a review of each active identity that got a new target or owner, or more than was last reviewed.
    mutating func reviewWhatChanged() throws {
        var found: [ReviewCampaign.Cause: [ID<Identity>: [String]]] = [:]
        for event in recorded {
            guard let id = event.subject.flatMap({ ID<Identity>($0.id) }) else { continue }
            for (cause, line) in try Self.causes(of: event, connection) {
                found[cause, default: [:]][id, default: []].append(line)
            }
        }
        for (cause, changes) in found.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let known = try IdentityTable.find(changes.keys, in: connection)
            let identities = known.values.filter { $0.state == .active }.sorted { $0.id < $1.id }
            guard let first = identities.first else { continue }
            let what = identities.count == 1 ? first.name : "\(identities.count) integrations"
            try openReview(cause, "\(cause.title): \(what)", of: identities, changes: changes)
        }
    }

    private static func causes(
        of event: Event,
        _ connection: some Connection,
    ) throws -> [(ReviewCampaign.Cause, String)] {
        switch event.kind {
        case .identityChanged, .identityRegistered:
            return event.changes.compactMap { change in
                let text = change.after ?? ""
                if change.field == "owner", change.before != nil {
                    return (
                        .ownerChange, "owner changed from \(change.before ?? "nobody") to \(change.after ?? "nobody")"
                    )
                }
                guard change.field == "definition" else { return nil }
                if ["new target", "new connector", "new operation"].contains(where: text.hasPrefix) {
                    return (.newTarget, text)
                }
                return text.hasPrefix("owner changed") ? (.ownerChange, text) : nil
            }
        case .grantAdded:
            // What was never reviewed has just been approved; growth is what comes after a review.
            guard let id = event.subject.flatMap({ ID<Identity>($0.id) }),
                try ReviewItemTable.wasDecided(id, in: connection)
            else { return [] }
            return event.changes.filter { $0.before == nil }.compactMap { change in
                change.after.map { (.scopeGrowth, "new grant: \($0)") }
            }
        default: return []
        }
    }
}

extension ReviewCampaign.Cause {
    var title: String {
        switch self {
        case .schedule: "Due"
        case .manual: "Review"
        case .release: "Release"
        case .vendorContract: "Vendor contract"
        case .newTarget: "New target"
        case .newTenant: "New tenant"
        case .scopeGrowth: "More than was reviewed"
        case .exposure: "Exposure"
        case .ownerChange: "New owner"
        }
    }
}
