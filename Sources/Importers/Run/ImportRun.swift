package import Domain

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One reading of a folder or file: finds the sources in it, and of which formats their files are.
package struct ImportRun: Sendable {
    private let importers: [any Importer]
    package var options: ImportOptions

    /// Reads one format: every file that the format accepts by its path is handed to it.
    package init(_ importer: any Importer, options: ImportOptions = ImportOptions()) {
        self.init([importer], options: options)
    }

    /// Finds out by itself: a file goes to the first importer that accepts its path and recognises its content.
    ///
    /// A file that none recognises goes to the format that is commonest around it: see `FormatCensus`.
    package init(_ importers: [any Importer], options: ImportOptions = ImportOptions()) {
        self.importers = importers
        self.options = options
    }

    /// The estates of `reading(of:progress:)`.
    package func estates(
        at root: String,
        progress: (@Sendable (ImportProgress) -> Void)? = nil,
    ) async throws -> [Estate] {
        try await reading(of: root, progress: progress).estates
    }

    /// Reads everything at `root`, a folder or one file.
    ///
    /// Every file is in one of the counts: read (`files`), of another kind (`otherFiles`, with a remark), rejected or, when
    /// no format has such names, `ignored`. Memory follows what is found, and the largest file; large files are read one
    /// at a time.
    ///
    /// - Parameters:
    ///   - root: The path as given; relative paths mean the current folder.
    ///   - progress: Called from any thread, at most some hundred times.
    /// - Returns: One estate for each source and format, and what belongs to none.
    /// - Throws: `ImportFailure` when there is nothing at `root` or it cannot be read.
    package func reading(
        of root: String,
        progress: (@Sendable (ImportProgress) -> Void)? = nil,
    ) async throws -> ImportReading {
        let tree = try FileTree(at: root)
        let reader = FileReading(importers: importers, options: options, followsLink: tree.isFile)
        let findings = await reader.findings(in: tree.files, progress: progress)
        return Assembly(tree: tree, importers: importers, options: options, rootName: name(of: root))
            .reading(of: findings)
    }

    private func name(of root: String) -> String {
        if let name = options.name { return name }
        guard let resolved = realpath(root, nil) else { return root }
        defer { free(resolved) }
        return String(cString: resolved).split(separator: "/").last.map(String.init) ?? "/"
    }
}

/// What a folder or file held.
package struct ImportReading: Sendable {
    /// One for each source and format, in the order of their names.
    package var estates: [Estate] = []
    /// What belongs to no estate, because nothing was recognised anywhere.
    package var rest = Rest()

    package struct Rest: Sendable, Hashable {
        /// Files with names that no format has.
        package var ignored = 0
        package var rejected: [Rejection] = []
        /// Files with names of a format and other content, links, and what else was passed by.
        package var remarks: [Rejection] = []
    }
}
