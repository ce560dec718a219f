import Foundation

/// The shared data of the project, where it is present.
enum SharedData {
    /// The folder with the data on Cedar, or nil when it is absent.
    static let cedar: URL? = {
        let root = ProcessInfo.processInfo.environment["PENSTOCK_SHARED"] ?? "../shared"
        let folder = URL(filePath: root).appending(path: "data/cedar")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// Prints why a test has nothing to do.
    static func skip(_ what: String) {
        print("skipped: \(what) is absent; set PENSTOCK_SHARED to the folder that holds data/cedar")
    }

    /// Unpacks an archive into a new temporary folder, which the caller removes.
    static func unpack(_ archive: URL) throws -> URL {
        let name = "penstock-\(archive.lastPathComponent)-\(UUID().uuidString)"
        let folder = FileManager.default.temporaryDirectory.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "xzf", archive.path, "-C", folder.path]
        try tar.run()
        tar.waitUntilExit()
        guard tar.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
        return folder
    }
}
