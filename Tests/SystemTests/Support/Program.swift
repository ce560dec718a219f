import Foundation
import Testing

/// The program that was built with these tests.
enum Program {
    static let path: String = {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        // `…/penstockPackageTests.xctest` stands beside the program; on some systems it is a folder around the binary.
        var folder = tests.deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appendingPathComponent("penstock").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
            folder = folder.deletingLastPathComponent()
        }
        return ".build/debug/penstock"
    }()

    struct Run: Sendable {
        let status: Int32
        let output: String
        let errors: String

        /// The standard output as JSON.
        func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
            try JSONDecoder().decode(Value.self, from: Data(output.utf8))
        }
    }

    /// Runs a command to its end.
    ///
    /// `home` is the folder it runs in, and its data folder is `penstock-data` in it; `input` is what it reads.
    static func run(
        _ arguments: [String],
        in home: String,
        environment: [String: String] = [:],
        input: String? = nil,
    ) async throws -> Run {
        let process = process(arguments, in: home, environment: environment)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["out", "err"].map { folder.appendingPathComponent($0) }
        for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        if let input {
            let pipe = Pipe()
            process.standardInput = pipe
            try process.run()
            try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try pipe.fileHandleForWriting.close()
        } else {
            process.standardInput = FileHandle.nullDevice
            try process.run()
        }
        let status = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                process.waitUntilExit()
                continuation.resume(returning: process.terminationStatus)
            }
        }
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Run(status: status, output: texts[0], errors: texts[1])
    }

    /// Runs a command that must succeed.
    @discardableResult
    static func succeed(
        _ arguments: [String],
        in home: String,
        environment: [String: String] = [:],
        input: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation,
    ) async throws -> Run {
        let run = try await run(arguments, in: home, environment: environment, input: input)
        #expect(run.status == 0, "penstock \(arguments): \(run.errors)", sourceLocation: sourceLocation)
        return run
    }

    static func process(_ arguments: [String], in home: String, environment: [String: String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: home)
        var inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PENSTOCK_") }
        inherited.merge(environment) { $1 }
        process.environment = inherited
        return process
    }
}
