/// The folder that a path lies in; empty for the root.
func parentFolder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
}

/// The folders that a path lies in, the innermost first and the root, which is empty, last.
func parentFolders(of path: String) -> [String] {
    var folders: [String] = []
    var rest = path
    while rest.contains("/") {
        rest = parentFolder(of: rest)
        folders.append(rest)
    }
    return folders.last == "" ? folders : folders + [""]
}

/// Whether a path may be of a JSON file, by its ending.
func isJSONPath(_ path: String) -> Bool {
    path.utf8.count > 5 && path.suffix(5).lowercased() == ".json"
}

/// Paths by the names of their files, to find those that end in another path.
struct PathEndings<Value: Sendable>: Sendable {
    private var byName: [Substring: [(path: String, value: Value)]] = [:]

    mutating func add(_ path: String, _ value: Value) {
        byName[Self.name(path), default: []].append((path, value))
    }

    /// What was added first under a path that is `ending` or ends in it behind a `/`.
    func first(endingIn ending: String) -> Value? {
        byName[Self.name(ending)]?.first { $0.path == ending || $0.path.hasSuffix("/" + ending) }?.value
    }

    /// What was added first under a path in which `path` ends, or is.
    func first(ending path: String) -> Value? {
        byName[Self.name(path)]?.first { path == $0.path || path.hasSuffix("/" + $0.path) }?.value
    }

    private static func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
}
