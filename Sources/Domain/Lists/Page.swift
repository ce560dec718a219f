/// One page of a list and where the next begins.
package struct Page<Item: Sendable>: Sendable {
    package var items: [Item]
    /// Opaque; nil on the last page.
    package var next: String?
    /// How many there are on all pages.
    package var total: Int

    package init(items: [Item], next: String?, total: Int) {
        self.items = items
        self.next = next
        self.total = total
    }

    package func map<Other>(_ transform: (Item) throws -> Other) rethrows -> Page<Other> {
        Page<Other>(items: try items.map(transform), next: next, total: total)
    }
}

/// Which page of a list is wanted.
package struct PageRequest: Sendable, Hashable {
    /// 1 to 1000.
    package var limit: Int
    /// The `next` of the page before; nil for the first.
    package var cursor: String?

    package init(limit: Int = 50, cursor: String? = nil) {
        self.limit = min(max(limit, 1), 1000)
        self.cursor = cursor
    }
}
