import Foundation

/// The reference engine, PyPI cedarpy, and the program that is compared with it.
enum ReferenceEngine {
    /// The package's folder, where `Benchmarks/` is.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardizedFileURL

    /// Runs a script of `Benchmarks/`: its status and all that it printed.
    static func run(_ script: String, _ arguments: [String] = []) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = root.appending(path: "Benchmarks/\(script)")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["PENSTOCK_PROGRAM": program]) { $1 }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    /// The program of the same build as the tests, unless the environment names another.
    private static let program =
        ProcessInfo.processInfo.environment["PENSTOCK_PROGRAM"] ?? root.appending(path: ".build/debug/penstock").path

    /// Whether the comparison can run; the reason is printed when it cannot.
    static let isAvailable: Bool = {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            print("skipped: \(program) is not there; `swift build` makes it")
            return false
        }
        do {
            let (status, output) = try run("reference")
            if status != 0 { print("skipped: the reference engine cannot be installed: \(output)") }
            return status == 0
        } catch {
            print("skipped: the reference engine cannot be installed: \(error)")
            return false
        }
    }()
}
