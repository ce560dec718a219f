import Audit
import Domain
import SQLEngine
import Store

extension Change {
    /// Puts a notice into the inbox of each of these people, once.
    func tell(
        _ people: [ID<User>?],
        _ kind: Event.Kind,
        _ subject: Event.Subject?,
        _ text: String,
    ) throws {
        let known = Set(people.compactMap(\.self)).sorted()
        try InboxTable.insert(
            known.map { InboxEntry(id: ID(at: now), user: $0, at: now, kind: kind, subject: subject, text: text) },
            in: connection,
        )
    }

    /// The active people of the security role; of the administrators when there are none.
    func security() throws -> [ID<User>] {
        let active = try UserTable.all(in: connection).filter { $0.status == .active }
        let security = active.filter { $0.roles.contains(.security) }
        return (security.isEmpty ? active.filter { $0.roles.contains(.admin) } : security).map(\.id)
    }

    /// Puts the transaction's events on their way to the webhooks that want them.
    func sendEvents() throws {
        let events = recorded.filter { !Self.untold.contains($0.kind) }
        guard !events.isEmpty else { return }
        let webhooks = try WebhookTable.all(in: connection)
        for webhook in webhooks {
            for event in events where webhook.wants(event.kind) {
                try send(event, to: webhook)
            }
        }
    }

    func send(_ event: Event, to webhook: Webhook) throws {
        try send(event.kind, at: event.at, data: String(decoding: event.canonicalBytes, as: UTF8.self), to: webhook)
    }

    /// Puts a message on its way; `data` is JSON.
    func send(_ kind: Event.Kind, at moment: Instant, data: String, to webhook: Webhook) throws {
        let delivery = Delivery(
            id: ID(at: now),
            webhook: webhook.id,
            kind: kind,
            body: #"{"type":"\#(kind.rawValue)","timestamp":"\#(moment.text)","data":\#(data)}"#,
            created: now,
            updated: now,
        )
        try DeliveryTable.insert(delivery, in: connection)
        try JobTable.put(.deliverNotification, delivery.id.text, at: now, in: connection)
    }

    /// What would tell of itself without end.
    private static let untold: Set<Event.Kind> = [.deliveryDead, .webhookTested]
}
