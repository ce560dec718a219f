import Foundation
import TestSupport
import Testing

@testable import CLI

struct LogVerifyTests {
    @Test("A log that does not hold ends with status 1 and names the entry")
    func broken() async {
        var program = Program()
        program.verdict = LogVerdict(
            verified: false,
            entries: 12,
            checkpoints: 2,
            root: "cm9vdA==",
            problems: ["entry 7 (evt_x) is not the one that was appended\u{1B}[2J"],
        )
        let run = await program.run("log", "verify", "--store", "sqlite:x.db")
        #expect(run.status == 1)
        #expect(run.output == "not verified\n  entry 7 (evt_x) is not the one that was appended\u{FFFD}[2J\n")
        #expect(run.choices.map(\.store) == ["sqlite:x.db"])
        let json = await program.run("log", "verify", "--json")
        #expect(json.status == 1)
        #expect(json.output.contains("\"verified\" : false"))
    }

    @Test("A file is checked without any store, with checkpoints from elsewhere")
    func bundle() async throws {
        try await withTemporaryFolder { folder in
            let note = "penstock.example.com/log\n10\nAAAA\n\n\u{2014} penstock AAAAAAAAAAAA\n"
            let path = folder + "/checkpoint.txt"
            try Data(note.utf8).write(to: URL(fileURLWithPath: path))
            let run = await Program().run("log", "verify", "--bundle", "log.jsonl", "--checkpoint", path)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.calls == ["bundle log.jsonl"])
            #expect(run.choices.isEmpty)
            #expect(run.proofs.first?.trusted.count == 1)
            try Data("no note".utf8).write(to: URL(fileURLWithPath: path))
            let wrong = await Program().run("log", "verify", "--checkpoint", path)
            #expect(wrong.status == 1)
            #expect(wrong.errors.contains("is no signed checkpoint"))
            #expect(wrong.proofs.isEmpty)
        }
    }
}
