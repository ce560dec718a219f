/// One workflow beside another that it is like.
package struct Kin: Sendable, Hashable, Codable {
    /// How they belong together, the closest first.
    package enum Relation: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// The platform says that one was copied from the other.
        case origin
        /// The same workflow on another branch or in another environment: put there on purpose.
        case deployment
        /// The same graph with the same credentials.
        case clone
        /// The same graph, with other credentials.
        case copy
        /// A graph that is nearly the same.
        case near
        /// Both were made from the same template.
        case template

        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    package var relation: Relation
    /// Share of the graph that both have, 0 to 1.
    package var likeness: Double
    package var source: ID<Source>
    /// Key of the workflow in its source.
    package var key: String
    package var name: String
    package var path: String
    package var sourceName: String
    package var environment: String?
    package var team: String?
    package var created: Instant?
    /// What lies between the two: another source, team, instance or environment.
    package var boundaries: [String]
    /// Credentials and callbacks that both use.
    package var shared: [String]
    /// Why they count as alike, and what differs, in words.
    package var reasons: [String]
    /// The identity that governs it; nil when none does.
    package var identity: ID<Identity>?

    /// Whether it is a copy that somebody has to answer for: no deployment, and no mere template.
    package var isCopy: Bool { ![.deployment, .template].contains(relation) }

    package init(
        relation: Relation,
        likeness: Double,
        source: ID<Source>,
        key: String,
        name: String,
        path: String,
        sourceName: String,
        environment: String?,
        team: String?,
        created: Instant?,
        boundaries: [String],
        shared: [String],
        reasons: [String],
        identity: ID<Identity>? = nil,
    ) {
        self.relation = relation
        self.likeness = likeness
        self.source = source
        self.key = key
        self.name = name
        self.path = path
        self.sourceName = sourceName
        self.environment = environment
        self.team = team
        self.created = created
        self.boundaries = boundaries
        self.shared = shared
        self.reasons = reasons
        self.identity = identity
    }
}
