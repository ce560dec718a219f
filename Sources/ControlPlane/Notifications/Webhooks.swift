package import Domain
import SQLEngine
import Sealing
import Store

/// A webhook with its signing secret, which is shown once.
package struct NewWebhook: Sendable {
    package var webhook: Webhook
    package var secret: Secret
}

extension ControlPlane {
    /// Tells an address outside of events from now on.
    ///
    /// - Throws: `.invalid` when policy does not allow the address.
    package func addWebhook(_ url: String, kinds: Set<Event.Kind>, by caller: Caller) async throws -> NewWebhook {
        try require(.tell, by: caller)
        let vault = vault
        let secret = WebhookSignature.newSecret()
        let webhook = try await change(by: caller) { change in
            let terms = try TermsTable.find(in: change.connection)
            try terms.webhooks.allow(url, field: "url")
            let webhook = Webhook(
                id: ID(at: change.now),
                url: url,
                kinds: kinds.sorted { $0.rawValue < $1.rawValue },
                created: change.now,
                createdBy: change.actor.name,
            )
            try WebhookTable.insert(webhook, in: change.connection)
            let record = try vault.seal(secret, .webhookSecret, id: webhook.id.text)
            try SealedTable.put(record, at: change.now, in: change.connection)
            change.record(.webhookAdded, webhook.subject, detail: ["kinds": kinds.isEmpty ? "all" : "\(kinds.count)"])
            return webhook
        }
        return NewWebhook(webhook: webhook, secret: secret)
    }

    package func webhooks(by caller: Caller) async throws -> [Webhook] {
        try require(.tell, by: caller)
        return try await database.read { try WebhookTable.all(in: $0) }
    }

    /// Switches a webhook off for good; its secret is forgotten and what waits for it is given up.
    package func removeWebhook(_ id: ID<Webhook>, by caller: Caller) async throws -> Webhook {
        try require(.tell, by: caller)
        return try await change(by: caller) { change in
            var webhook = try Self.webhook(id, in: change.connection)
            webhook.disabled = webhook.disabled ?? change.now
            try WebhookTable.disable(id, at: change.now, in: change.connection)
            try SealedTable.remove(kind: Vault.Kind.webhookSecret.rawValue, id: id.text, in: change.connection)
            change.record(.webhookRemoved, webhook.subject)
            return webhook
        }
    }

    /// Sends a webhook an event that says nothing, so that somebody can see that it arrives.
    package func testWebhook(_ id: ID<Webhook>, by caller: Caller) async throws -> Webhook {
        try require(.tell, by: caller)
        return try await change(by: caller) { change in
            let webhook = try Self.webhook(id, in: change.connection)
            guard webhook.disabled == nil else { throw Failure(.conflict, "webhook `\(id)` is switched off") }
            change.record(.webhookTested, webhook.subject)
            if let event = change.recorded.last { try change.send(event, to: webhook) }
            return webhook
        }
    }

    package func deliveries(
        state: Delivery.State?,
        to webhook: ID<Webhook>?,
        page: PageRequest,
        by caller: Caller,
    ) async throws -> Page<Delivery> {
        try require(.tell, by: caller)
        return try await database.read { try DeliveryTable.list(state: state, to: webhook, page: page, in: $0) }
    }

    /// Sends what was given up once more, from the first attempt on.
    package func resend(_ id: ID<Delivery>, by caller: Caller) async throws -> Delivery {
        try require(.tell, by: caller)
        return try await change(by: caller) { change in
            guard var delivery = try DeliveryTable.find(id, in: change.connection) else {
                throw Failure(.notFound, "there is no delivery `\(id)`")
            }
            guard delivery.state == .dead else {
                throw Failure(
                    .conflict,
                    "delivery `\(id)` is \(delivery.state.rawValue), and only a dead one is sent again"
                )
            }
            guard try Self.webhook(delivery.webhook, in: change.connection).disabled == nil else {
                throw Failure(.conflict, "its webhook `\(delivery.webhook)` is switched off")
            }
            delivery.state = .pending
            delivery.attempts = 0
            delivery.updated = change.now
            try DeliveryTable.update(delivery, in: change.connection)
            // After every time it was tried for, or it would count as tried.
            let tried = try JobTable.runs(.deliverNotification, id.text, in: change.connection).last
            let due = max(change.now, (tried ?? change.now) + .microseconds(1))
            try JobTable.put(.deliverNotification, id.text, at: due, in: change.connection)
            change.record(.deliveryResent, detail: ["delivery": id.text, "webhook": delivery.webhook.text])
            return delivery
        }
    }

    static func webhook(_ id: ID<Webhook>, in connection: some Connection) throws -> Webhook {
        guard let webhook = try WebhookTable.find(id, in: connection) else {
            throw Failure(.notFound, "there is no webhook `\(id)`", remedy: "`penstock webhooks` lists them")
        }
        return webhook
    }
}

extension Webhook {
    /// Without its query, which may hold a key of the receiver.
    var subject: Event.Subject {
        Event.Subject(kind: "webhook", id: id.text, name: String(url.prefix { $0 != "?" }))
    }
}

extension GovernanceTerms.Webhooks {
    /// - Throws: `.invalid` when a message may not go to this address.
    func allow(_ url: String, field: String) throws {
        do throws(WebhookAddress.Refusal) {
            _ = try WebhookAddress(url, allowedBy: self)
        } catch {
            throw Failure(
                .invalid,
                "the address \(error)",
                remedy: "`penstock terms` shows what is allowed; an administrator adds to `webhooks.hosts`",
                fields: [MissingField(field, why: "\(error)")],
            )
        }
    }
}
