package import Domain

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One reading of a folder or file: finds the sources in it, and of which formats their files are.
package struct ImportRun: Sendable {
    private let importers: [any Importer]
    /// Whether somebody said what the files are.
    private let isNamed: Bool
    package var options: ImportOptions

    /// Reads one format: every file that the format accepts by its path is handed to it.
    package init(_ importer: any Importer, options: ImportOptions = ImportOptions()) {
        importers = [importer]
        isNamed = true
        self.options = options
    }

    /// Finds out by itself: a file goes to the first importer that accepts its path and recognises its content.
    ///
    /// A file that none recognises goes to the format that is commonest around it: see `FormatCensus`.
    package init(_ importers: [any Importer], options: ImportOptions = ImportOptions()) {
        self.importers = importers
        isNamed = false
        self.options = options
    }

    /// The estates of `reading(of:progress:)`.
    package func estates(
        at root: String,
        progress: (@Sendable (ImportProgress) -> Void)? = nil,
    ) async throws -> [Estate] {
        try await reading(of: root, progress: progress).estates
    }

    /// Reads everything at `root`: a folder, one file, or what an archive holds.
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
        var tree = try FileTree(at: root)
        let content = tree.isFile ? try archive(at: root) : nil
        if let content { tree = FileTree(content) }
        let reader = FileReading(importers: importers, isNamed: isNamed, options: options, followsLink: tree.isFile)
        let findings = await reader.findings(in: tree.files, progress: progress)
        let assembly = Assembly(
            tree: tree,
            importers: importers,
            isNamed: isNamed,
            options: options,
            rootName: name(of: root, isArchive: content != nil),
        )
        return assembly.reading(of: findings)
    }

    /// What the archive at `path` holds; nil when the file is none.
    private func archive(at path: String) throws(ImportFailure) -> ArchiveContent? {
        let limits = ArchiveLimits()
        let bytes: [UInt8]
        let kind: ArchiveKind
        do throws(Unreadable) {
            let location = Array(path.utf8CString)
            let start = try readStart(of: location, count: TarHeader.size)
            guard let found = ArchiveKind(start: start[...]) else { return nil }
            kind = found
            bytes = try readFile(at: location, limit: limits.archive, followsLink: true)
        } catch {
            throw .notReadable(path, reason: error.reason)
        }
        do throws(ArchiveFailure) {
            return try Archive.content(
                of: bytes,
                kind: kind,
                limits: limits,
                fileSizeLimit: options.fileSizeLimit,
            ) { [importers] file in importers.contains { $0.reads(file) } }
        } catch {
            throw .notReadable(path, reason: error.reason)
        }
    }

    /// The name of the source that the root is: a folder's or file's own, an archive's without its ending.
    private func name(of root: String, isArchive: Bool) -> String {
        if let name = options.name { return name }
        guard let resolved = realpath(root, nil) else { return root }
        defer { free(resolved) }
        let name = String(cString: resolved).split(separator: "/").last.map(String.init) ?? "/"
        return isArchive ? ArchiveKind.stem(of: name) ?? name : name
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
