/// An address outside that is told of events, or of what becomes of one request; its signing secret is sealed and never part of it.
package struct Webhook: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "whk"

    package var id: ID<Webhook>
    package var url: String
    /// The events it is told of, sorted; empty for all.
    package var kinds: [Event.Kind]
    package var created: Instant
    package var createdBy: String
    /// When it was switched off; nil while it is told.
    package var disabled: Instant?
    /// When a delivery last succeeded.
    package var lastDelivered: Instant?
    /// The one request whose end it is told of, and of nothing else; nil for what is told of events.
    package var request: ID<ChangeRequest>?

    package init(
        id: ID<Webhook>,
        url: String,
        kinds: [Event.Kind],
        created: Instant,
        createdBy: String,
        disabled: Instant? = nil,
        lastDelivered: Instant? = nil,
        request: ID<ChangeRequest>? = nil,
    ) {
        self.id = id
        self.url = url
        self.kinds = kinds
        self.created = created
        self.createdBy = createdBy
        self.disabled = disabled
        self.lastDelivered = lastDelivered
        self.request = request
    }

    package func wants(_ kind: Event.Kind) -> Bool {
        disabled == nil && request == nil && (kinds.isEmpty || kinds.contains(kind))
    }
}
