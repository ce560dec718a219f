import Testing

@testable import YAML

/// Texts of several documents, and what aliases and merge keys stand for.
struct YAMLDocumentsTests {
    @Test("Documents are told by `---` and `...`, with directives, and keep their lines")
    func several() throws {
        let text = "# first\na: 1\n---\nb: 2\n...\n%YAML 1.2\n---\nc: 3\n---\n--- d\n"
        let documents = try YAMLReader.documents(Array(text.utf8))
        #expect(documents.map { $0.asMap?.first?.key } == ["a", "b", "c", nil, nil])
        #expect(documents.map(\.line).prefix(3) == [2, 4, 8])
        #expect(documents[3].isNull)
        #expect(documents[4].asText == "d")
    }

    @Test("A broken document takes none of its neighbours with it")
    func neighbours() {
        let text = "a: 1\n---\nb: [\n---\nc: 3\n---\nd: \"x\n---\ne: {{ x }}\n---\nf: 6\n"
        let results = YAMLReader.results(Array(text.utf8))
        #expect(results.map { try? $0.get().asMap?.first?.key } == ["a", nil, "c", nil, nil, "f"])
        let lines = results.compactMap { result -> Int? in
            if case .failure(let failure) = result { failure.line } else { nil }
        }
        #expect(lines == [4, 8, 9])
    }

    @Test("Dashes inside text do not start a document")
    func dashes() throws {
        let node = try document("a: |\n  ---\n  b\nc: --- x\n")
        #expect(node["a"]?.asText == "---\nb\n")
        #expect(node["c"]?.asText == "--- x")
    }

    @Test("An alias stands for what its anchor names, with the anchor's place; a later anchor replaces an earlier")
    func aliases() throws {
        let node = try document("a: &x [1, 2]\nb: *x\nc: &x three\nd: *x\n*x : key\n")
        #expect(node["b"]?.asTexts == ["1", "2"])
        #expect(node["b"]?.line == 1)
        #expect(node["d"]?.asText == "three")
        #expect(node["three"]?.asText == "key")
    }

    @Test("Merge keys bring in entries that the map does not have; the map named first wins")
    func merges() throws {
        let base = "x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\n"
        let node = try document(base + "z:\n  c: 3\n  <<: [*x, *y]\nq:\n  \"<<\": text\n")
        #expect(node["z"]?["a"]?.asInt == 1)
        #expect(node["z"]?["b"]?.asInt == 1)
        #expect(node["z"]?["c"]?.asInt == 3)
        #expect(node["z"]?.asMap?.count == 3)
        #expect(node["q"]?["<<"]?.asText == "text")
        #expect(try failure("a:\n  <<: [1]\n").reason.contains("no map"))
    }

    @Test("Aliases that stand for billions of nodes are refused")
    func bomb() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let before = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(before)]\n"
        }
        #expect(try failure(text).reason.contains("aliases stand for more than 100000 nodes"))
        let merged = text.replacing("[*", with: "{<<: [*").replacing("]\n", with: "]}\n")
        #expect(try failure(merged).line <= 12)
    }

    @Test("Depth is bounded, through brackets, indentation and chains of aliases")
    func depth() throws {
        let brackets = String(repeating: "[", count: 100_000)
        #expect(try failure(brackets).reason.contains("within each other"))
        let indented = (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(try failure(indented).reason.contains("within each other"))
        var chain = "a0: &a0 [x]\n"
        for level in 1..<300 { chain += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        #expect(try failure(chain).reason.contains("within each other"))
    }

    @Test("Size, nodes and documents are bounded")
    func bounds() throws {
        var limits = YAMLLimits()
        limits.sizeInBytes = 10
        #expect(try failure("a: 45678901", limits: limits).reason.contains("limit of 10"))
        limits = YAMLLimits()
        limits.nodes = 5
        #expect(try failure("[1, 2, 3, 4, 5, 6]", limits: limits).reason.contains("more than 5 nodes"))
        limits = YAMLLimits()
        limits.documents = 2
        let results = YAMLReader.results(Array("--- 1\n--- 2\n--- 3\n--- 4\n".utf8), limits: limits)
        #expect(results.count == 3)
    }

    @Test("Whatever stands in a text, reading ends and every failure has a place within it")
    func mutations() {
        let seed = Array(
            "%YAML 1.2\n---\na: &x\n  - \"b\\n\"\n  - 'c'\n  - {d: e, f: [g]}\nh: *x\ni: |\n  text\n<<: {j: k}\n--- l\n"
                .utf8
        )
        let pieces = Array("{}[]:,-?&*!|>'\"%@`#\n\t \u{1}\u{7F}<".utf8) + [0x80, 0xC3, 0xFF]
        var generator = Steps(state: 42)
        var read = 0
        for _ in 0..<4000 {
            var text = seed
            for _ in 0..<(1 + generator.next(below: 6)) {
                let place = generator.next(below: text.count)
                switch generator.next(below: 3) {
                case 0: text[place] = pieces[generator.next(below: pieces.count)]
                case 1: text.insert(pieces[generator.next(below: pieces.count)], at: place)
                default: text.removeSubrange(place..<min(text.count, place + 1 + generator.next(below: 8)))
                }
                if text.isEmpty { text = seed }
            }
            let lines = text.count { $0 == UInt8(ascii: "\n") } + 1
            for result in YAMLReader.results(text) {
                switch result {
                case .success: read += 1
                case .failure(let failure):
                    #expect((1...lines).contains(failure.line) && failure.column >= 1, "\(failure) in \(text)")
                }
            }
        }
        #expect(read > 1000)
    }
}

/// Numbers that look random and are the same every time.
struct Steps {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
