package import Domain
import SQLEngine
import Sealing
import Store

/// One message to be sent outside.
package struct OutgoingMessage: Sendable {
    package var url: String
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// Where it may connect to; names are resolved and checked against it at the moment of sending.
    package var terms: GovernanceTerms.Webhooks
}

/// Sends a message and gives the status of the answer; redirects are not followed.
package typealias SendOut = @Sendable (OutgoingMessage) async throws -> Int

extension ControlPlane {
    /// One attempt to send what is due, and what follows from it.
    func delivery(_ job: Job) async throws -> JobEffect {
        let vault = vault
        guard let id = ID<Delivery>(job.key) else { return { _ in nil } }
        let (found, webhook, secret, terms) = try await database.read { connection in
            let delivery = try DeliveryTable.find(id, in: connection)
            let webhook = try delivery.flatMap { try WebhookTable.find($0.webhook, in: connection) }
            let sealed = try webhook.flatMap { webhook in
                try SealedTable.find(kind: Vault.Kind.webhookSecret.rawValue, id: webhook.id.text, in: connection)
            }
            return (delivery, webhook, try sealed.map { try vault.open($0) }, try TermsTable.find(in: connection))
        }
        guard var delivery = found, delivery.state == .pending else { return { _ in nil } }
        var mayRetry = true
        delivery.status = nil
        delivery.error = nil
        if let webhook, webhook.disabled == nil, let secret {
            do {
                delivery.status = try await send(delivery, to: webhook, secret, terms.webhooks)
            } catch {
                delivery.error = String("\(error)".prefix(300))
            }
        } else {
            delivery.error = "the webhook is switched off"
            mayRetry = false
        }
        return Self.outcome(of: delivery, mayRetry: mayRetry)
    }

    private func send(
        _ delivery: Delivery,
        to webhook: Webhook,
        _ secret: Secret,
        _ terms: GovernanceTerms.Webhooks,
    ) async throws -> Int {
        guard let sendOut else { throw Failure(.unavailable, "this process sends nothing outside") }
        // The terms may have changed since the address was added.
        _ = try WebhookAddress(webhook.url, allowedBy: terms)
        let timestamp = now().seconds
        let body = Array(delivery.body.utf8)
        guard
            let signature = WebhookSignature.header(
                id: delivery.id.text,
                timestamp: timestamp,
                body: body,
                secret: secret,
            )
        else { throw Failure(.unavailable, "the secret of the webhook cannot be read") }
        return try await sendOut(
            OutgoingMessage(
                url: webhook.url,
                headers: [
                    ("content-type", "application/json"), ("webhook-id", delivery.id.text),
                    ("webhook-timestamp", "\(timestamp)"), ("webhook-signature", signature),
                ],
                body: body,
                terms: terms,
            )
        )
    }

    private static func outcome(of sent: Delivery, mayRetry: Bool) -> JobEffect {
        { change in
            var delivery = sent
            delivery.attempts += 1
            delivery.updated = change.now
            if let status = delivery.status, (200..<300).contains(status) {
                delivery.state = .delivered
                try DeliveryTable.update(delivery, in: change.connection)
                try WebhookTable.delivered(delivery.webhook, at: change.now, in: change.connection)
                try change.endCallback(delivery.webhook)
                return nil
            }
            let pauses = Delivery.pauses
            // 410 says that nobody listens there any more.
            if mayRetry, delivery.status != 410, delivery.attempts <= pauses.count {
                try DeliveryTable.update(delivery, in: change.connection)
                return change.now + pauses[delivery.attempts - 1]
            }
            delivery.state = .dead
            try DeliveryTable.update(delivery, in: change.connection)
            if delivery.status == 410 {
                try WebhookTable.disable(delivery.webhook, at: change.now, in: change.connection)
            }
            let why = delivery.status.map { "it answered \($0)" } ?? delivery.error ?? "it did not answer"
            let webhook = try WebhookTable.find(delivery.webhook, in: change.connection)
            change.record(.deliveryDead, webhook?.subject, detail: ["delivery": delivery.id.text, "reason": why])
            let admins = try UserTable.all(in: change.connection).filter {
                $0.status == .active && $0.roles.contains(.admin)
            }
            try change.tell(
                admins.map(\.id),
                .deliveryDead,
                webhook?.subject,
                "a notification of \(delivery.kind.rawValue) was given up after \(delivery.attempts) attempts: \(why)",
            )
            return nil
        }
    }
}
