import Domain

/// What stands behind `uses:`: code from a repository, from an image, or from the workflow's own repository.
enum GitHubUses: Sendable, Hashable {
    /// A path in the workflow's own repository, without `./`.
    case local(String)
    case image(ImageName)
    /// `name` is `owner/repository` with a path perhaps; `ref` a tag, branch or commit.
    case repository(name: String, ref: String?)
    /// Neither of these: an expression, a typing error.
    case other(String)

    init(_ text: String) {
        let text = text.withoutOuterBlanks
        if text.hasPrefix("./") || text.hasPrefix("../") {
            self = .local(Self.path(String(text.dropFirst(text.hasPrefix("./") ? 2 : 0))))
        } else if text.hasPrefix("docker://") {
            self = .image(ImageName(String(text.dropFirst(9))))
        } else {
            let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0]
            let ref = parts.count > 1 ? String(parts[1]) : nil
            let owner = name.prefix { $0 != "/" }
            let isName = !owner.isEmpty && owner.count + 1 < name.count && !name.contains { $0.isWhitespace }
            if isName, ref.map({ !$0.isEmpty && !$0.contains { $0.isWhitespace } }) ?? true {
                self = .repository(name: String(name), ref: ref)
            } else {
                self = .other(text)
            }
        }
    }

    /// Whether the ref is a commit: 40 hexadecimal digits in lower case.
    var isPinned: Bool {
        switch self {
        case .local: true
        case .image(let image): image.digest != nil
        case .repository(_, let ref): ref.map(Self.isCommit) ?? false
        case .other: false
        }
    }

    /// Owner of the code; nil for code of the workflow's own repository and for images.
    var owner: String? {
        guard case .repository(let name, _) = self else { return nil }
        return String(name.prefix { $0 != "/" })
    }

    /// Whether GitHub publishes it.
    var isOfPlatform: Bool { ["actions", "github"].contains(owner?.lowercased()) }

    /// The code as a step carries it; nil for what lies in the workflow's own repository.
    var code: CodeReference? {
        switch self {
        case .local: nil
        case .image(let image): image.code
        case .repository(let name, let ref):
            CodeReference(name: name, version: ref, isPinned: isPinned, isThirdParty: !isOfPlatform)
        case .other(let text): CodeReference(name: text, version: nil, isPinned: false, isThirdParty: true)
        }
    }

    private static func isCommit(_ ref: String) -> Bool {
        ref.utf8.count == 40
            && ref.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    /// A path without `.`, `..` and doubled slashes.
    private static func path(_ text: String) -> String {
        var parts: [Substring] = []
        for part in text.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

/// Name of a container image: `registry/repository:tag@digest`.
struct ImageName: Sendable, Hashable {
    var name: String
    var tag: String?
    var digest: String?

    init(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1)
        digest = parts.count > 1 ? String(parts[1]) : nil
        let rest = parts.first.map(String.init) ?? ""
        let last = rest.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        // A colon before the last slash belongs to the registry's port.
        if let colon = last.lastIndex(of: ":") {
            let length = last.distance(from: colon, to: last.endIndex)
            name = String(rest.dropLast(length))
            tag = String(last[last.index(after: colon)...])
        } else {
            name = rest
            tag = nil
        }
    }

    /// The image as code that is run; nil without a name.
    var code: CodeReference? {
        guard !name.isEmpty else { return nil }
        return CodeReference(name: name, version: digest ?? tag, isPinned: digest != nil, isThirdParty: true)
    }
}
