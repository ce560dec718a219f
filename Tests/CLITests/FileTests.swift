import Foundation
import TestSupport
import Testing

@testable import CLI

struct FileTests {
    @Test("A secret from a file loses one line break at its end and nothing else")
    func secret() async throws {
        try await withTemporaryFolder { folder in
            for (content, value) in [("s p\n", "s p"), ("s\r\n", "s"), ("s\n\n", "s\n"), (" s ", " s ")] {
                let path = folder + "/secret"
                try Data(content.utf8).write(to: URL(fileURLWithPath: path))
                #expect(try InputFile.secret(at: path, prompt: "") == value)
            }
        }
    }

    @Test("An empty, an unreadable, a binary and a large file are refused")
    func refused() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/file"
            for bytes in [Data(), Data("\n".utf8), Data([0xFF, 0xFE]), Data(repeating: 0x41, count: 70_000)] {
                try bytes.write(to: URL(fileURLWithPath: path))
                #expect(throws: CommandFailure.self) { try InputFile.secret(at: path, prompt: "") }
            }
            #expect(throws: CommandFailure.self) { try InputFile.secret(at: folder + "/none", prompt: "") }
            #expect(throws: CommandFailure.self) { try InputFile.secret(at: folder, prompt: "") }
        }
    }

    @Test("A sealed credential goes to the server and to no output")
    func credential() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/token"
            let value = "value-\(UUID().uuidString)"
            try Data((value + "\n").utf8).write(to: URL(fileURLWithPath: path))
            let answers = ["PUT /api/v1/systems/ledger/credential": try Program.Answer.json(["sealed": "ledger"])]
            let run = await Program(answers: answers).run("system", "credential", "ledger", "--file", path)
            #expect(run.calls.first == #"PUT /api/v1/systems/ledger/credential {"value":"\#(value)"}"#)
            #expect(run.output == "sealed the credential of ledger\n")
            #expect(!run.errors.contains(value))
        }
    }

    @Test("A public key must be a JWK; what is none is not sent")
    func publicKey() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/key"
            try Data("-----BEGIN PUBLIC KEY-----\n".utf8).write(to: URL(fileURLWithPath: path))
            let run = await Program().run("client", "add", "x", "--public-key", path)
            #expect(run.status == 1)
            #expect(run.errors.contains("holds no JWK"))
            #expect(run.calls.isEmpty)
            let answers = ["POST /api/v1/identities/x/clients": try Program.Answer.json(Sample.client)]
            try Data(#"{"kty":"EC"}"#.utf8).write(to: URL(fileURLWithPath: path))
            let sent = await Program(answers: answers).run("client", "add", "x", "--public-key", path)
            #expect(sent.calls.first == #"POST /api/v1/identities/x/clients {"publicKey":"{\"kty\":\"EC\"}"}"#)
            #expect(!sent.output.contains("secret"))
        }
    }

    @Test("An exported log is there whole, readable by its owner alone, and overwrites nothing unasked")
    func export() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/log.jsonl"
            let bundle = Array("line one\nline two\n".utf8)
            let program = Program(answers: ["GET /api/v1/log/bundle": Program.Answer(bytes: bundle)])
            let run = await program.run("log", "export", path)
            #expect(run.status == 0, "\(run.errors)")
            #expect(FileManager.default.contents(atPath: path) == Data(bundle))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let again = await program.run("log", "export", path)
            #expect(again.status == 1)
            #expect(again.errors.contains("exists"))
            let forced = await program.run("log", "export", path, "--force")
            #expect(forced.status == 0)
        }
    }

    @Test("An export that is refused leaves no file behind")
    func refusedExport() async throws {
        try await withTemporaryFolder { folder in
            let run = await Program().run("log", "export", folder + "/log.jsonl")
            #expect(run.status == 1)
            #expect(run.errors == "error: there is no such thing\n")
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left.isEmpty)
            let nowhere = await Program().run("log", "export", folder + "/no/such/log.jsonl")
            #expect(nowhere.status == 1)
            #expect(nowhere.errors.contains("cannot be written"))
        }
    }
}
