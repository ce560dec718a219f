import Foundation
import TestSupport
import Testing

/// Emergency access without the server, through the built program.
@Suite(.serialized)
struct BreakGlassTests {
    @Test(
        "R1: An envelope made beforehand opens without any store, once; the server imports its record when it starts, once"
    )
    func sealed() async throws {
        try await withHome { home in
            try await prepare(home)
            let file = "\(home)/crm.envelope"
            let prepared = try await Program.succeed(
                ["break-glass", "prepare", "orders", "--person", "ira@example.com", "--system", "crm", "--out", file],
                in: home,
            )
            let code = try #require(prepared.output.split(separator: "\n").first).dropFirst("code ".count)
            let why = ["--ticket", "INC-9", "--reason", "Penstock is down", "--rollback", "undo by hand"]

            let wrong = try await Program.run(["break-glass", "--sealed", file] + why, in: home, input: "pnbg_wrong\n")
            #expect(wrong.status == 1)
            let without = try await Program.run(
                ["break-glass", "--sealed", file, "--ticket", " "] + why.dropFirst(2),
                in: home
            )
            #expect(without.status == 64)
            let opened = try await Program.succeed(
                ["break-glass", "--sealed", file] + why,
                in: home,
                input: "\(code)\n"
            )
            #expect(opened.output == "made for this test\n")
            let twice = try await Program.run(["break-glass", "--sealed", file] + why, in: home, input: "\(code)\n")
            #expect(twice.status == 1)
            #expect(twice.errors.contains("opens once"))

            let server = try await RunningServer.start(in: home)
            let list = try await Program.succeed(["break-glass", "list", "--json"], in: home)
            #expect(list.output.contains("INC-9"))
            #expect(list.output.contains("ira@example.com"))
            let replay = try await Program.run(["break-glass", "import", file + ".record"], in: home)
            #expect(replay.status == 1)
            #expect(replay.errors.contains("imported already"))
            let log = try await Program.succeed(["log", "list", "--json"], in: home)
            #expect(log.output.contains("breakGlassImported"))
            #expect(!log.output.contains("made for this test"))
            #expect(await server.terminate() == 0)
        }
    }

    private func prepare(_ home: String) async throws {
        try Estates.write(["estate/orders.json": Estates.workflow("w1", name: "orders")], to: home)
        try await Program.succeed(["import", "estate", "--environment", "production"], in: home)
        for name in ["ana", "ben", "ira"] {
            try await Program.succeed(
                ["user", "add", "\(name)@example.com", "--name", name, "--role", "owner"],
                in: home,
            )
        }
        try await Program.succeed(["system", "add", "crm", "--environment", "production"], in: home)
        try await Program.succeed(["system", "credential", "crm"], in: home, input: "made for this test")
        try await Program.succeed(
            ["terms", "--set", "-"],
            in: home,
            input: #"{"breakGlass":{"people":["ira@example.com"]}}"#,
        )
    }
}
