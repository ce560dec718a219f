import Testing

@testable import Importers

struct JSONReaderTests {
    private func read(_ text: String, limits: JSONLimits = JSONLimits()) throws -> JSONValue? {
        let top = try JSONDocument.read(Array(text.utf8), limits: limits) { _, _ in true }
        if case .object(let object) = top { return object }
        return nil
    }

    private func failure(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) -> JSONFailure? {
        do throws(JSONFailure) {
            _ = try JSONDocument.read(bytes, limits: limits) { _, _ in true }
            return nil
        } catch {
            return error
        }
    }

    @Test("Values of every kind are read")
    func kinds() throws {
        let object = try #require(try read(#"{"a": [1, -2.5e3], "b": true, "c": null, "d": "x", "e": {"f": []}}"#))
        #expect(object["a"]?.elements.map(\.scalarText) == ["1", "-2.5e3"])
        #expect(object["b"]?.bool == true)
        #expect(object["c"]?.isNull == true)
        #expect(object["d"]?.string == "x")
        #expect(object["e"]?["f"]?.isArray == true)
        #expect(object["g"] == nil)
    }

    @Test(
        "Escapes become what they stand for",
        arguments: [
            (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"), (#"\u00e9\u20AC"#, "é€"), (#"\ud83d\ude00!"#, "😀!"),
            (#"\ud83d"#, "\u{FFFD}"), (#"\ude00x"#, "\u{FFFD}x"), ("é\\n€", "é\n€"),
        ]
    )
    func escapes(text: String, meaning: String) throws {
        #expect(try read("{\"a\": \"\(text)\"}")?["a"]?.string == meaning)
    }

    @Test("Of members with the same name the last counts")
    func duplicates() throws {
        #expect(try read(#"{"a": 1, "b": 2, "a": 3}"#)?["a"]?.scalarText == "3")
    }

    @Test("A byte order mark is passed over")
    func mark() throws {
        #expect(try read("\u{FEFF}{\"a\": 1}")?["a"] != nil)
    }

    @Test(
        "What is not JSON is refused where it goes wrong",
        arguments: [
            ("", 0), ("{", 1), ("{\"a\" 1}", 5), ("{\"a\": 1,}", 8), ("[1, 2", 5), ("[1 2]", 3), ("{} x", 3),
            ("[01]", 1),
            ("[1.]", 1), ("[-]", 1), ("[1e]", 1), ("[tru]", 1), ("[\"a", 1), ("[\"\\x\"]", 2), ("[\"\\u12g4\"]", 2),
            ("[\"a\tb\"]", 3), ("{a: 1}", 1), ("'a'", 0), ("[NaN]", 1), ("// x\n{}", 0), ("{\"a\": }", 6), ("[,]", 1),
        ]
    )
    func malformed(text: String, offset: Int) {
        #expect(failure(Array(text.utf8))?.offset == offset)
    }

    @Test("A position counts lines and characters from 1")
    func position() throws {
        let text = Array("{\n  \"é\": 1,\n  \"€€\": x\n}".utf8)
        let found = try #require(failure(text)).position(in: text)
        #expect(found == (line: 3, column: 9))
    }

    @Test(
        "Bytes that are not UTF-8 are named",
        arguments: [
            ([0x22, 0xFF, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1), ([0x22, 0xE2, 0x82], 1), ([0xFF, 0xFE, 0x7B, 0x00], 0),
        ] as [([UInt8], Int)]
    )
    func encoding(bytes: [UInt8], offset: Int) {
        #expect(failure(bytes)?.offset == offset)
    }

    @Test(
        "Levels up to the limit are read, one more is refused, a hundred thousand do no harm",
        arguments: [512, 513, 100_000]
    )
    func depth(levels: Int) {
        let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        let inObject = Array("{\"a\": \(text)}".utf8)
        #expect((failure(inObject) == nil) == (levels <= 512))
        let objects = String(repeating: "{\"a\":", count: levels)
        #expect(failure(Array(objects.utf8)) != nil)
    }

    @Test("More values than the limit are refused")
    func values() {
        var limits = JSONLimits()
        limits.values = 10
        #expect(failure(Array("{\"a\": [1,2,3,4,5,6,7]}".utf8), limits: limits) == nil)
        #expect(failure(Array("{\"a\": [1,2,3,4,5,6,7,8]}".utf8), limits: limits) != nil)
    }

    @Test("A text cut off anywhere is refused, never read past its end")
    func cut() {
        let whole = Array(#"{"a": [1, -2.5e3, "é\u00e9", {"b": true}], "nodes": [{"x": null}]}"#.utf8)
        for length in whole.indices { #expect(failure(Array(whole[..<length])) != nil) }
        #expect(failure(whole) == nil)
    }

    @Test("Lists at the top and in named members are handed out piece by piece")
    func pieces() throws {
        var seen: [String] = []
        let text = #"{"before": 1, "workflows": [{"n": "a"}, 5, {"n": "b", "pinData": {"x": [1]}}], "after": 2}"#
        let top = try JSONDocument.read(Array(text.utf8), lists: ["workflows"]) { element, place in
            seen.append("\(place) \(element["n"]?.string ?? "") \(element["pinData"] == nil)")
            return true
        }
        guard case .object(let object) = top else {
            Issue.record("the top is an object")
            return
        }
        #expect(seen == ["0 a true", "2 b true"])
        #expect(object["before"]?.scalarText == "1")
        #expect(object["after"]?.scalarText == "2")
        #expect(object["workflows"]?.elements.map(\.index) == [])
    }
}
