import Foundation
import Testing

/// A `penstock serve` of its own, on ports of its own, ended by its process id.
final class RunningServer: @unchecked Sendable {
    // SAFETY: `process` is started once and then only signalled and waited for.
    private let process: Process
    let console: Int
    let gateway: Int
    private let log: String

    static func start(
        in home: String,
        options: [String] = [],
        environment: [String: String] = [:],
    ) async throws -> RunningServer {
        let (console, gateway) = (try freePort(), try freePort())
        let arguments = ["serve", "--listen", "127.0.0.1:\(console)", "--gateway", "127.0.0.1:\(gateway)"] + options
        let process = Program.process(arguments, in: home, environment: environment)
        let log = "\(home)/server-\(console).log"
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let server = RunningServer(process, console, gateway, log)
        for _ in 0..<1200 {
            if !process.isRunning { throw Failed("the server ended: \(server.text)") }
            if server.text.contains("Penstock is ready") { return server }
            try await Task.sleep(for: .milliseconds(50))
        }
        server.kill()
        throw Failed("the server was not ready within a minute: \(server.text)")
    }

    private init(_ process: Process, _ console: Int, _ gateway: Int, _ log: String) {
        self.process = process
        self.console = console
        self.gateway = gateway
        self.log = log
    }

    /// All that it has printed.
    var text: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// The one-time link it printed, if any.
    var link: String? {
        text.split(separator: "\n").compactMap { line in
            line.range(of: "http://127.0.0.1:\(console)/sign-in?link=").map { String(line[$0.lowerBound...]) }
        }.first
    }

    /// Ends it as an operator would.
    ///
    /// - Returns: Its exit status.
    func terminate() async -> Int32 {
        process.terminate()
        return await ended()
    }

    /// Ends it without a word.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func ended() async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [process] in
                process.waitUntilExit()
                continuation.resume(returning: process.terminationStatus)
            }
        }
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    private static func freePort() throws -> Int {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(handle, address, length) == 0 && getsockname(handle, address, &length) == 0
            }
        }
        guard bound else { throw Failed("no port is free") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
