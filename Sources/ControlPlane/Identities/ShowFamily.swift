package import Domain
import SQLEngine
import Store

/// A workflow among those that are like it.
package struct IdentityFamily: Sendable {
    package var identity: Identity
    /// Closest first; empty when nothing is like it.
    package var kin: [Kin]
    /// Graphs count as nearly the same from this likeness on.
    package var threshold: Double
    /// Why nothing can be said; nil when something can.
    package var note: String?
}

extension ControlPlane {
    /// Copies, deployments and near copies of an identity's workflow, over all sources.
    package func family(_ reference: String, by caller: Caller) async throws -> IdentityFamily {
        try require(.view, by: caller)
        return try await database.read { [estates] connection in
            let identity = try Self.find(reference, in: connection)
            guard let source = identity.source, let key = identity.workflow else {
                let note = "only workflows have a graph to compare; this is a `\(identity.kind.rawValue)`"
                return IdentityFamily(identity: identity, kin: [], threshold: Lineage.threshold, note: note)
            }
            var kin = try estates.lineage(in: connection).family(of: key, in: source)
            let bySource = Dictionary(grouping: kin.indices) { kin[$0].source }
            for (source, places) in bySource {
                let keys = places.map { kin[$0].key }
                let found = try IdentityTable.byKey(.workflow, keys, of: source, in: connection)
                for place in places { kin[place].identity = found[kin[place].key]?.id }
            }
            let isGone = identity.vanished != nil && kin.isEmpty
            return IdentityFamily(
                identity: identity,
                kin: kin,
                threshold: Lineage.threshold,
                note: isGone ? "it is gone from its source, and what is gone is not compared" : nil,
            )
        }
    }
}
