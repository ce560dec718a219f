import Domain

/// Joins what was read of single files to estates: one for each source and format.
struct Assembly {
    let tree: FileTree
    let importers: [any Importer]
    /// Whether all files are of the one format, because somebody said so.
    let isNamed: Bool
    let options: ImportOptions
    /// Name of the source that the root of the import itself is.
    let rootName: String

    /// Sorts findings, one for each file of the tree in its order, into their sources and formats.
    ///
    /// - Returns: The estates, and what belongs to none.
    func reading(of findings: [FileFinding]) -> ImportReading {
        var layout = SourceLayout(tree.folders)
        var sources: [String: Gathered] = [:]
        let folders = tree.files.map { layout.source(ofFolder: parentFolder(of: $0.path)) }
        let names = names(of: findings, in: folders)
        for (index, finding) in findings.enumerated() {
            sources[names[index] ?? folders[index], default: Gathered()].take(finding, of: tree.files[index])
        }
        for rejection in tree.rejected {
            sources[layout.source(ofFolder: parentFolder(of: rejection.path)), default: Gathered()].rest
                .rejected
                .append(rejection)
        }
        for remark in tree.remarks {
            let source = layout.source(ofFolder: parentFolder(of: remark.path))
            sources[source, default: Gathered()].rest.remarks.append(remark)
            sources[source, default: Gathered()].links += 1
        }
        for remark in tree.archives {
            let source = layout.source(ofFolder: parentFolder(of: remark.path))
            sources[source, default: Gathered()].rest.remarks.append(remark)
        }
        // Nothing in a folder is something to tell of a source of that name.
        if isNamed, sources.isEmpty { sources[""] = Gathered() }
        if isNamed, names.allSatisfy({ $0 == nil }) {
            for key in sources.keys where sources[key]?.formats.isEmpty ?? false {
                sources[key]?.formats[0] = Gathered.Format()
            }
        }
        return joined(sources)
    }

    /// The sources that files name themselves, and those of nameless files beside them where there is only one.
    private func names(of findings: [FileFinding], in folders: [String]) -> [String?] {
        struct Place: Hashable {
            var folder: String
            var format: Int
        }
        var known: [Place: Set<String>] = [:]
        var names = [String?](repeating: nil, count: findings.count)
        for (index, finding) in findings.enumerated() {
            guard case .part(let part, let format, _) = finding else { continue }
            guard let name = importers[format].sourceName(ofErased: part) else { continue }
            names[index] = name
            known[Place(folder: folders[index], format: format), default: []].insert(name)
        }
        guard !known.isEmpty else { return names }
        for (index, finding) in findings.enumerated() where names[index] == nil {
            guard let format = finding.format else { continue }
            let beside = known[Place(folder: folders[index], format: format)] ?? []
            if beside.count == 1 { names[index] = beside.first }
        }
        return names
    }

    private func joined(_ sources: [String: Gathered]) -> ImportReading {
        var reading = ImportReading()
        var homeless = Gathered()
        for (key, gathered) in sources.sorted(by: { $0.key < $1.key }) {
            let root = key.isEmpty ? rootName : key
            var estates: [Estate] = []
            for (format, files) in gathered.formats.sorted(by: { $0.key < $1.key }) {
                let estate = estate(at: root, format: importers[format], of: files)
                if files.isCertain || isNamed || !estate.isBare {
                    estates.append(estate)
                } else {
                    // Nothing but the surroundings spoke for the format, and the files do not.
                    homeless.takeRemarks(of: estate)
                }
            }
            let largest = estates.indices.max { estates[$0].files < estates[$1].files }
            if let largest {
                estates[largest].take(gathered)
            } else {
                homeless.add(gathered)
            }
            reading.estates += estates
        }
        if let largest = reading.estates.indices.max(by: { reading.estates[$0].files < reading.estates[$1].files }) {
            reading.estates[largest].take(homeless)
        } else {
            reading.rest = homeless.rest
        }
        for index in reading.estates.indices {
            reading.estates[index].rejected.sort { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) }
            reading.estates[index].counts["rejected"] = reading.estates[index].rejected.count
        }
        return reading
    }

    private func estate(at root: String, format: any Importer, of files: Gathered.Format) -> Estate {
        var description = SourceDescription(root: root, format: format.format)
        description.environment = options.environment(ofSource: root)
        var estate = format.estate(ofErased: description, parts: files.parts, options: options)
        estate.rejected.append(contentsOf: files.rejected)
        estate.counts["files"] = files.parts.count + files.rejected.count
        estate.counts["ignored"] = 0
        estate.counts["links"] = 0
        return estate
    }
}

/// What belongs to one source.
private struct Gathered {
    struct Format {
        var parts: [ReadPart] = []
        /// Files that are of the format and broken.
        var rejected: [Rejection] = []
        /// Whether a file was recognised, and not all are here for what surrounds them.
        var isCertain = false
    }

    /// By the index of the importer.
    var formats: [Int: Format] = [:]
    /// What belongs to no format.
    var rest = ImportReading.Rest()
    /// Files with names of a format and other content.
    var others = 0
    var links = 0

    mutating func take(_ finding: FileFinding, of file: FileTree.Entry) {
        switch finding {
        case .ignored:
            rest.ignored += 1
        case .part(let part, let format, let isGuess):
            formats[format, default: Format()].parts.append(ReadPart(path: file.path, part: part))
            if !isGuess { formats[format]?.isCertain = true }
        case .broken(let error, let format, let isGuess):
            formats[format, default: Format()].rejected.append(Rejection(error, path: file.path))
            if !isGuess { formats[format]?.isCertain = true }
        case .unclaimed(let error?):
            rest.rejected.append(Rejection(error, path: file.path))
        case .unclaimed(nil):
            others += 1
            rest.remarks.append(Rejection(path: file.path, reason: "of no format that is known here"))
        }
    }

    mutating func add(_ other: Gathered) {
        rest.ignored += other.rest.ignored
        rest.rejected += other.rest.rejected
        rest.remarks += other.rest.remarks
        others += other.others
        links += other.links
    }

    /// Keeps what is to be said of an estate that is none.
    mutating func takeRemarks(of estate: Estate) {
        rest.remarks += estate.remarks
        others += estate.files
    }
}

extension Estate {
    fileprivate var files: Int { counts["files"] ?? 0 }

    /// Whether it holds nothing, and nothing of it was broken.
    fileprivate var isBare: Bool {
        workflows.isEmpty && principals.isEmpty && credentials.isEmpty && trusts.isEmpty && rejected.isEmpty
    }

    fileprivate mutating func take(_ gathered: Gathered) {
        rejected += gathered.rest.rejected
        remarks += gathered.rest.remarks
        counts["ignored", default: 0] += gathered.rest.ignored
        counts["links", default: 0] += gathered.links
        if gathered.others > 0 { counts["otherFiles", default: 0] += gathered.others }
    }
}

extension Rejection {
    fileprivate init(_ error: Unreadable, path: String) {
        self.init(path: path, line: error.line, column: error.column, reason: error.reason)
    }
}
