package import Domain

extension GovernanceTerms: WireBody {
    package static let members: Set = ["breakGlass", "exceptions", "reviews", "webhooks"]
}

package struct WebhookOrder: WireBody {
    package static let members: Set = ["url", "kinds"]

    package var url: String
    /// The events it is told of; all when absent or empty.
    package var kinds: [Event.Kind]?

    package init(url: String, kinds: [Event.Kind]?) {
        self.url = url
        self.kinds = kinds
    }
}

/// A webhook with its signing secret, which is shown once.
package struct WebhookRecord: Sendable, Codable {
    package var webhook: Webhook
    package var secret: String

    package init(webhook: Webhook, secret: String) {
        self.webhook = webhook
        self.secret = secret
    }
}

/// How many there were.
package struct CountRecord: Sendable, Codable {
    package var count: Int

    package init(_ count: Int) {
        self.count = count
    }
}

/// A body that says nothing.
package struct EmptyRequest: WireBody {
    package static let members: Set<String> = []

    package init() {}
}
