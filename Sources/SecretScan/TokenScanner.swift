/// Finds tokens of well-known kinds in a text.
///
/// The text is walked once. A byte that begins no rule's prefix costs one look in a table of 256 entries.
public struct TokenScanner: Sendable {
    private let rules: [Compiled]
    /// For each first byte, where its rules begin and end in `rules`.
    private let ranges: [Range<Int>]

    /// Prepares the rules.
    public init(rules: [TokenRule] = TokenRule.known) {
        let usable = rules.filter { $0.prefix.utf8.count >= 2 }.map(Compiled.init)
        // Longest prefix first, so that `sk-ant-…` is not taken for `sk-…`.
        let sorted = usable.sorted { ($0.first, -$0.prefix.count) < ($1.first, -$1.prefix.count) }
        var ranges = [Range<Int>](repeating: 0..<0, count: 256)
        for (index, rule) in sorted.enumerated() {
            let known = ranges[Int(rule.first)]
            ranges[Int(rule.first)] = known.isEmpty ? index..<(index + 1) : known.lowerBound..<(index + 1)
        }
        self.rules = sorted
        self.ranges = ranges
    }

    /// Every token in `text`, in order, none inside another.
    public func matches(in text: String) -> [SecretMatch] {
        var text = text
        return text.withUTF8 { matches(in: $0) }
    }

    /// Every token in `bytes`, in order, none inside another.
    public func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [SecretMatch] {
        var found: [SecretMatch] = []
        var index = 0
        while index < bytes.count {
            let range = ranges[Int(bytes[index])]
            if !range.isEmpty, isBoundary(index, in: bytes), let match = match(at: index, of: range, in: bytes) {
                found.append(match)
                index = match.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func match(at start: Int, of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> SecretMatch? {
        for index in range {
            if let match = rules[index].match(at: start, in: bytes) { return match }
        }
        return nil
    }

    /// Whether a word may begin at `index`: what stands before is no letter, digit or `_`.
    private func isBoundary(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index > 0 else { return true }
        let before = bytes[index - 1]
        // `\n` and its like in text that is still escaped end a word too.
        if index > 1, bytes[index - 2] == UInt8(ascii: "\\") { return true }
        return !Alphabet.word.contains(before)
    }
}

/// A rule with its texts as bytes; a class, so that looking at one copies nothing.
private final class Compiled: Sendable {
    let id: String
    let prefix: [UInt8]
    let contained: [UInt8]
    let alphabet: Alphabet
    let length: ClosedRange<Int>
    let checksum: TokenRule.Checksum?

    init(_ rule: TokenRule) {
        id = rule.id
        prefix = Array(rule.prefix.utf8)
        contained = Array(rule.contained.utf8)
        alphabet = rule.alphabet
        length = rule.length
        checksum = rule.checksum
    }

    var first: UInt8 { prefix[0] }

    func match(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SecretMatch? {
        guard start + prefix.count + length.lowerBound <= bytes.count else { return nil }
        for offset in 1..<prefix.count where bytes[start + offset] != prefix[offset] { return nil }
        let body = start + prefix.count
        var end = body
        while end < bytes.count, end - body <= length.upperBound, alphabet.contains(bytes[end]) { end += 1 }
        // A point or hyphen at the end closes a sentence or an escape, not the token.
        while end > body, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        guard length.contains(end - body) else { return nil }
        if end < bytes.count, Alphabet.word.contains(bytes[end]), !alphabet.contains(bytes[end]) { return nil }
        guard contained.isEmpty || contains(in: bytes, from: body, to: end) else { return nil }
        let token = UnsafeBufferPointer(rebasing: bytes[body..<end])
        guard Randomness(of: token).distinct >= min(8, length.lowerBound), !isExample(token) else { return nil }
        return SecretMatch(
            rule: id,
            range: start..<end,
            checksum: checksum.map { _ in hasTrailingCRC32(token) },
        )
    }

    private func contains(in bytes: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Bool {
        guard end - from >= contained.count else { return false }
        return (from...(end - contained.count)).contains { start in
            contained.indices.allSatisfy { bytes[start + $0] == contained[$0] }
        }
    }

    /// Whether the token says of itself that it is none.
    private func isExample(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = String(decoding: token, as: UTF8.self).lowercased()
        return ["example", "xxxxxx", "placeholder", "your-", "your_", "0123456789abcdef", "abcdefghijklmn"]
            .contains { text.contains($0) }
    }
}
