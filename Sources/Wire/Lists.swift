package import Domain

/// One page of a list.
package struct ListOf<Item: Codable & Sendable>: Sendable, Codable {
    package var items: [Item]
    /// To be sent as `cursor` for the next page; absent on the last.
    package var next: String?
    package var total: Int

    package init(items: [Item], next: String?, total: Int) {
        self.items = items
        self.next = next
        self.total = total
    }
}

/// One identity in a list.
package struct IdentityLine: Sendable, Hashable, Codable {
    package var identity: Identity
    package var owner: String?
    package var findings: Int
    package var worst: Finding.Severity?

    package init(identity: Identity, owner: String?, findings: Int, worst: Finding.Severity?) {
        self.identity = identity
        self.owner = owner
        self.findings = findings
        self.worst = worst
    }
}

/// One entry of the log.
package struct LogLine: Sendable, Hashable, Codable {
    /// Zero-based place in the log.
    package var index: Int
    package var event: Event

    package init(index: Int, event: Event) {
        self.index = index
        self.event = event
    }
}
