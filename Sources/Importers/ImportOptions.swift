package import Domain

/// What an import is told beforehand.
package struct ImportOptions: Sendable {
    /// Name of the source when the folder is one; nil takes the folder's own name.
    package var name: String?
    /// The environment everything belongs to, whatever the files say.
    package var environment: String?
    /// Environments by project name, branch name or source, for what no file states.
    package var environments: [String: String] = [:]
    /// Turns a secret into its fingerprint; nil keeps none.
    package var fingerprint: (@Sendable ([UInt8]) -> Fingerprint)?
    /// Files above this many bytes are rejected.
    package var fileSizeLimit = 256 << 20
    /// Files read at the same time; nil means one per processor.
    package var workers: Int?
    /// What is known of the platform's connectors.
    package var catalogue = Catalogue.shipped

    package init() {}

    /// The environment of a source as a whole; `root` is its path from the root of the import.
    ///
    /// - Returns: What was said for the import, else for the source, else what the branch in `name@branch` means.
    package func environment(ofSource root: String) -> String? {
        if let environment { return environment }
        if let environment = environments[root] { return environment }
        guard let name = root.split(separator: "/").last.map(String.init) else { return nil }
        guard let branch = Environments.branch(of: name) else { return nil }
        return environments[branch] ?? Environments.meaning(of: branch)
    }
}

/// How far an import has come.
package struct ImportProgress: Sendable, Hashable {
    package var filesDone: Int
    package var filesTotal: Int
    package var bytesDone: Int
    package var bytesTotal: Int
}

/// Why an import could not begin.
package enum ImportFailure: Error, Hashable, CustomStringConvertible {
    case notFound(String)
    case notReadable(String, reason: String)

    package var description: String {
        switch self {
        case .notFound(let path): "nothing is at `\(path)`; give a folder or a file that exists"
        case .notReadable(let path, let reason): "`\(path)` cannot be read: \(reason)"
        }
    }
}
