import ArgumentParser
import Client
import Wire

/// The options of every list that comes in pages.
struct ListOptions: ParsableArguments {
    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "How many at most, 1 to 1000.")
    var limit = 50

    @Option(help: "Go on where the last page ended (its `next`).")
    var cursor: String?

    @Flag(help: "All pages.")
    var all = false

    func validate() throws {
        guard (1...1000).contains(limit) else { throw ValidationError("--limit must be 1 to 1000, not \(limit)") }
        if all, cursor != nil { throw ValidationError("--all begins at the first page: leave out --cursor") }
    }

    /// One page, or with `--all` all of them as one.
    func pages<Item>(
        _ session: Session,
        _ path: String,
        query: [(String, String)],
    ) async throws -> ListOf<Item> {
        let size = all ? 1000 : limit
        var gathered: ListOf<Item>?
        var next = cursor
        repeat {
            let place = next.map { [("cursor", $0)] } ?? []
            let page: ListOf<Item> = try await session.client.get(path, query: query + [("limit", "\(size)")] + place)
            next = page.next
            gathered = ListOf(items: (gathered?.items ?? []) + page.items, next: next, total: page.total)
        } while all && next != nil
        return gathered ?? ListOf(items: [], next: nil, total: 0)
    }

    /// Prints a page as JSON, or as a table with the way to the next page below it.
    func show<Item>(_ page: ListOf<Item>, noun: String, table: ([Item]) -> Table) throws {
        if json { return try Terminal.say(json: page) }
        guard !page.items.isEmpty else { return Terminal.complain("no \(noun) match") }
        Terminal.say(table(page.items).text())
        let more = page.next.map { "; more: --cursor \($0)" } ?? ""
        Terminal.complain("\(page.items.count) of \(page.total) \(noun)\(more)")
    }
}
