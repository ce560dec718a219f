import Foundation
import TestSupport
import Testing

/// What was acknowledged survives `kill -9`, whenever it comes.
@Suite(.serialized)
struct CrashTests {
    @Test("Killed in the middle of imports, the store has each source whole or not at all, and the log verifies")
    func duringImport() async throws {
        try await withHome { home in
            var files: [String: String] = [:]
            for number in 0..<300 {
                files["estate/w\(number).json"] = Estates.workflow("w\(number)", name: "flow \(number)")
            }
            try Estates.write(files, to: home)
            try await Program.succeed(["user", "list"], in: home)
            for round in 0..<6 {
                let process = Program.process(["import", "estate", "--json"], in: home, environment: [:])
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                try await Task.sleep(for: .milliseconds(60 + 90 * round))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                try await Program.succeed(["log", "verify"], in: home)
                let list = try await Program.succeed(["identities", "--json", "--limit", "1"], in: home)
                let total = try list.json(ListShape<IdentityLineShape>.self).total
                #expect(total == 0 || total == 300)
            }
            try await Program.succeed(["import", "estate", "--json"], in: home)
            let list = try await Program.succeed(["identities", "--json", "--limit", "1"], in: home)
            #expect(try list.json(ListShape<IdentityLineShape>.self).total == 300)
            try await Program.succeed(["log", "verify"], in: home)
        }
    }

    @Test("A stop that was acknowledged is still a stop after the server was killed", arguments: Store.all)
    func duringStop(store: Store) async throws {
        try await withHome { home in
            try Estates.write(["estate/w.json": Estates.workflow("w1", name: "the flow")], to: home)
            try await store.withOptions(home: home) { options, environment in
                var server = try await RunningServer.start(in: home, options: options, environment: environment)
                try await Program.succeed(["import", "estate", "--environment", "production"], in: home)
                for email in ["ana@example.com", "ben@example.com"] {
                    try await Program.succeed(["user", "add", email, "--name", email, "--role", "owner"], in: home)
                }
                try await Program.succeed(
                    [
                        "identity", "register", "the flow", "--owner", "ana@example.com", "--technical-owner",
                        "ana@example.com", "--backup", "ben@example.com", "--purpose", "to be stopped", "--function",
                        "sales", "--expires",
                        "90d",
                    ],
                    in: home,
                )
                for round in 0..<4 {
                    let stop = Program.process(
                        ["stop", "the flow", "--reason", "round \(round)", "--json"],
                        in: home,
                        environment: [:],
                    )
                    let answer = Pipe()
                    stop.standardOutput = answer
                    stop.standardError = FileHandle.nullDevice
                    try stop.run()
                    try await Task.sleep(for: .milliseconds(20 + 40 * round))
                    server.kill()
                    stop.waitUntilExit()
                    let acknowledged = stop.terminationStatus == 0
                    server = try await RunningServer.start(in: home, options: options, environment: environment)
                    let state = try await Program.succeed(["identities", "--json"], in: home)
                        .json(ListShape<IdentityLineShape>.self).items[0].identity.state
                    if acknowledged { #expect(state == "suspended") }
                    #expect(state == "suspended" || state == "active")
                    if state == "suspended" {
                        try await Program.succeed(["resume", "the flow", "--reason", "next round"], in: home)
                    }
                }
                let choice = store == .sqlite ? [] : options
                try await Program.succeed(["log", "verify"] + choice, in: home, environment: environment)
                #expect(await server.terminate() == 0)
            }
        }
    }
}
