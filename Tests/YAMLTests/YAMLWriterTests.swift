import Testing

@testable import YAML

struct YAMLWriterTests {
    private func text(_ value: String) -> YAMLNode { YAMLNode(.scalar(value, isPlain: false)) }
    private func plain(_ value: String) -> YAMLNode { YAMLNode(.scalar(value, isPlain: true)) }

    @Test("Maps, lists and scalars are written in block style")
    func whole() {
        let node = YAMLNode(
            .map([
                YAMLPair("name", text("orders to warehouse")), YAMLPair("count", plain("3")),
                YAMLPair("version", text("3")), YAMLPair("on", plain("true")), YAMLPair("none", plain("")),
                YAMLPair(
                    "steps",
                    YAMLNode(
                        .list([
                            YAMLNode(.map([YAMLPair("run", text("one\ntwo\n")), YAMLPair("if", text("a: b"))])),
                            YAMLNode(.list([text("x"), YAMLNode(.list([]))])), text("no"),
                        ])
                    )
                ),
                YAMLPair("empty", YAMLNode(.map([]))),
            ])
        )
        #expect(
            YAMLWriter.text(of: node) == """
                name: orders to warehouse
                count: 3
                version: "3"
                "on": true
                none: null
                steps:
                  - run: |
                      one
                      two
                    if: "a: b"
                  - - x
                    - []
                  - "no"
                empty: {}

                """
        )
    }

    @Test(
        "Text reads back as the same text, never as something else",
        arguments: [
            "", " ", "a ", " a", "null", "~", "true", "Yes", "off", "0x10", "1e3", ".5", "-", "- a", "-a", "--- x",
            "---",
            "2026-01-01", "12:30:00", "a: b", "a:", "a #b", "#a", "&a", "*a", "!a", "|", ">", "'a'", "\"a\"", "%a",
            "@a",
            "`a`", "a\tb", "a\r\nb", "\n", "a\n\n", "a\n", "\na", " a\nb", "a\n \nb", "a\n\nb", "tab\there\nx", "ä€😀",
            "\u{85}", "\u{2028}", "\u{FEFF}", "\u{0}", "\u{200B}x", "{}", "[]", "{{ x }}", "${{ secrets.X }}", "a\\b",
            "<<", "=",
            "...", "? a", ": a", ", a", String(repeating: "long ", count: 100),
        ]
    )
    func scalars(value: String) throws {
        let node = YAMLNode(.map([YAMLPair(value, text(value)), YAMLPair("l", YAMLNode(.list([text(value)])))]))
        let written = YAMLWriter.text(of: node)
        let back = try document(written)
        #expect(back.asMap?.first?.key == value, "\(written)")
        let read = try #require(back.asMap?.first?.value)
        #expect(read.asText == value, "\(written)")
        #expect(read.isNull == false && read.asBool == nil && read.asInt == nil)
        #expect(back["l"]?.asList?.first?.asText == value, "\(written)")
        #expect(try document(YAMLWriter.text(of: text(value))).asText == value)
    }

    @Test("Whatever tree is written reads back as it was, and is written the same again")
    func trees() throws {
        var generator = Steps(state: 7)
        for _ in 0..<300 {
            let node = tree(&generator, depth: 0)
            let written = YAMLWriter.text(of: node)
            let back = try document(written)
            #expect(shape(back) == shape(node), "\(written)")
            #expect(YAMLWriter.text(of: back) == written)
        }
    }

    private func tree(_ generator: inout Steps, depth: Int) -> YAMLNode {
        let words = ["a", "b c", "1", "true", "x: y", "line\nline\n", "- z", "", "#", "it's", "{", "ü"]
        switch depth > 4 ? 0 : generator.next(below: 3) {
        case 0: return text(words[generator.next(below: words.count)])
        case 1: return YAMLNode(.list((0..<generator.next(below: 4)).map { _ in tree(&generator, depth: depth + 1) }))
        default:
            return YAMLNode(
                .map(
                    (0..<generator.next(below: 4)).map {
                        YAMLPair(
                            "\(words[generator.next(below: words.count)])\($0)",
                            tree(&generator, depth: depth + 1)
                        )
                    }
                )
            )
        }
    }

    /// The tree in one line, places and quotes apart.
    private func shape(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let text, _): "\(text.debugDescription)"
        case .list(let elements): "[" + elements.map(shape).joined(separator: ",") + "]"
        case .map(let pairs):
            "{" + pairs.map { $0.key.debugDescription + ":" + shape($0.value) }.joined(separator: ",") + "}"
        }
    }
}
