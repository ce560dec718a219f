extension Catalogue {
    /// The same with the files of an organisation's folder read over it: those that end in `.yaml` or `.yml`, in the order
    /// of their names; folders in it are not looked into.
    ///
    /// - Throws: `ImportFailure` when there is no such folder, `CatalogueFailure` when a file is wrong.
    package func adding(folder: String) throws -> Catalogue {
        let tree = try FileTree(at: folder)
        var files: [(name: String, bytes: [UInt8])] = []
        for file in tree.files where !file.path.contains("/") {
            guard file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml") else { continue }
            do throws(Unreadable) {
                files.append((file.path, try file.bytes(limit: 16 << 20, followsLink: tree.isFile)))
            } catch {
                throw CatalogueFailure(file.path, nil, error.reason)
            }
        }
        return try adding(files)
    }
}
