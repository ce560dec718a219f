import Domain
import Foundation
import Importers
import Synchronization
import TestSupport

/// Imports files written for a test, by their paths.
func imported(
    _ files: [String: String],
    options: ImportOptions = ImportOptions(),
    by importer: any Importer = N8nImporter(),
    also prepare: (String) throws -> Void = { _ in },
) async throws -> [Estate] {
    try await withTemporaryFolder { folder in
        for (path, text) in files { try write(Array(text.utf8), to: path, in: folder) }
        try prepare(folder)
        var options = options
        options.name = options.name ?? "estate"
        return try await ImportRun(importer, options: options).estates(at: folder)
    }
}

/// The only estate of a plain folder.
func onlyEstate(_ files: [String: String], options: ImportOptions = ImportOptions()) async throws -> Estate {
    let estates = try await imported(files, options: options)
    guard let estate = estates.first, estates.count == 1 else { throw NoSingleEstate(count: estates.count) }
    return estate
}

/// A secret that looks like one, made for this run of the tests.
func testSecret() -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ")
    return (0..<12).map { _ in "\(letters.randomElement() ?? "k")\(Int.random(in: 2...9))" }.joined()
}

struct NoSingleEstate: Error {
    var count: Int
}

func write(_ bytes: [UInt8], to path: String, in folder: String) throws {
    let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
}

/// A workflow of the given nodes, as JSON; `extra` is put before them and ends in a comma.
func workflow(_ name: String, nodes: [String], extra: String = "", connections: String = "{}") -> String {
    """
    {"name": "\(name)", \(extra) "nodes": [\(nodes.joined(separator: ", "))], "connections": \(connections)}
    """
}

/// A node as JSON.
func node(_ name: String, _ type: String, parameters: String = "{}", credentials: String = "{}") -> String {
    """
    {"name": "\(name)", "type": "\(type)", "parameters": \(parameters), "credentials": \(credentials), "position": [0, 0]}
    """
}

/// A folder of the shared data; nil, with a printed reason, when it is absent.
let sharedEstates: String? = {
    let shared = ProcessInfo.processInfo.environment["PENSTOCK_SHARED"] ?? "../shared"
    let archive = "\(shared)/data/estates/estates.tar.xz"
    guard FileManager.default.fileExists(atPath: archive) else {
        print("skipped: no estates at \(archive)")
        return nil
    }
    return "\(shared)/data/estates"
}()

/// Unpacks one folder of the shared estates.
func unpack(_ part: String, of shared: String, into folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["tar", "-xJf", shared + "/estates.tar.xz", "-C", folder, part]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotUnpacked(part: part) }
}

struct NotUnpacked: Error {
    var part: String
}

/// Runs `body` on a folder that holds the files.
func withFiles<T>(_ files: [String: String], _ body: (String) async throws -> T) async throws -> T {
    try await withTemporaryFolder { folder in
        for (path, text) in files { try write(Array(text.utf8), to: path, in: folder) }
        return try await body(folder)
    }
}

/// The last progress that was told.
final class LastProgress: Sendable {
    private let last = Mutex<ImportProgress?>(nil)

    var value: ImportProgress? { last.withLock { $0 } }

    func set(_ progress: ImportProgress) {
        last.withLock { known in
            if progress.filesDone >= known?.filesDone ?? 0 { known = progress }
        }
    }
}
