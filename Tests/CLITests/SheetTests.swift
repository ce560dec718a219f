import Testing

@testable import CLI

struct SheetTests {
    @Test("Long values are wrapped below themselves, words kept whole")
    func wraps() {
        var sheet = Sheet(width: 40)
        sheet.title("a title")
        sheet.section("part")
        sheet.entry("label", "one two three four five six seven eight")
        sheet.entry("", ["first", "second"])
        #expect(
            sheet.text == """
                a title

                PART
                  label             one two three four
                                    five six seven eight
                                    first
                                    second
                """
        )
    }

    @Test("Without a width nothing is wrapped, and control characters are taken out")
    func hostile() {
        var sheet = Sheet(width: nil)
        sheet.entry("label", "a\u{1B}]0;owned\u{7} b\nc")
        #expect(sheet.text == "  label             a\u{FFFD}]0;owned\u{FFFD} b c")
    }
}
