/// Which folder is the source that a file belongs to.
///
/// In this order, the first that applies:
/// 1. the outermost folder named like a checkout: `owner+repository`, `repository@branch` or both together;
/// 2. the innermost folder that holds a `.git`;
/// 3. the outermost folder laid out as n8n's source control writes it: `workflows/` beside `credential_stubs/`,
///    `tags.json`, `folders.json` or `variable_stubs.json`;
/// 4. the root of the import: a plain folder of files, however deep, is one source.
struct SourceLayout {
    private let folders: [String: FileTree.Folder]
    private var known: [String: String] = [:]

    init(_ folders: [String: FileTree.Folder]) {
        self.folders = folders
    }

    /// The source's folder, as a path from the root of the import; empty for the root itself.
    mutating func source(ofFolder folder: String) -> String {
        if let source = known[folder] { return source }
        let names = folder.split(separator: "/")
        let paths = names.indices.map { names[...$0].joined(separator: "/") }
        let source =
            zip(names, paths).first { Self.isCheckoutName($0.0) }?.1
            ?? paths.last { folders[$0]?.names.contains(".git") ?? false }
            ?? paths.first { isSourceControl($0) }
            ?? ""
        known[folder] = source
        return source
    }

    static func isCheckoutName(_ name: Substring) -> Bool {
        guard let mark = name.firstIndex(where: { $0 == "+" || $0 == "@" }) else { return false }
        return mark != name.startIndex && name.index(after: mark) != name.endIndex
    }

    private func isSourceControl(_ path: String) -> Bool {
        guard let names = folders[path]?.names, names.contains("workflows") else { return false }
        return !names.isDisjoint(with: ["credential_stubs", "tags.json", "folders.json", "variable_stubs.json"])
    }
}
