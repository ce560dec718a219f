import Testing

@testable import Cedar

struct JSONReaderTests {
    @Test(
        "Texts that are no strict JSON are refused",
        arguments: [
            "", " ", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "1.0", "1e2", "-", "-0", "01", "+1",
            "9223372036854775808",
            "-9223372036854775809", "tru", "nulll", "\"a", "\"\\x\"", "\"\\ud83d\"", "\"\\ud83d\\u0041\"",
            "\"\\udc00\"",
            "\"a\tb\"", "[1 2]", "{\"a\" 1}", "{a:1}", "[] x", "\u{FEFF}[]", "\u{0C}[]", "\"\\u12\"", "'a'",
        ],
    )
    func refused(text: String) {
        #expect(throws: SourceDiagnostic.self) { try JSONReader.read(SourceText(text)) }
    }

    @Test("Numbers, escapes and surrogate pairs are read exactly")
    func values() throws {
        let node = try JSONReader.read(
            SourceText(#" [-9223372036854775808, 0, "\ud83d\ude00\n\/\u0000é", {"k":{}}, true, null] "#)
        )
        #expect(node.array?.map(\.kind).prefix(2) == [.integer(.min), .integer(0)])
        #expect(node.array?[2].string == "\u{1F600}\n/\0é")
        #expect(try JSONReader.read(SourceText(node.text(isPretty: true))).text() == node.text())
    }

    @Test("Errors carry line and column")
    func places() {
        let error = #expect(throws: SourceDiagnostic.self) { try JSONReader.read(SourceText("{\n \"é\": 1.5}")) }
        #expect(error?.position == SourcePosition(line: 2, column: 7))
    }

    @Test("Duplicate keys are found in long objects too")
    func longObject() {
        let members = (0..<50).map { "\"\($0)\": 1" } + ["\"7\": 2"]
        #expect(throws: SourceDiagnostic.self) {
            try JSONReader.read(SourceText("{" + members.joined(separator: ",") + "}"))
        }
    }

    @Test("128 levels are read, more are refused", arguments: [(128, true), (129, false), (1_000_000, false)])
    func depth(levels: Int, isRead: Bool) {
        let text = SourceText(String(repeating: "[", count: levels) + String(repeating: "]", count: levels))
        #expect(((try? JSONReader.read(text)) != nil) == isRead)
    }

    @Test("Objects with malformed escapes are records, as in the reference")
    func escapes() throws {
        let record = try Record(
            json: """
                {"a": {"__entity": {"type": "U"}}, "b": {"__entity": {"type": "U", "id": "x"}, "c": 1},
                 "d": {"__extn": {"fn": "decimal", "arg": "1.0", "z": 1}}, "e": {"type": "U", "id": "x"},
                 "f": {"__entity": {"type": "U", "id": "x", "z": 1}}}
                """
        )
        #expect(record["a"]?.type == .record)
        #expect(record["b"]?.type == .record)
        #expect(record["f"] == .entity(EntityUID(Name(unchecked: "U"), "x")))
        #expect(record["d"] == .decimal(FixedDecimal(tenThousandths: 10_000)))
        #expect(record["e"]?.type == .record)
        let shaped = try Record(
            json: "{\"e\": {\"type\": \"U\", \"id\": \"x\"}, \"f\": \"1.0\"}",
            shape: .record([
                "e": .entity, "f": .constructed(.decimal),
            ])
        )
        #expect(shaped["e"] == .entity(EntityUID(Name(unchecked: "U"), "x")))
        #expect(shaped["f"] == .decimal(FixedDecimal(tenThousandths: 10_000)))
    }
}
