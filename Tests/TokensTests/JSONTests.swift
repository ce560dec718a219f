import Testing

@testable import Tokens

struct JSONTests {
    private func read(_ text: String) -> JSONValue? { JSONReader.value(Array(text.utf8)) }

    @Test("Every kind of value is read")
    func values() {
        let text = #" { "a" : [ 1 , -2.5e1, true,false , null ], "b":{}, "c":[],"d":"x" } "#
        let expected: JSONValue = .object([
            "a": .array([.integer(1), .number(-25), .bool(true), .bool(false), .null]),
            "b": .object([:]), "c": .array([]), "d": .string("x"),
        ])
        #expect(read(text) == expected)
    }

    @Test("Escapes become their characters")
    func escapes() {
        #expect(read(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#) == .string("\"\\/\u{8}\u{C}\n\r\té😀"))
    }

    @Test(
        "What is not strict JSON is refused",
        arguments: [
            "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "{a:1}", "{'a':1}",
            "[1 2]", "01", "-", "+1", "1.", ".5", "1e", "0x10", "NaN", "Infinity", "1e999", "tru", "True", "nulll",
            "\"a", "\"\n\"", "\"\\x\"", "\"\\u12g4\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "1 1",
            "{} x",
            "\u{FEFF}{}", "// x\n1",
        ]
    )
    func malformed(text: String) {
        #expect(read(text) == nil)
    }

    @Test("Bytes that are not UTF-8 are refused")
    func utf8() {
        #expect(JSONReader.value([0x22, 0xFF, 0x22]) == nil)
        #expect(JSONReader.value([0x22, 0xC0, 0x80, 0x22]) == nil)
        #expect(JSONReader.value([0x22, 0xED, 0xA0, 0x80, 0x22]) == nil)
    }

    @Test("Sixteen levels are read and a seventeenth is refused")
    func depth() {
        #expect(read(String(repeating: "[", count: 16) + String(repeating: "]", count: 16)) != nil)
        #expect(read(String(repeating: "[", count: 17) + String(repeating: "]", count: 17)) == nil)
        #expect(read(String(repeating: "[{\"a\":", count: 100_000)) == nil)
    }

    @Test("What is written is read back")
    func roundTrip() {
        let value: JSONValue = .object([
            "text": .string("\"\\\u{1}é\n"), "list": .array([.integer(.max), .number(0.5), .null, .bool(true)]),
            "inner": .object(["a": .object([:])]),
        ])
        let bytes = JSONWriter.object { $0.member("value", value) }
        #expect(JSONReader.value(bytes) == .object(["value": value]))
    }

    @Test("A time is whole seconds, and out of range is none")
    func numericDate() {
        #expect(JSONValue.integer(5).numericDate == 5)
        #expect(JSONValue.number(5.9).numericDate == 5)
        #expect(JSONValue.integer(-1).numericDate == nil)
        #expect(JSONValue.number(-0.5).numericDate == nil)
        #expect(JSONValue.number(1e300).numericDate == nil)
        #expect(JSONValue.integer(.max).numericDate == nil)
        #expect(JSONValue.string("5").numericDate == nil)
    }
}
