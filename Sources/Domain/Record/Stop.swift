/// An end put to something, everywhere, and how long that took.
package struct Stop: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "stp"

    package var id: ID<Stop>
    package var identity: ID<Identity>
    package var reason: String
    package var by: String
    package var requested: Instant
    /// When every live node had confirmed it or its lease had run out.
    package var acknowledged: Instant
    package var leasesRevoked: Int
    /// Nodes that confirmed before the answer.
    package var nodesConfirmed: Int
    /// Nodes that had to be waited out.
    package var nodesExpired: Int

    package init(
        id: ID<Stop>,
        identity: ID<Identity>,
        reason: String,
        by: String,
        requested: Instant,
        acknowledged: Instant,
        leasesRevoked: Int,
        nodesConfirmed: Int,
        nodesExpired: Int,
    ) {
        self.id = id
        self.identity = identity
        self.reason = reason
        self.by = by
        self.requested = requested
        self.acknowledged = acknowledged
        self.leasesRevoked = leasesRevoked
        self.nodesConfirmed = nodesConfirmed
        self.nodesExpired = nodesExpired
    }
}
