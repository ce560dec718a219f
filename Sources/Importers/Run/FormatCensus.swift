/// Which formats were recognised where, for files that tell nothing of themselves: broken ones, and companions such as
/// lists of tags.
struct FormatCensus {
    /// Recognised files below each folder, by format.
    private var counts: [Substring: [Int: Int]] = [:]

    /// Notes a file that was recognised.
    mutating func add(_ format: Int, at path: String) {
        for folder in Self.folders(of: path) { counts[folder, default: [:]][format, default: 0] += 1 }
    }

    /// The commonest format of the files in the same folder and below it; where there is none, of the folder around that.
    ///
    /// - Parameters:
    ///   - path: That of the file; it need not have been noted.
    ///   - isWanted: Whether a format may be considered.
    /// - Returns: The first of the formats that are equally common; nil when nothing was recognised up to the root.
    func commonest(around path: String, where isWanted: (Int) -> Bool) -> Int? {
        for folder in Self.folders(of: path) {
            let found = (counts[folder] ?? [:]).filter { isWanted($0.key) }
            if let best = found.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { return best.key }
        }
        return nil
    }

    /// The folders that a path lies in, the innermost first and the root, which is empty, last.
    private static func folders(of path: String) -> [Substring] {
        var folders: [Substring] = []
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            folders.append(rest)
        }
        return folders + [""]
    }
}
