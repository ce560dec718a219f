import Domain
import Foundation
import WorkspaceFiles

/// A workspace folder on disk.
enum WorkspaceFolder {
    /// Reads what the folder declares.
    ///
    /// - Throws: Everything that is wrong in its files, each with its place.
    static func read(_ path: String) throws -> Workspace {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure("`\(path)` is no folder\nremedy: name the workspace folder, or `penstock export` one")
        }
        let root = path.hasSuffix("/") ? path : path + "/"
        var files: [WorkspaceFile] = []
        for folder in ["identities", "systems", "policies"] {
            guard let below = FileManager.default.enumerator(atPath: root + folder) else { continue }
            while let name = below.nextObject() as? String {
                guard [".yaml", ".yml", ".cedar"].contains(where: name.hasSuffix) else { continue }
                files.append(
                    WorkspaceFile(
                        path: "\(folder)/\(name)",
                        bytes: Array(try InputFile.text(at: root + "\(folder)/\(name)", limit: 32 << 20).utf8)
                    )
                )
            }
        }
        guard !files.isEmpty else {
            throw CommandFailure(
                "`\(path)` has no identities/*.yaml, systems/*.yaml or policies/*.cedar\n"
                    + "remedy: `penstock export \(path)` writes the present state there"
            )
        }
        do throws(WorkspaceProblems) {
            return try WorkspaceReader.read(files)
        } catch {
            throw CommandFailure(
                error.problems.prefix(50).map(\.description).joined(separator: "\n")
                    + "\nremedy: mend these places; nothing was sent"
            )
        }
    }

    /// Writes a workspace into a folder, which is made where it is missing.
    ///
    /// - Returns: How many files were written.
    static func write(_ workspace: Workspace, to path: String) throws -> Int {
        let root = URL(filePath: path, directoryHint: .isDirectory)
        let files = WorkspaceWriter.files(of: workspace)
        for file in files {
            let place = root.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.bytes).write(to: place, options: .atomic)
        }
        return files.count
    }
}
