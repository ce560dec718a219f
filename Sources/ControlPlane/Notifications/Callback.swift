import Domain
import SQLEngine
import Store

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Word of what became of a request, to whom the machine that asked for it named: a webhook for one message.
extension Change {
    /// Notes where the decision on a request is to be sent.
    ///
    /// - Throws: `.invalid` when the terms allow no message to that address.
    func keepCallback(
        of request: ChangeRequest,
        _ secret: Secret,
        _ vault: Vault,
    ) throws {
        guard let url = request.callback else { return }
        try TermsTable.find(in: connection).webhooks.allow(url, field: "callback")
        let webhook = Webhook(
            id: ID(at: now),
            url: url,
            kinds: [],
            created: now,
            createdBy: request.requester.name,
            request: request.id,
        )
        try WebhookTable.insert(webhook, in: connection)
        let record = try vault.seal(secret, .webhookSecret, id: webhook.id.text)
        try SealedTable.put(record, at: now, in: connection)
    }

    /// Puts word of a request that is not open any more on its way, where somebody waits for it.
    func callBack(_ request: ChangeRequest, because reason: String?) throws {
        guard request.callback != nil, let webhook = try WebhookTable.find(of: request.id, in: connection),
            webhook.disabled == nil
        else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let word = Word(request: request.id, state: request.state, reason: reason ?? "")
        let text = String(decoding: try encoder.encode(word), as: UTF8.self)
        try send(.accessRequestClosed, at: now, data: text, to: webhook)
    }

    /// Forgets a callback that was delivered, with its secret: it has said all that it had to say.
    func endCallback(_ id: ID<Webhook>) throws {
        guard let webhook = try WebhookTable.find(id, in: connection), webhook.request != nil else { return }
        try WebhookTable.disable(id, at: now, in: connection)
        try SealedTable.remove(kind: Vault.Kind.webhookSecret.rawValue, id: id.text, in: connection)
    }

    private struct Word: Encodable {
        let request: ID<ChangeRequest>
        let state: ChangeRequest.State
        let reason: String
    }
}
