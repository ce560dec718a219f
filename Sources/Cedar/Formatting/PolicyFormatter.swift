/// Brings policy texts into the canonical layout: the same statements in the same order, comments kept.
///
/// One statement follows another after an empty line. A comment stays before the part of the statement that it stood
/// before or in; one behind a statement's semicolon stays there.
public enum PolicyFormatter {
    /// The text in the canonical layout, ending with a line feed unless it is empty.
    ///
    /// - Throws: Everything that is wrong with the text.
    public static func format(_ text: String) throws(SyntaxErrors) -> String {
        try format(SourceText(text))
    }

    /// The source in the canonical layout, ending with a line feed unless it is empty.
    ///
    /// - Throws: Everything that is wrong with the text.
    public static func format(_ source: SourceText) throws(SyntaxErrors) -> String {
        let policies = try Parser.policies(in: source)
        var comments = Comment.all(in: source)[...]
        var blocks: [String] = []
        for policy in policies {
            var before: [Int: [String]] = [:]
            for (part, end) in policy.partEnds.enumerated() {
                while let comment = comments.first, comment.range.lower < end {
                    before[part, default: []].append(comment.text(in: source))
                    comments.removeFirst()
                }
            }
            var block = PolicyPrinter().lines(policy, comments: before)
            while let comment = comments.first, comment.follows(policy.ranges.statement.upper, in: source) {
                block += " " + comment.text(in: source)
                comments.removeFirst()
            }
            blocks.append(block)
        }
        if !comments.isEmpty { blocks.append(comments.map { $0.text(in: source) }.joined(separator: "\n")) }
        return blocks.joined(separator: "\n\n") + (blocks.isEmpty ? "" : "\n")
    }
}

extension Policy {
    /// Where the parts end: annotations, scope, conditions; the last at the end of the statement.
    fileprivate var partEnds: [Int] {
        var ends = annotations.map(\.range.upper)
        ends.append(ranges.resource.upper)
        ends.append(contentsOf: conditions.map(\.range.upper))
        ends[ends.count - 1] = ranges.statement.upper
        return ends
    }
}

/// A comment, from its slashes to the end of its line.
private struct Comment {
    let range: SourceRange

    /// All comments of a text that has no errors, in order.
    static func all(in source: SourceText) -> [Comment] {
        var lexer = Lexer(source)
        var comments: [Comment] = []
        var end = 0
        while true {
            let token = lexer.next()
            scan(source, end, token.range.lower, &comments)
            end = token.range.upper
            if token.kind == .end { return comments }
        }
    }

    /// Between two tokens there are blanks and comments only.
    private static func scan(_ source: SourceText, _ lower: Int, _ upper: Int, _ comments: inout [Comment]) {
        var index = lower
        while index < upper {
            guard source.bytes[index] == UInt8(ascii: "/") else {
                index += 1
                continue
            }
            let start = index
            while index < upper, source.bytes[index] != 0x0A, source.bytes[index] != 0x0D { index += 1 }
            comments.append(Comment(range: SourceRange(start, index)))
        }
    }

    func text(in source: SourceText) -> String {
        var bytes = source.bytes[range.lower..<range.upper]
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether only blanks of one line stand between `offset` and this.
    func follows(_ offset: Int, in source: SourceText) -> Bool {
        range.lower >= offset
            && !source.bytes[offset..<range.lower].contains { $0 == 0x0A || $0 == 0x0D }
    }
}
