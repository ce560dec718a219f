import Audit
import Domain
import MerkleLog
import SQLEngine
import TestSupport
import Testing

struct LogBundleTests {
    private struct Exported {
        var lines: [String]
        let key: TestKey
        let events: [Event]
        let checkpoints: [SignedNote]

        /// The file again, in pieces that do not end with lines.
        func verify(
            key: NoteVerifier?,
            trusted: [SignedNote] = [],
            cut: Int = 0,
            piece: Int = 1_000,
        ) throws -> VerificationReport {
            var rest = Array(lines.map { $0 + "\n" }.joined().utf8.dropLast(cut))[...]
            return try LogBundle.verify(key: key, trusted: trusted) {
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(piece) }
                return Array(rest.prefix(piece))
            }
        }

        /// The line of the entry at an index.
        func line(of index: Int) -> Int {
            lines.indices.filter { lines[$0].hasPrefix(#"{"actor":"#) }[index]
        }
    }

    private func export(on engine: TestEngine = .sqliteInMemory) async throws -> Exported {
        let key = try TestKey()
        let events = Event.samples(0..<600)
        var checkpoints: [SignedNote] = []
        var lines: [String] = []
        try await engine.withLog { log in
            for (start, end) in [(0, 100), (100, 256), (256, 590)] {
                try await log.append(Array(events[start..<end]))
                checkpoints.append(try SignedNote(try #require(try await log.checkpoint(by: key)).note.utf8))
            }
            try await log.append(Array(events[590...]))
            let verifier = key.verifier
            let bytes = try await log.read { connection in
                var bytes: [UInt8] = []
                try LogBundle.export(key: verifier, from: connection) { bytes += $0 }
                return bytes
            }
            lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        return Exported(lines: lines, key: key, events: events, checkpoints: checkpoints)
    }

    @Test("An exported log ends with its last checkpoint and is intact", arguments: TestEngine.available)
    func intact(on engine: TestEngine) async throws {
        let file = try await export(on: engine)
        // Header, entries, three lines of leaf hashes and three checkpoints.
        #expect(file.lines.count == 597)
        #expect(file.lines[1] == String(decoding: file.events[0].canonicalBytes, as: UTF8.self))
        for piece in [7, 1_000, 1_000_000] {
            let report = try file.verify(key: file.key.verifier, trusted: [file.checkpoints[1]], piece: piece)
            #expect(report.isIntact, "\(report.problems)")
            #expect([report.entries, report.checkpoints, report.sealed] == [590, 4, 590])
        }
        #expect(try file.verify(key: nil).isIntact)
    }

    @Test("A log without a checkpoint is not exported")
    func unsealed() async throws {
        try await TestEngine.sqliteInMemory.withLog { log in
            try await log.append(Event.samples(0..<3))
            let verifier = try TestKey().verifier
            await #expect(throws: LogDamage.self) {
                try await log.read { try LogBundle.export(key: verifier, from: $0) { _ in } }
            }
        }
    }

    @Test("What was changed in the file is named")
    func tampering() async throws {
        let file = try await export()
        let last = file.lines.count - 1
        let cases: [(String, (inout Exported) -> Void, LogProblem.Kind, Int?, String?)] = [
            (
                "a byte of an entry", { $0.lines[$0.line(of: 7)].replace("routine", with: "Routine") }, .entryChanged,
                7, file.events[7].id.text
            ),
            (
                "a byte of a late entry", { $0.lines[$0.line(of: 580)].replace("routine", with: "Routine") },
                .entryChanged, 580, file.events[580].id.text
            ),
            (
                "an entry removed", { $0.lines.remove(at: $0.line(of: 300)) }, .entryChanged, 300,
                file.events[301].id.text
            ),
            (
                "two entries swapped", { $0.lines.swapAt($0.line(of: 300), $0.line(of: 301)) }, .entryChanged, 300,
                file.events[301].id.text
            ),
            (
                "an entry twice", { $0.lines.insert($0.lines[$0.line(of: 3)], at: $0.line(of: 4)) }, .entryChanged, 4,
                file.events[3].id.text
            ),
            (
                "leaf hashes", { $0.lines[$0.line(of: 255) + 1].replace("A", with: "B", maxReplacements: 1) },
                .treeChanged, nil, nil
            ),
            ("no leaf hashes", { $0.lines.remove(at: $0.line(of: 255) + 1) }, .treeChanged, nil, nil),
            ("a line of nothing", { $0.lines[$0.line(of: 9)] = "{}" }, .malformed, 9, nil),
            ("a line of another kind", { $0.lines[$0.line(of: 9)] = "nonsense" }, .malformed, 9, nil),
            (
                "cut behind an earlier checkpoint", { $0.lines = Array($0.lines[..<($0.line(of: 255) + 3)]) },
                .entriesMissing, 256, nil
            ),
            ("cut in the middle", { $0.lines = Array($0.lines[...$0.line(of: 400)]) }, .entriesMissing, 401, nil),
            ("no last checkpoint", { $0.lines.remove(at: last) }, .checkpointInvalid, nil, nil),
            ("a checkpoint changed", { $0.lines[last].replace("590", with: "591") }, .checkpointInvalid, nil, nil),
            ("no header", { $0.lines.removeFirst() }, .malformed, 0, nil),
            ("nothing", { $0.lines = [] }, .malformed, 0, nil),
        ]
        for (name, change, kind, index, event) in cases {
            var changed = file
            change(&changed)
            let first = try #require(try changed.verify(key: file.key.verifier).first, "\(name)")
            #expect(first.kind == kind, "\(name): \(first)")
            if let index { #expect(first.index == index, "\(name): \(first)") }
            if let event { #expect(first.event == event, "\(name): \(first)") }
        }
        let cut = try file.verify(key: file.key.verifier, cut: 1)
        #expect(cut.first?.kind == .malformed)
    }

    @Test("A file of another log, or one signed anew by its thief, is not believed")
    func otherKey() async throws {
        let (file, forged) = (try await export(), try await export())
        #expect(try forged.verify(key: nil).isIntact)
        #expect(try !forged.verify(key: file.key.verifier).isIntact)
        let report = try forged.verify(key: nil, trusted: file.checkpoints)
        #expect(report.first?.kind == .checkpointInvalid)
    }
}
