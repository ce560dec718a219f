import Cedar
import Domain
import Foundation

/// The organisation's policies as they lie in a folder: `*.cedar`, with `*.test.json` beside them.
struct PolicyFolder {
    let files: [PolicyText]
    /// How many tests there are; all of them passed.
    let tests: Int

    /// Reads the folder, or one file, and runs the tests in it.
    ///
    /// - Throws: When a file cannot be read, or a test fails.
    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure("there is no `\(path)`\nremedy: name the folder that holds the policies")
        }
        let root = isFolder.boolValue ? (path.hasSuffix("/") ? path : path + "/") : ""
        let below = isFolder.boolValue ? try FileManager.default.subpathsOfDirectory(atPath: path).sorted() : [path]
        files = try below.filter { $0.hasSuffix(".cedar") }.map { name in
            let text = try PolicyFile(root + name).source.bytes
            return PolicyText(
                name: isFolder.boolValue ? name : URL(filePath: name).lastPathComponent,
                text: String(decoding: text, as: UTF8.self),
            )
        }
        var passed = 0
        for name in below where name.hasSuffix(".test.json") {
            let file = try PolicyTestFile(root + name)
            for test in file.cases {
                let differences = test.differences(from: file.world.explain(test.request, .near).answer)
                guard differences.isEmpty else {
                    throw CommandFailure(
                        "\(name): \(test.name): \(differences.joined(separator: "; "))\n"
                            + "remedy: `penstock policy test \(path)` says why"
                    )
                }
                passed += 1
            }
        }
        tests = passed
    }
}
