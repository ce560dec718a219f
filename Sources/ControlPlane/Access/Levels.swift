package import Domain
import SQLEngine
import Store

/// What is said of how strictly policy is applied to something, with its name.
package struct LevelSummary: Sendable, Hashable {
    package var setting: LevelSetting
    package var name: String
    /// Whether it is in force now.
    package var holds: Bool
}

extension ControlPlane {
    /// All that is said of levels, by subject; where nothing is said, policy is enforced.
    package func levels(by caller: Caller) async throws -> [LevelSummary] {
        try require(.view, by: caller)
        let moment = now()
        return try await database.read { connection in
            let settings = try LevelTable.all(in: connection)
            let ids = settings.filter { $0.subject.kind == .identity }.compactMap { ID<Identity>($0.subject.id) }
            let identities = try IdentityTable.find(ids, in: connection)
            let sources = Dictionary(
                uniqueKeysWithValues: try SourceTable.all(in: connection).map { ($0.id.text, $0.description.root) }
            )
            return settings.map { setting in
                let id = setting.subject.id
                let name: String? =
                    switch setting.subject.kind {
                    case .identity: ID<Identity>(id).flatMap { identities[$0]?.name }
                    case .source: sources[id]
                    case .system: id
                    }
                return LevelSummary(setting: setting, name: name ?? id, holds: setting.holds(at: moment))
            }
        }
    }
}

extension Change {
    /// An identity at the lowest level that policy is applied to it at, on any of these systems.
    func atLowestLevel(_ identity: Identity, on systems: Set<String>) throws -> Identity {
        var own = [LevelSetting.Subject(.identity, identity.id.text)]
        if let source = identity.source { own.append(LevelSetting.Subject(.source, source.text)) }
        let said = try own.compactMap { try LevelTable.find($0, in: connection) }
        var lowest = identity
        lowest.level = .strictest(registered: identity.level, said: said, at: now)
        for system in systems {
            let here = try LevelTable.find(LevelSetting.Subject(.system, system), in: connection)
            let level = Identity.Level.strictest(
                registered: identity.level,
                said: said + [here].compactMap(\.self),
                at: now,
            )
            lowest.level = min(lowest.level, level)
        }
        return lowest
    }
}
