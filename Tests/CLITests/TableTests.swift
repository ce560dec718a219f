import Testing

@testable import CLI

struct TableTests {
    static func sample() -> Table {
        var table = Table("name", "size", "note", numbers: [1])
        table.add("one", "7", "short")
        table.add("a much longer name than that", "1200", "a note that goes on and on, far beyond the first")
        return table
    }

    @Test("Columns are as wide as their widest cell, and nothing is cut where nobody looks")
    func whole() {
        #expect(
            Self.sample().text(width: nil) == """
                NAME                          SIZE  NOTE
                one                              7  short
                a much longer name than that  1200  a note that goes on and on, far beyond the first
                """
        )
    }

    @Test("On a terminal the widest columns give way until the lines fit", arguments: [30, 40, 60, 80])
    func fits(width: Int) {
        let lines = Self.sample().text(width: width).split(separator: "\n")
        #expect(lines.allSatisfy { String($0).columns <= width })
        #expect(lines.contains { $0.contains("1200") })
        #expect(lines.last?.contains("…") == true)
    }

    @Test("Columns that matter least are left out before the others cannot be read")
    func drops() {
        var table = Table("id", "state", "place", "note", whole: [1], droppable: [2])
        table.add("id-of-twenty-letters", "suspended", "a place far away", "a note of some length")
        #expect(table.text(width: 80).contains("PLACE"))
        let narrow = table.text(width: 48)
        #expect(!narrow.contains("PLACE") && !narrow.contains("far away"))
        #expect(narrow.contains("suspended"))
        #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 48 })
    }

    @Test("A cell cannot move the cursor, colour the screen or turn the writing round")
    func hostile() {
        var table = Table("name")
        table.add(Table.Cell("a\u{1B}[2Jb\u{202E}c\nd\te\u{7}\u{9B}f"))
        #expect(table.text(width: nil) == "NAME\na\u{FFFD}[2Jb\u{FFFD}c d e\u{FFFD}\u{FFFD}f")
    }

    @Test("Letters that take two columns are counted as two")
    func wide() {
        #expect("注文".columns == 4)
        #expect("naïve".columns == 5)
        #expect("注文書式".cut(to: 5) == "注文…")
        #expect("abc".cut(to: 3) == "abc")
        #expect("abcd".cut(to: 3) == "ab…")
    }

    @Test("Colours are there on a terminal that shows them and nowhere else")
    func colours() async throws {
        let answers = ["GET /api/v1/findings": try Program.Answer.json(Sample.findings)]
        let plain = await Program(answers: answers).run("findings")
        #expect(!plain.output.contains("\u{1B}"))
        let coloured = await Program(answers: answers, showsColour: true).run("findings")
        #expect(coloured.output.contains("\u{1B}[31mhigh\u{1B}[0m"))
        let json = await Program(answers: answers, showsColour: true).run("findings", "--json")
        #expect(!json.output.contains("\u{1B}"))
    }
}
