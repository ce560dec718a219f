package import Domain

/// An event with its place in the log.
package struct LoggedEvent: Sendable, Hashable {
    /// Zero-based.
    package let index: Int
    package let event: Event

    package init(index: Int, event: Event) {
        self.index = index
        self.event = event
    }
}

/// Where an event was put.
package struct LogPosition: Sendable, Hashable {
    /// Zero-based; entries have no gaps.
    package let index: Int
    package let event: ID<Event>

    package init(index: Int, event: ID<Event>) {
        self.index = index
        self.event = event
    }
}
