import Testing

@testable import YAML

/// The only document of a text.
func document(_ text: String, limits: YAMLLimits = YAMLLimits()) throws -> YAMLNode {
    let documents = try YAMLReader.documents(Array(text.utf8), limits: limits)
    return try #require(documents.count == 1 ? documents.first : nil)
}

/// The failure of a text that must not be read.
func failure(_ text: String, limits: YAMLLimits = YAMLLimits()) throws -> YAMLFailure {
    let error = #expect(throws: YAMLFailure.self) { try YAMLReader.documents(Array(text.utf8), limits: limits) }
    return try #require(error)
}

struct YAMLReaderTests {
    @Test("Scalars stay text, and `on`, `yes` and `no` are words")
    func words() throws {
        let node = try document("on: push\nyes: no\nn: 010\nt: 12:30\n")
        #expect(node.asMap?.map(\.key) == ["on", "yes", "n", "t"])
        #expect(node["on"]?.asText == "push")
        #expect(node["yes"]?.asBool == nil)
        #expect(node["t"]?.asInt == nil)
        #expect(node["t"]?.asText == "12:30")
    }

    @Test(
        "Only plain text is a truth value, a number or null",
        arguments: [
            ("true", true, nil, false), ("FALSE", false, nil, false), ("tRue", nil, nil, false),
            ("12", nil, 12, false), ("-3", nil, -3, false), ("0o17", nil, 15, false), ("0x1F", nil, 31, false),
            ("0x-1", nil, nil, false), ("~", nil, nil, true), ("Null", nil, nil, true), ("\"12\"", nil, nil, false),
            ("'true'", nil, nil, false), ("''", nil, nil, false), ("!!str 12", nil, nil, false),
            ("!!int 12", nil, 12, false), ("!secret true", nil, nil, false), ("1.5", nil, nil, false),
        ] as [(String, Bool?, Int?, Bool)]
    )
    func values(text: String, bool: Bool?, int: Int?, isNull: Bool) throws {
        let node = try #require(try document("a: \(text)")["a"])
        #expect(node.asBool == bool)
        #expect(node.asInt == int)
        #expect(node.isNull == isNull)
    }

    @Test("A key without a value is null, and a text of blanks and comments holds no document")
    func empty() throws {
        #expect(try document("a:\nb: ''")["a"]?.isNull == true)
        #expect(try document("a:\nb: ''")["b"]?.isNull == false)
        for text in ["", "\n\n", "# nothing\n", "\u{FEFF}", "%YAML 1.2\n"] {
            #expect(try YAMLReader.documents(Array(text.utf8)).isEmpty)
        }
    }

    @Test("Every node knows where it stands")
    func places() throws {
        let node = try document("# top\na:\n  - x\n  - b: \"ä\"\n    c: 1\n")
        let second = try #require(node["a"]?.asList?.last)
        #expect([second.line, second.column] == [4, 5])
        #expect(second["c"]?.line == 5)
        #expect(second["b"]?.column == 8)
    }

    @Test("Text blocks, folded text, quotes and escapes read as YAML says")
    func texts() throws {
        let node = try document(
            "a: |\n  x: y\n\n  z\nb: >-\n  one\n  two\nc: \"\\u00e4\\n\"\nd: 'it''s'\ne: {f: [1, two]}\n"
        )
        #expect(node["a"]?.asText == "x: y\n\nz\n")
        #expect(node["b"]?.asText == "one two")
        #expect(node["c"]?.asText == "ä\n")
        #expect(node["d"]?.asText == "it's")
        #expect(node["e"]?.elements(of: "f").map(\.asText) == ["1", "two"])
    }

    @Test("Windows line ends and a byte order mark are read")
    func windows() throws {
        let node = try document("\u{FEFF}a: 1\r\nb:\r\n  - x\r\n")
        #expect(node["a"]?.asInt == 1)
        #expect(node["b"]?.asTexts == ["x"])
    }

    @Test("A key that stands twice is refused where it stands the second time", arguments: [2, 20])
    func doubled(count: Int) throws {
        let keys = (1..<count).map { "k\($0): 1\n" }.joined()
        let failure = try failure(keys + "k1: 2\n")
        #expect(failure.line == count)
        #expect(failure.column == 1)
        #expect(failure.reason.contains("`k1` stands twice"))
    }

    @Test("A template in the place of a value is refused with its remedy")
    func template() throws {
        let failure = try failure("a: 1\nname: {{ .Values.name }}\n")
        #expect(failure.line == 2)
        #expect(failure.reason.contains("quotes"))
    }

    @Test(
        "What is broken is named with line, column and remedy",
        arguments: [
            ("a: b: c", 1, 5, "quotes"), ("a:\n\t- b", 2, 1, "blanks"), ("a: [1, 2", 1, 9, "close"),
            ("a: \"x", 1, 6, "close"), ("a: @x", 1, 4, "quotes"), ("a:\n  b: 1\n c: 2", 3, 2, "indentation"),
            ("a: *x", 1, 4, "define"), ("a: &x [*x]", 1, 8, "never end"), ("a: \"\\q\"", 1, 5, "backslash"),
            ("? [a]\n: b", 1, 3, "quotes"), ("a: !z!b c", 1, 4, "tag"), ("a: \u{1}", 1, 4, "control"),
        ]
    )
    func broken(text: String, line: Int, column: Int, remedy: String) throws {
        let failure = try failure(text)
        #expect(failure.line == line)
        #expect(failure.column == column, "\(failure)")
        #expect(failure.reason.contains(remedy), "\(failure)")
    }

    @Test("Bytes that are no UTF-8 are refused by place", arguments: [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80]])
    func notUTF8(bytes: [UInt8]) throws {
        let text = Array("a: 1\nb: ".utf8) + bytes
        let error = #expect(throws: YAMLFailure.self) { try YAMLReader.documents(text) }
        #expect(error?.line == 2)
        #expect((4...5).contains(error?.column ?? 0))
        #expect(error?.reason.contains("UTF-8") == true)
    }
}
