import Domain

/// What an archive holds, as a walk through its entries found it.
struct ArchiveContent: Sendable {
    /// The files by their paths from the root of the archive.
    private(set) var files: [String: PackedFile] = [:]
    private(set) var folders: Set<String> = []
    private(set) var rejected: [Rejection] = []
    private(set) var remarks: [Rejection] = []
    private var entries = 0

    private let limits: ArchiveLimits

    init(limits: ArchiveLimits) {
        self.limits = limits
    }

    /// Counts an entry, whatever it is.
    mutating func count() throws(ArchiveFailure) {
        entries += 1
        guard entries <= limits.entries else {
            throw ArchiveFailure("it holds more than \(limits.entries) entries; unpack it yourself")
        }
    }

    /// The path of an entry; nil, with the reason kept, for a name that is refused, and for the root.
    mutating func path(of name: ArraySlice<UInt8>, isDOS: Bool = false) -> String? {
        switch EntryName.verdict(on: name, isDOS: isDOS) {
        case .path(let path): return path.isEmpty ? nil : path
        case .refused(let reason):
            reject(String(decoding: name.prefix(200), as: UTF8.self), reason)
            return nil
        }
    }

    mutating func add(_ file: PackedFile, at path: String) {
        // Whoever unpacks it has the last one too.
        if files.updateValue(file, forKey: path) != nil {
            remark(path, "its name stands in the archive more than once; the last one is read")
        }
    }

    mutating func addFolder(_ path: String) { folders.insert(path) }

    mutating func reject(_ path: String, _ reason: String) { rejected.append(Rejection(path: path, reason: reason)) }

    mutating func remark(_ path: String, _ reason: String) { remarks.append(Rejection(path: path, reason: reason)) }

    /// What is said of entries that are no files and no folders.
    static let linkReason = "a link is not followed; put what it points to into the archive"
    static let deviceReason = "neither a file nor a folder"
}

/// One file of an archive.
enum PackedFile: Sendable {
    /// Its bytes.
    case held([UInt8])
    /// Known by its name only: no format has such names.
    case named(size: Int)
    /// Still packed.
    case zipped(ZipEntry, in: ZipArchive)

    var size: Int {
        switch self {
        case .held(let bytes): bytes.count
        case .named(let size): size
        case .zipped(let entry, _): entry.size
        }
    }

    /// Its bytes, unpacked now if they were not.
    func bytes(limit: Int) throws(Unreadable) -> [UInt8] {
        switch self {
        case .held(let bytes): return bytes
        case .named: return []
        case .zipped(let entry, let archive): return try archive.bytes(of: entry, limit: limit)
        }
    }
}
