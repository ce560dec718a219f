package import Domain

/// Everything the rules look at: what was read, what is governed, and who there is.
package struct Inventory: Sendable {
    /// One source with what was last read from it.
    package struct Place: Sendable {
        package var id: ID<Source>
        /// The estate, vanished workflows included as they were last seen.
        package var estate: Estate
        /// When workflows stopped being there, by key.
        package var vanished: [String: Instant]

        package init(id: ID<Source>, estate: Estate, vanished: [String: Instant] = [:]) {
            self.id = id
            self.estate = estate
            self.vanished = vanished
        }
    }

    package var places: [Place]
    package var identities: [Identity]
    package var users: [User]
    package var now: Instant

    package init(places: [Place], identities: [Identity], users: [User], now: Instant) {
        self.places = places
        self.identities = identities
        self.users = users
        self.now = now
    }
}
