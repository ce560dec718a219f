/// A group of people and of other teams; belonging is by id and passes on.
package struct Team: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "team"

    package var id: ID<Team>
    /// Unique.
    package var name: String
    package var members: Set<ID<User>>
    /// Teams whose people belong to this one too.
    package var teams: Set<ID<Team>>
    /// What the directory that keeps it calls it; nil when it is kept here.
    package var externalID: String?

    package init(
        id: ID<Team>,
        name: String,
        members: Set<ID<User>> = [],
        teams: Set<ID<Team>> = [],
        externalID: String? = nil,
    ) {
        self.id = id
        self.name = name
        self.members = members
        self.teams = teams
        self.externalID = externalID
    }

    /// Writes members in the order of their ids, so that the same team is always the same text.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(members.sorted(), forKey: .members)
        try container.encode(teams.sorted(), forKey: .teams)
        try container.encodeIfPresent(externalID, forKey: .externalID)
    }

    /// A way from a team back to itself; nil when there is none.
    ///
    /// - Returns: The ids on it, each part of the one before, the first one again at the end.
    package static func cycle(among teams: some Sequence<Team>) -> [ID<Team>]? {
        let parts = Dictionary(teams.map { ($0.id, $0.teams.sorted()) }) { _, last in last }
        var done: Set<ID<Team>> = []
        for start in parts.keys.sorted() where !done.contains(start) {
            var path: [(team: ID<Team>, next: Int)] = [(start, 0)]
            var onPath: Set<ID<Team>> = [start]
            while let (team, next) = path.last {
                guard let children = parts[team], next < children.count else {
                    path.removeLast()
                    onPath.remove(team)
                    done.insert(team)
                    continue
                }
                path[path.count - 1].next += 1
                let child = children[next]
                if onPath.contains(child) {
                    return path.map(\.team).drop { $0 != child } + [child]
                }
                if !done.contains(child) {
                    path.append((child, 0))
                    onPath.insert(child)
                }
            }
        }
        return nil
    }
}
