import Domain

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Everything below a folder or in an archive, as a walk found it; links are never followed.
struct FileTree {
    struct Entry: Sendable {
        enum Place: Sendable {
            /// The path to open, as bytes ending in zero: names need not be UTF-8.
            case disk([CChar])
            case archive(PackedFile)
        }

        /// Path from the root, with `/` between names.
        var path: String
        var place: Place
        var size: Int

        /// All of its bytes; `followsLink` says whether it may be a symbolic link.
        func bytes(limit: Int, followsLink: Bool) throws(Unreadable) -> [UInt8] {
            switch place {
            case .disk(let location): try readFile(at: location, limit: limit, followsLink: followsLink)
            case .archive(let file): try file.bytes(limit: limit)
            }
        }
    }

    struct Folder: Sendable {
        var path: String
        /// Names of what lies in it.
        var names: Set<String> = []
    }

    /// Regular files in the order of their paths.
    private(set) var files: [Entry] = []
    private(set) var folders: [String: Folder] = [:]
    private(set) var rejected: [Rejection] = []
    private(set) var remarks: [Rejection] = []
    /// Archives that lie in it, which are not opened.
    private(set) var archives: [Rejection] = []
    /// Whether the root itself is a file.
    private(set) var isFile = false

    private static let deepest = 256

    /// Walks what is at `root`, which may itself be a link.
    init(at root: String) throws(ImportFailure) {
        var status = stat()
        guard stat(root, &status) == 0 else {
            if errno == ENOENT { throw .notFound(root) }
            throw .notReadable(root, reason: describe(errno))
        }
        if status.st_mode & S_IFMT == S_IFREG {
            isFile = true
            let name = root.split(separator: "/").last.map(String.init) ?? root
            files = [Entry(path: name, place: .disk(Array(root.utf8CString)), size: Int(status.st_size))]
            return
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .notReadable(root, reason: "it is neither a folder nor a file")
        }
        var waiting = [(path: "", location: Array(root.utf8CString), depth: 0)]
        while let next = waiting.popLast() {
            let below = list(next.path, at: next.location, depth: next.depth)
            waiting.append(contentsOf: below.map { ($0.path, $0.location, next.depth + 1) })
        }
        if files.isEmpty, folders.isEmpty, let first = rejected.first {
            throw .notReadable(root, reason: first.reason)
        }
        sort()
    }

    /// What lies in an archive.
    init(_ content: ArchiveContent) {
        folders[""] = Folder(path: "")
        for path in content.folders { addFolder(path[...]) }
        for (path, file) in content.files where !Self.isInDatabase(path) {
            files.append(Entry(path: path, place: .archive(file), size: file.size))
            let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
            addFolder(path.dropLast(name.count + 1))
            folders[String(path.dropLast(name.count + 1))]?.names.insert(String(name))
            note(path)
        }
        rejected = content.rejected
        remarks = content.remarks
        sort()
    }

    private mutating func sort() {
        files.sort { $0.path < $1.path }
        rejected.sort { $0.path < $1.path }
        remarks.sort { $0.path < $1.path }
        archives.sort { $0.path < $1.path }
    }

    /// Takes in a folder of an archive and those around it, which need not be named in it.
    private mutating func addFolder(_ path: Substring) {
        guard !path.isEmpty, folders[String(path)] == nil else { return }
        folders[String(path)] = Folder(path: String(path))
        let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
        let around = path.dropLast(name.count + 1)
        addFolder(around)
        folders[String(around)]?.names.insert(String(name))
    }

    /// A repository's own database holds nothing that an export would.
    private static func isInDatabase(_ path: String) -> Bool {
        path.hasPrefix(".git/") || path.firstRange(of: "/.git/") != nil
    }

    /// Remarks an archive.
    private mutating func note(_ path: String) {
        guard ArchiveKind.stem(of: path) != nil else { return }
        let reason = "an archive in a folder or in another archive is not opened; import it by its own path"
        archives.append(Rejection(path: path, reason: reason))
    }

    /// Takes in one folder.
    ///
    /// - Returns: The folders in it that are to be walked.
    private mutating func list(
        _ path: String,
        at location: [CChar],
        depth: Int,
    ) -> [(path: String, location: [CChar])] {
        guard depth <= Self.deepest else {
            rejected.append(Rejection(path: path, reason: "more than \(Self.deepest) folders within each other"))
            return []
        }
        guard let stream = opendir(location) else {
            rejected.append(Rejection(path: path.isEmpty ? "." : path, reason: describe(errno)))
            return []
        }
        defer { closedir(stream) }
        var folder = Folder(path: path)
        var below: [(path: String, location: [CChar])] = []
        while let item = readdir(stream) {
            let bytes = nameBytes(item)
            let name = String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
            guard name != ".", name != ".." else { continue }
            folder.names.insert(name)
            // A repository's own database holds nothing that an export would.
            guard name != ".git" else { continue }
            let path = path.isEmpty ? name : path + "/" + name
            let location = location.dropLast() + [CChar(UInt8(ascii: "/"))] + bytes + [0]
            var status = stat()
            guard lstat(location, &status) == 0 else {
                rejected.append(Rejection(path: path, reason: describe(errno)))
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: below.append((path, location))
            case S_IFREG:
                files.append(Entry(path: path, place: .disk(location), size: Int(status.st_size)))
                note(path)
            case S_IFLNK:
                let reason = "a symbolic link is not followed; import what it points to by its own path"
                remarks.append(Rejection(path: path, reason: reason))
            default:
                remarks.append(Rejection(path: path, reason: "neither a file nor a folder"))
            }
        }
        folders[path] = folder
        return below
    }

    private func nameBytes(_ item: UnsafeMutablePointer<dirent>) -> [CChar] {
        withUnsafePointer(to: &item.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                Array(UnsafeBufferPointer(start: $0, count: strlen($0)))
            }
        }
    }
}

/// A failure of the system in words, with what to do where that is known.
func describe(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "no permission to read it; run as a user who may, or change its mode"
    case ENOENT: "it was gone when it was to be read"
    case ELOOP: "it is a symbolic link, which is not followed"
    case EMFILE, ENFILE: "too many files are open; raise the limit with `ulimit -n`"
    case ENAMETOOLONG: "its path is too long"
    default: String(cString: strerror(code))
    }
}
