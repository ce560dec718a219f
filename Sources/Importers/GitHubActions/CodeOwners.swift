import Domain

/// Who answers for which paths of a repository: the file `CODEOWNERS`.
///
/// The last pattern that fits decides, and one without owners says that nobody does. Patterns are those of `.gitignore`
/// without negation and character classes.
///
/// Source: GitHub's documentation of code owners.
struct CodeOwners: Sendable {
    private struct Rule: Sendable {
        var pattern: Pattern
        var owners: [String]
    }

    private var rules: [Rule] = []

    init(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }
            // `[Section]` and `^[Section]` are of another platform.
            guard let first = words.first, !first.hasPrefix("["), !first.hasPrefix("^["), !first.hasPrefix("!") else {
                continue
            }
            rules.append(Rule(pattern: Pattern(String(first)), owners: words.dropFirst().map(String.init)))
        }
    }

    /// The first owner of a path, which is relative to the repository.
    func owner(of path: String) -> OwnerHint? {
        guard let text = rules.last(where: { $0.pattern.matches(path) })?.owners.first else { return nil }
        guard text.hasPrefix("@") else { return OwnerHint(kind: .person, text: text) }
        return OwnerHint(kind: text.contains("/") ? .team : .person, text: text)
    }

    /// Where GitHub looks for the file: the first of these counts.
    static func rank(ofPath path: String) -> Int? {
        [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"].firstIndex(of: path)
    }
}

/// A pattern of paths: `*` within a name, `**` over folders, `?` for one character.
private struct Pattern: Sendable {
    private var parts: [Substring]
    private var isAnchored: Bool
    private var isFolder: Bool

    init(_ text: String) {
        parts = text.split(separator: "/")
        isFolder = text.hasSuffix("/")
        isAnchored = text.dropLast(isFolder ? 1 : 0).contains("/")
    }

    /// Steps through the parts with every place in the path that may be reached, so that no pattern takes long.
    func matches(_ path: String) -> Bool {
        let names = path.split(separator: "/")
        guard !parts.isEmpty else { return false }
        var places = isAnchored ? [0] : Array(names.indices)
        for part in parts {
            if part == "**" {
                places = places.first.map { Array($0...names.count) } ?? []
            } else {
                places = places.filter { $0 < names.count && fits(names[$0], part) }.map { $0 + 1 }
            }
        }
        // What lies below a folder that fits belongs to it; but `/docs/*` means the files in it, not what lies deeper.
        let isShallow = parts.last == "*" && isAnchored
        return places.contains { $0 == names.count ? !isFolder : !isShallow }
    }

    /// Whether a name fits a part, by stepping back to the last `*` only: no pattern takes long.
    private func fits(_ name: Substring, _ part: Substring) -> Bool {
        let (name, part) = (Array(name.utf8), Array(part.utf8))
        var (at, place) = (0, 0)
        var star: (at: Int, place: Int)?
        while at < name.count {
            if place < part.count, part[place] == UInt8(ascii: "*") {
                star = (at, place)
                place += 1
            } else if place < part.count, part[place] == name[at] || part[place] == UInt8(ascii: "?") {
                at += 1
                place += 1
            } else if let last = star {
                star = (last.at + 1, last.place)
                (at, place) = (last.at + 1, last.place + 1)
            } else {
                return false
            }
        }
        return part[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
