import Domain
import Findings
import SQLEngine
import Store
import Synchronization

/// The estates as they were last read: each is decoded once a generation, and compared for lineage once.
package final class EstateCache: Sendable {
    /// More workflows than these are read anew each time instead of being kept.
    private static let mostKept = 60_000

    private struct Kept {
        var generation: Int64
        var place: Inventory.Place
    }

    private struct State {
        var kept: [ID<Source>: Kept] = [:]
        var lineage: (key: [SourceTable.Seen], value: Lineage)?
    }

    private let state = Mutex(State())

    package init() {}

    /// Every source with what is in it, by name.
    func places(in connection: some Connection) throws -> [Inventory.Place] {
        let seen = try SourceTable.seen(in: connection)
        let kept = state.withLock { $0.kept }
        var next: [ID<Source>: Kept] = [:]
        var places: [Inventory.Place] = []
        for each in seen {
            let known = kept[each.source.id].flatMap { $0.generation == each.generation ? $0.place : nil }
            let place = try known ?? Inventory.Place(each.source, in: connection)
            next[each.source.id] = Kept(generation: each.generation, place: place)
            places.append(place)
        }
        let isSmall = places.reduce(0) { $0 + $1.estate.workflows.count } <= Self.mostKept
        let toKeep = isSmall ? next : [:]
        state.withLock { $0.kept = toKeep }
        return places
    }

    /// The lineage of all workflows that are present.
    func lineage(in connection: some Connection) throws -> Lineage {
        let key = try SourceTable.seen(in: connection)
        if let known = state.withLock({ $0.lineage }), known.key == key { return known.value }
        let entries = try places(in: connection).flatMap { place in
            place.estate.workflows.filter { place.vanished[$0.key] == nil }.map {
                LineageEntry(source: place.id, description: place.estate.source, workflow: $0)
            }
        }
        let lineage = Lineage(entries)
        state.withLock { $0.lineage = (key, lineage) }
        return lineage
    }
}

extension Inventory.Place {
    fileprivate init(_ source: Source, in connection: some Connection) throws {
        self.init(id: source.id, estate: Estate(source: source.description))
        observed = source.firstSeen...max(source.firstSeen, source.lastImport)
        try WorkflowTable.forEach(of: source.id, in: connection) { stored in
            estate.workflows.append(stored.part)
            vanished[stored.part.key] = stored.vanished
        }
        try PrincipalTable.forEach(of: source.id, in: connection) { stored in
            estate.principals.append(stored.part)
            vanishedPrincipals[stored.part.key] = stored.vanished
        }
        try TrustTable.forEachPresent(of: source.id, in: connection) { estate.trusts.append($0.part) }
        try CredentialTable.forEachPresent(of: source.id, in: connection) { estate.credentials.append($0.part) }
    }
}
