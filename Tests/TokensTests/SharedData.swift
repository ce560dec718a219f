import Foundation

/// Published vectors that are not part of the repository.
enum SharedData {
    /// The folder of the vectors; nil, with a printed reason, when it is absent.
    static func standards(_ path: String) -> URL? {
        let root = ProcessInfo.processInfo.environment["PENSTOCK_SHARED"] ?? "../shared"
        let url = URL(filePath: root).appending(path: "data/standards").appending(path: path)
        guard FileManager.default.fileExists(atPath: url.path) else {
            print("skipped: `\(url.path)` is absent; set PENSTOCK_SHARED to the folder that holds `data`")
            return nil
        }
        return url
    }

    static func isPresent(_ path: String) -> Bool { standards(path) != nil }

    /// Unpacks an archive of vectors, hands over the folder, and removes it afterwards.
    static func unpacked(_ path: String, _ body: (URL) throws -> Void) throws {
        guard let archive = standards(path) else { return }
        let folder = FileManager.default.temporaryDirectory.appending(path: "penstock-vectors-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "-xzf", archive.path, "-C", folder.path]
        try tar.run()
        tar.waitUntilExit()
        guard tar.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
        try body(folder)
    }
}
