/// One event on its way to one webhook.
package struct Delivery: Sendable, Hashable, Codable, Identifiable {
    /// As Standard Webhooks recommends for `webhook-id`.
    package static let idPrefix = "msg"

    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case pending, delivered
        /// Given up after the last attempt, until somebody sends it again.
        case dead
    }

    package var id: ID<Delivery>
    package var webhook: ID<Webhook>
    package var kind: Event.Kind
    /// What is sent, as JSON.
    package var body: String
    package var state: State
    package var attempts: Int
    package var created: Instant
    /// When its state last changed or an attempt failed.
    package var updated: Instant
    /// Answer of the last attempt; nil when there was none.
    package var status: Int?
    package var error: String?

    package init(
        id: ID<Delivery>,
        webhook: ID<Webhook>,
        kind: Event.Kind,
        body: String,
        state: State = .pending,
        attempts: Int = 0,
        created: Instant,
        updated: Instant,
        status: Int? = nil,
        error: String? = nil,
    ) {
        self.id = id
        self.webhook = webhook
        self.kind = kind
        self.body = body
        self.state = state
        self.attempts = attempts
        self.created = created
        self.updated = updated
        self.status = status
        self.error = error
    }

    /// How long after each attempt that failed the next follows; after the last there is none.
    ///
    /// Source: the schedule that the Standard Webhooks specification recommends.
    package static let pauses: [Duration] = [
        .seconds(5), .minutes(5), .minutes(30), .hours(2), .hours(5), .hours(10), .hours(14), .hours(20), .hours(24),
    ]
}
