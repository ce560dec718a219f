import Testing

@testable import Cedar

struct SourceTextTests {
    @Test(
        "Lines are counted by line feeds, columns by scalars",
        arguments: [
            (0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (5, 2, 2), (6, 2, 3), (7, 3, 1), (8, 4, 1), (99, 4, 1),
            (-1, 1, 1),
        ]
    )
    func position(offset: Int, line: Int, column: Int) {
        #expect(SourceText("ab\né!\n\n").position(of: offset) == SourcePosition(line: line, column: column))
    }

    @Test("A text without line feeds has one line")
    func oneLine() {
        #expect(SourceText("").position(of: 0) == SourcePosition(line: 1, column: 1))
        #expect(SourceText("abc").position(of: 2) == SourcePosition(line: 1, column: 3))
    }
}
