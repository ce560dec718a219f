package import Domain
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One reading of a folder: finds the sources in it and reads each with an importer.
package struct ImportRun<Format: Importer>: Sendable {
    package var importer: Format
    package var options: ImportOptions

    package init(_ importer: Format, options: ImportOptions = ImportOptions()) {
        self.importer = importer
        self.options = options
    }

    /// Reads everything at `root`, a folder or one file.
    ///
    /// Every file is in one of the counts: read (`files`), of another kind (`otherFiles`, with a remark) or rejected.
    /// Memory follows what is found, and the largest file; large files are read one at a time.
    ///
    /// - Parameters:
    ///   - root: The path as given; relative paths mean the current folder.
    ///   - progress: Called from any thread, at most some hundred times.
    /// - Returns: One estate a source, in the order of their names; none for an empty folder.
    /// - Throws: `ImportFailure` when there is nothing at `root` or it cannot be read.
    package func estates(
        at root: String,
        progress: (@Sendable (ImportProgress) -> Void)? = nil,
    ) async throws -> [Estate] {
        let tree = try FileTree(at: root)
        let wanted = tree.files.indices.filter { importer.reads(tree.files[$0].path) }
        let outcomes = await read(wanted.map { tree.files[$0] }, followsLink: tree.isFile, progress: progress)
        return assemble(
            tree,
            outcomes: Dictionary(uniqueKeysWithValues: zip(wanted, outcomes)),
            rootName: name(of: root)
        )
    }

    // MARK: - Reading

    private typealias Outcome = Result<Format.Part, Unreadable>

    /// Files above this are read by one worker only, so that no two of them are in memory together.
    private var large: Int { 16 << 20 }

    private func read(
        _ files: [FileTree.Entry],
        followsLink: Bool,
        progress: (@Sendable (ImportProgress) -> Void)?,
    ) async -> [Outcome] {
        let meter = Meter(files: files.count, bytes: files.reduce(0) { $0 + $1.size }, report: progress)
        let turns = Turns()
        let small = files.indices.filter { files[$0].size <= large }
        let workers = max(1, min(options.workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)), 16, small.count))
        var outcomes = [Outcome?](repeating: nil, count: files.count)
        await withTaskGroup(of: [(Int, Outcome)].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var done: [(Int, Outcome)] = []
                    while true {
                        let turn = turns.next()
                        guard turn < small.count, !Task.isCancelled else { return done }
                        let index = small[turn]
                        done.append((index, read(files[index], followsLink: followsLink)))
                        meter.add(files[index].size)
                    }
                }
            }
            for await done in group {
                for (index, outcome) in done { outcomes[index] = outcome }
            }
        }
        for index in files.indices where files[index].size > large && !Task.isCancelled {
            outcomes[index] = read(files[index], followsLink: followsLink)
            meter.add(files[index].size)
        }
        return outcomes.map { $0 ?? .failure(Unreadable(reason: "the import was ended before it was read")) }
    }

    private func read(_ file: FileTree.Entry, followsLink: Bool) -> Outcome {
        do throws(Unreadable) {
            let bytes = try readFile(at: file.location, limit: options.fileSizeLimit, followsLink: followsLink)
            return .success(try importer.part(of: SourceFile(path: file.path, bytes: bytes), options: options))
        } catch {
            return .failure(error)
        }
    }

    // MARK: - Joining

    private func assemble(_ tree: FileTree, outcomes: [Int: Outcome], rootName: String) -> [Estate] {
        var layout = SourceLayout(tree.folders)
        var gathered: [String: Gathered] = [:]
        func source(of path: String) -> String { layout.source(ofFolder: folder(of: path)) }
        for (index, file) in tree.files.enumerated() {
            let source = source(of: file.path)
            switch outcomes[index] {
            case nil:
                gathered[source, default: Gathered()].ignored += 1
            case .success(let part)?:
                gathered[source, default: Gathered()].parts.append((file.path, part))
            case .failure(let error)?:
                let rejection = Rejection(path: file.path, line: error.line, column: error.column, reason: error.reason)
                gathered[source, default: Gathered()].rejected.append(rejection)
                gathered[source, default: Gathered()].broken += 1
            }
        }
        for rejection in tree.rejected {
            gathered[source(of: rejection.path), default: Gathered()].rejected.append(rejection)
        }
        for remark in tree.remarks { gathered[source(of: remark.path), default: Gathered()].remarks.append(remark) }
        return gathered.sorted { $0.key < $1.key }.map { key, gathered in
            estate(at: key.isEmpty ? rootName : key, of: gathered)
        }
    }

    private func estate(at root: String, of gathered: Gathered) -> Estate {
        var description = SourceDescription(root: root, format: importer.format)
        description.environment = environment(ofSource: root)
        var estate = importer.estate(of: description, parts: gathered.parts, options: options)
        estate.rejected.append(contentsOf: gathered.rejected)
        estate.rejected.sort { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) }
        estate.remarks.append(contentsOf: gathered.remarks)
        estate.counts["files"] = gathered.parts.count + gathered.broken
        estate.counts["rejected"] = estate.rejected.count
        estate.counts["ignored"] = gathered.ignored
        estate.counts["links"] = gathered.remarks.count
        return estate
    }

    private func environment(ofSource root: String) -> String? {
        if let environment = options.environment { return environment }
        if let environment = options.environments[root] { return environment }
        guard let name = root.split(separator: "/").last.map(String.init) else { return nil }
        guard let branch = Environments.branch(of: name) else { return nil }
        return options.environments[branch] ?? Environments.meaning(of: branch)
    }

    private func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private func name(of root: String) -> String {
        if let name = options.name { return name }
        guard let resolved = realpath(root, nil) else { return root }
        defer { free(resolved) }
        return String(cString: resolved).split(separator: "/").last.map(String.init) ?? "/"
    }

    private struct Gathered {
        var parts: [(path: String, part: Format.Part)] = []
        var rejected: [Rejection] = []
        var remarks: [Rejection] = []
        /// Files that were opened and could not be read.
        var broken = 0
        /// Files that are not of the format by their name.
        var ignored = 0
    }
}

/// Hands out numbers from 0 on, each once.
private final class Turns: Sendable {
    private let taken = Atomic<Int>(0)

    func next() -> Int { taken.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// Counts what is done and tells of it now and then.
private final class Meter: Sendable {
    private let total: ImportProgress
    private let done: Mutex<ImportProgress>
    private let step: Int
    private let report: (@Sendable (ImportProgress) -> Void)?

    init(files: Int, bytes: Int, report: (@Sendable (ImportProgress) -> Void)?) {
        let progress = ImportProgress(filesDone: 0, filesTotal: files, bytesDone: 0, bytesTotal: bytes)
        total = progress
        done = Mutex(progress)
        step = max(1, files / 200)
        self.report = report
    }

    func add(_ bytes: Int) {
        guard let report else { return }
        let now = done.withLock { progress -> ImportProgress? in
            progress.filesDone += 1
            progress.bytesDone += bytes
            let isTime = progress.filesDone.isMultiple(of: step) || progress.filesDone == progress.filesTotal
            return isTime ? progress : nil
        }
        if let now { report(now) }
    }
}
