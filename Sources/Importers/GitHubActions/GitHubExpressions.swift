/// What the expressions in a text refer to.
///
/// Expressions stand between `${{` and `}}`; in `if:` the whole text is one. Texts in single quotes inside them say nothing.
struct GitHubReferences: Sendable, Hashable {
    /// Names of secrets other than `GITHUB_TOKEN`, in upper case: GitHub does not tell cases apart.
    var secrets: Set<String> = []
    /// Whether `secrets.GITHUB_TOKEN` stands there.
    var namesTokenSecret = false
    /// Whether the job's token is used under any name.
    var usesToken = false
    /// Whether secrets are taken as a whole or by a computed name: `toJSON(secrets)`, `secrets[matrix.key]`.
    var takesAllSecrets = false

    var isEmpty: Bool { self == GitHubReferences() }

    init() {}

    /// What a text refers to; `isExpression` for the text of an `if:`.
    init(in text: String, isExpression: Bool = false) {
        let bytes = Array(text.utf8)
        guard isExpression || text.contains("${{") else { return }
        if isExpression, !text.contains("${{") {
            read(bytes[...])
            return
        }
        let (brace, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var index = 0
        while index + 2 < bytes.count {
            guard bytes[index] == UInt8(ascii: "$"), bytes[index + 1] == brace, bytes[index + 2] == brace else {
                index += 1
                continue
            }
            let start = index + 3
            var end = start
            while end + 1 < bytes.count, bytes[end] != close || bytes[end + 1] != close { end += 1 }
            // An expression that does not end is none.
            if end + 1 < bytes.count { read(bytes[start..<end]) }
            index = end + 2
        }
    }

    mutating func formUnion(_ other: GitHubReferences) {
        secrets.formUnion(other.secrets)
        namesTokenSecret = namesTokenSecret || other.namesTokenSecret
        usesToken = usesToken || other.usesToken
        takesAllSecrets = takesAllSecrets || other.takesAllSecrets
    }

    private mutating func read(_ expression: ArraySlice<UInt8>) {
        let tokens = ExpressionToken.tokens(of: expression)
        for (index, token) in tokens.enumerated() {
            guard case .word(let word) = token, index == 0 || tokens[index - 1] != .sign(UInt8(ascii: ".")) else {
                continue
            }
            switch word.lowercased() {
            case "secrets":
                if let name = member(after: index, in: tokens) { take(secret: name) } else { takesAllSecrets = true }
            case "github" where member(after: index, in: tokens)?.lowercased() == "token": usesToken = true
            default: break
            }
        }
    }

    private mutating func take(secret name: String) {
        let name = name.uppercased()
        if name == "GITHUB_TOKEN" {
            namesTokenSecret = true
            usesToken = true
        } else {
            secrets.insert(name)
        }
    }

    /// The member in `.name` or `['name']`; nil for anything else.
    private func member(after index: Int, in tokens: [ExpressionToken]) -> String? {
        guard index + 2 < tokens.count else { return nil }
        switch (tokens[index + 1], tokens[index + 2]) {
        case (.sign(UInt8(ascii: ".")), .word(let name)): return name
        case (.sign(UInt8(ascii: "[")), .text(let name)):
            let isClosed = index + 3 < tokens.count && tokens[index + 3] == .sign(UInt8(ascii: "]"))
            return isClosed ? name : nil
        default: return nil
        }
    }
}

/// A part of an expression.
enum ExpressionToken: Hashable {
    case word(String)
    /// Without its quotes.
    case text(String)
    case sign(UInt8)

    static func tokens(of bytes: ArraySlice<UInt8>) -> [ExpressionToken] {
        var tokens: [ExpressionToken] = []
        var rest = bytes
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): rest = rest.dropFirst()
            case UInt8(ascii: "'"):
                // Two quotes within a text are one quote.
                var text: [UInt8] = []
                rest = rest.dropFirst()
                while let next = rest.first {
                    rest = rest.dropFirst()
                    if next == UInt8(ascii: "'") {
                        guard rest.first == UInt8(ascii: "'") else { break }
                        rest = rest.dropFirst()
                    }
                    text.append(next)
                }
                tokens.append(.text(String(decoding: text, as: UTF8.self)))
            default:
                let word = rest.prefix(while: isWordPart)
                if word.isEmpty {
                    tokens.append(.sign(byte))
                    rest = rest.dropFirst()
                } else {
                    tokens.append(.word(String(decoding: word, as: UTF8.self)))
                    rest = rest.dropFirst(word.count)
                }
            }
        }
        return tokens
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
