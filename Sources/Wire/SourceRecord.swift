package import Domain

/// A source: what is in it, when it was read, and what it cannot tell.
package struct SourceRecord: Sendable, Codable {
    /// The last import of it that ended.
    package struct Run: Sendable, Codable {
        package var at: Instant
        package var actor: String
        package var added: Int
        package var changed: Int
        package var vanished: Int
        package var unchanged: Int
        package var rejected: [Rejection]

        package init(
            at: Instant,
            actor: String,
            added: Int,
            changed: Int,
            vanished: Int,
            unchanged: Int,
            rejected: [Rejection],
        ) {
            self.at = at
            self.actor = actor
            self.added = added
            self.changed = changed
            self.vanished = vanished
            self.unchanged = unchanged
            self.rejected = rejected
        }
    }

    package var source: Source
    /// How many are present, by `workflow`, `principal`, `trust` and `credential`.
    package var parts: [String: Int]
    package var identities: Int
    package var lastRun: Run?
    /// Whether what an import showed is still to be followed by identities.
    package var isBeingTakenOver: Bool
    /// What it cannot tell, or only in part, one sentence each.
    package var blindSpots: [String]
    /// How far it is governed, and what the next stage lacks.
    package var maturity: SourceMaturity

    package init(
        source: Source,
        parts: [String: Int],
        identities: Int,
        lastRun: Run?,
        isBeingTakenOver: Bool,
        blindSpots: [String],
        maturity: SourceMaturity,
    ) {
        self.source = source
        self.parts = parts
        self.identities = identities
        self.lastRun = lastRun
        self.isBeingTakenOver = isBeingTakenOver
        self.blindSpots = blindSpots
        self.maturity = maturity
    }
}

/// A workflow among those that are like it.
package struct FamilyRecord: Sendable, Codable {
    package var identity: ID<Identity>
    package var name: String
    /// Closest first.
    package var kin: [Kin]
    /// Graphs count as nearly the same from this likeness on.
    package var threshold: Double
    /// Why nothing can be said; absent when something can.
    package var note: String?

    package init(identity: ID<Identity>, name: String, kin: [Kin], threshold: Double, note: String?) {
        self.identity = identity
        self.name = name
        self.kin = kin
        self.threshold = threshold
        self.note = note
    }
}
