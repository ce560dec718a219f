import Domain
import SQLEngine

/// A list that is read page by page: what it selects from, how it is sorted, and which rows are wanted.
///
/// Pages begin after a key, not at an offset: a row that comes or goes between two pages shifts nothing.
struct Listing {
    /// The columns of one item.
    let columns: Query
    /// The table or join behind FROM.
    let from: Query
    let conditions: [Query]
    let order: Order

    struct Order {
        /// Names the order within its cursors, so that the cursor of another order is refused.
        let name: String
        /// What rows are sorted by; text or integer, never NULL.
        let key: Query
        let kind: Cursor.Key.Kind
        /// What decides between equal keys: a unique text column.
        let id: Query
        let descending: Bool
    }

    /// - Throws: `InvalidCursor`; `DatabaseError`; what `decode` throws.
    func page<Item: Sendable>(
        _ request: PageRequest,
        in connection: some Connection,
        decode: (Row) throws -> Item,
    ) throws -> Page<Item> {
        let name = order.descending ? "\(order.name) descending" : order.name
        var wanted = conditions
        if let text = request.cursor {
            wanted.append(after(try Cursor(text, of: name, kind: order.kind)))
        }
        let direction: Query = order.descending ? "DESC" : "ASC"
        let rows = try connection.rows(
            """
            SELECT \(columns), \(order.key) AS page_key, \(order.id) AS page_id FROM \(from) WHERE \(.all(wanted))
            ORDER BY page_key \(direction), page_id \(direction) LIMIT \(request.limit + 1)
            """
        )
        var items: [Item] = []
        for row in rows.prefix(request.limit) {
            items.append(try decode(row))
        }
        var next: String?
        if rows.count > request.limit, let last = rows.dropLast().last {
            let key = try Cursor.Key(last, "page_key", kind: order.kind)
            next = Cursor(order: name, key: key, id: try last.text("page_id")).text
        }
        let total = try count(in: connection)
        return Page(items: items, next: next, total: total)
    }

    func count(in connection: some Connection) throws -> Int {
        try connection.scalar("SELECT COUNT(*) AS n FROM \(from) WHERE \(.all(conditions))", as: Int.self) ?? 0
    }

    private func after(_ cursor: Cursor) -> Query {
        let key: Query =
            switch cursor.key {
            case .text(let text): "\(text)"
            case .integer(let integer): "\(integer)"
            }
        let comparison: Query = order.descending ? "<" : ">"
        return "(\(order.key), \(order.id)) \(comparison) (\(key), \(cursor.id))"
    }
}
