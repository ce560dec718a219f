import Foundation
import Testing
import Wire

@testable import CLI

struct PagingTests {
    @Test("With --all every page is asked for, and the whole is one list")
    func all() async throws {
        let stop = StopRecord(stop: Sample.stop)
        let first = ListOf(items: [stop, stop], next: "a&b", total: 3)
        let last = ListOf(items: [stop], next: nil, total: 3)
        let calls = ["GET /api/v1/stops?limit=1000", "GET /api/v1/stops?limit=1000&cursor=a%26b"]
        let answers = [calls[0]: try Program.Answer.json(first), calls[1]: try Program.Answer.json(last)]
        let run = await Program(answers: answers).run("stops", "--all", "--json")
        #expect(run.calls == calls + ["close"])
        let page = try JSONDecoder().decode(ListOf<StopRecord>.self, from: Data(run.output.utf8))
        #expect(page.items.count == 3)
        #expect(page.total == 3)
        #expect(page.next == nil)
    }

    @Test("Below a page that is not the last stands how to get the next")
    func more() async throws {
        let page = ListOf(items: [StopRecord(stop: Sample.stop)], next: "abc", total: 9)
        let run = await Program(answers: ["GET /api/v1/stops": try .json(page)]).run("stops", "--limit", "1")
        #expect(run.errors == "1 of 9 stops; more: --cursor abc\n")
    }

    @Test("An empty list says so on standard error, and as JSON is a list all the same")
    func empty() async throws {
        let answers = ["GET /api/v1/stops": try Program.Answer.json(ListOf<StopRecord>(items: [], next: nil, total: 0))]
        let table = await Program(answers: answers).run("stops")
        #expect(table.output.isEmpty)
        #expect(table.errors == "no stops match\n")
        #expect(table.status == 0)
        let json = await Program(answers: answers).run("stops", "--json")
        #expect(json.output.contains("\"items\" : ["))
    }
}
