#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What reading one file came to.
enum FileFinding: Sendable {
    /// No format has files of such a name.
    case ignored
    /// It was read by the importer of that index; `isGuess` when only its surroundings speak for the format.
    case part(any Sendable, format: Int, isGuess: Bool)
    /// It is of the format, and broken.
    case broken(Unreadable, format: Int, isGuess: Bool)
    /// It could not be read at all, or no format recognises it; who has it is decided later.
    case unclaimed(Unreadable?)
}

/// Reads files and hands each to the importer that it is for.
struct FileReading: Sendable {
    let importers: [any Importer]
    /// Whether all files are of the one format, because somebody said so.
    let isNamed: Bool
    let options: ImportOptions
    /// Whether a file may be a symbolic link: only where somebody named it.
    let followsLink: Bool

    /// Files above this many bytes are read by one worker only, so that no two of them are in memory together.
    private static let large = 16 << 20

    /// - Returns: A finding for each file, in the order of the files.
    func findings(
        in files: [FileTree.Entry],
        progress: (@Sendable (ImportProgress) -> Void)?,
    ) async -> [FileFinding] {
        let wanted = files.indices.filter { index in importers.contains { $0.reads(files[index].path) } }
        var findings = [FileFinding](repeating: .ignored, count: files.count)
        let meter = ImportMeter(wanted.map { files[$0].size }, report: progress)
        await read(wanted, of: files, into: &findings, meter: meter) { finding(of: $1) }
        guard !isNamed else { return findings }
        // Only now is it known what surrounds a file that no format recognises.
        var census = FormatCensus()
        for index in wanted {
            if let format = findings[index].format { census.add(format, at: files[index].path) }
        }
        var claims: [Int: Int] = [:]
        for index in wanted where findings[index].isUnclaimed {
            claims[index] = census.commonest(around: files[index].path) { importers[$0].reads(files[index].path) }
        }
        let claimed = claims.keys.sorted()
        await read(claimed, of: files, into: &findings, meter: nil) { [claims] index, file in
            claims[index].map { guess(of: file, for: $0) } ?? .unclaimed(nil)
        }
        return findings
    }

    private func finding(of file: FileTree.Entry) -> FileFinding {
        do throws(Unreadable) {
            let source = try content(of: file)
            let candidates = importers.indices.filter { importers[$0].reads(file.path) }
            let format = isNamed ? 0 : candidates.first { importers[$0].recognises(source) }
            guard let format else { return .unclaimed(nil) }
            return finding(of: source, for: format, isGuess: false)
        } catch {
            return isNamed ? .broken(error, format: 0, isGuess: false) : .unclaimed(error)
        }
    }

    private func guess(of file: FileTree.Entry, for format: Int) -> FileFinding {
        do throws(Unreadable) {
            return finding(of: try content(of: file), for: format, isGuess: true)
        } catch {
            return .broken(error, format: format, isGuess: true)
        }
    }

    private func finding(of source: SourceFile, for format: Int, isGuess: Bool) -> FileFinding {
        do throws(Unreadable) {
            let part = try importers[format].erasedPart(of: source, options: options)
            return .part(part, format: format, isGuess: isGuess)
        } catch {
            return .broken(error, format: format, isGuess: isGuess)
        }
    }

    private func content(of file: FileTree.Entry) throws(Unreadable) -> SourceFile {
        let bytes = try file.bytes(limit: options.fileSizeLimit, followsLink: followsLink)
        return SourceFile(path: file.path, bytes: bytes)
    }

    // MARK: - Workers

    /// Runs `body` for each of the files at `indices`: small ones at the same time, large ones one after another.
    private func read(
        _ indices: [Int],
        of files: [FileTree.Entry],
        into findings: inout [FileFinding],
        meter: ImportMeter?,
        body: @Sendable @escaping (Int, FileTree.Entry) -> FileFinding,
    ) async {
        let turns = ImportTurns()
        let small = indices.filter { files[$0].size <= Self.large }
        let workers = max(1, min(options.workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)), 16, small.count))
        for index in indices {
            findings[index] = .unclaimed(Unreadable(reason: "the import was ended before it was read"))
        }
        await withTaskGroup(of: [(Int, FileFinding)].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var done: [(Int, FileFinding)] = []
                    while true {
                        let turn = turns.next()
                        guard turn < small.count, !Task.isCancelled else { return done }
                        let index = small[turn]
                        done.append((index, body(index, files[index])))
                        meter?.add(files[index].size)
                    }
                }
            }
            for await done in group {
                for (index, finding) in done { findings[index] = finding }
            }
        }
        for index in indices where files[index].size > Self.large && !Task.isCancelled {
            findings[index] = body(index, files[index])
            meter?.add(files[index].size)
        }
    }
}

extension FileFinding {
    /// Index of the importer it belongs to.
    var format: Int? {
        switch self {
        case .part(_, let format, _), .broken(_, let format, _): format
        case .ignored, .unclaimed: nil
        }
    }

    fileprivate var isUnclaimed: Bool {
        if case .unclaimed = self { true } else { false }
    }
}
