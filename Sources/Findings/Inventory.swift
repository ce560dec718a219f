package import Domain

/// Everything the rules look at: what was read, what is governed, and who there is.
package struct Inventory: Sendable {
    /// One source with what was last read from it.
    package struct Place: Sendable {
        package var id: ID<Source>
        /// The estate, vanished workflows and accounts included as they were last seen.
        package var estate: Estate
        /// When workflows stopped being there, by key.
        package var vanished: [String: Instant]
        /// When accounts stopped being there, by key.
        package var vanishedPrincipals: [String: Instant]
        /// When the source was read first and last: what it can have shown lies between.
        package var observed: ClosedRange<Instant>?

        package init(
            id: ID<Source>,
            estate: Estate,
            vanished: [String: Instant] = [:],
            vanishedPrincipals: [String: Instant] = [:],
            observed: ClosedRange<Instant>? = nil,
        ) {
            self.id = id
            self.estate = estate
            self.vanished = vanished
            self.vanishedPrincipals = vanishedPrincipals
            self.observed = observed
        }
    }

    package var places: [Place]
    package var identities: [Identity]
    package var users: [User]
    /// What grants name: the systems, and the grants that are open.
    package var systems: [System] = []
    package var grants: [Grant] = []
    package var emergencies = Emergencies()
    package var vendors: [Vendor] = []
    /// Identities whose owner is gone or disputed.
    package var handovers: [Handover] = []
    package var now: Instant

    /// Emergency access of the last days.
    package struct Emergencies: Sendable {
        package var breakGlasses: [BreakGlass]
        package var missedEnvelopes: [Envelope]
        /// From how many within so many days on it is a finding.
        package var repeats: Int
        package var days: Int

        package init(
            breakGlasses: [BreakGlass] = [],
            missedEnvelopes: [Envelope] = [],
            repeats: Int = 2,
            days: Int = 30,
        ) {
            self.breakGlasses = breakGlasses
            self.missedEnvelopes = missedEnvelopes
            self.repeats = repeats
            self.days = days
        }
    }

    package init(places: [Place], identities: [Identity], users: [User], now: Instant) {
        self.places = places
        self.identities = identities
        self.users = users
        self.now = now
    }
}
