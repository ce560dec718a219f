/// Damages byte texts in small ways, the same for the same seed.
struct Mutator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int { limit > 0 ? Int.random(in: 0..<limit, using: &self) : 0 }

    /// What has a meaning in one of the languages, or had one for a reader that was wrong once.
    private static let tokens: [[UInt8]] =
        ([
            "(", ")", "{", "}", "[", "]", "<", ">", ",", ";", ":", "::", ".", "==", "!=", "<=", ">=", "&&", "||", "!",
            "-", "+", "*", "/", "//", "=", "@", "?", "?principal", "?resource", "if ", " then ", " else ", " in ",
            " is ", " has ", " like ", "true", "false", "null", "permit", "forbid", "when", "unless", "principal",
            "action", "resource", "context", "entity", "type", "namespace", "tags", "enum", "appliesTo", "Set<", "Long",
            "__cedar::Long", "__entity", "__extn", "0", "1", "9223372036854775807", "9223372036854775808", "1.5", "1e9",
            "-9223372036854775808", "\"", "\"a\"", "\\", "\\u{41}", "\\u{110000}", "\\ud800", "\\u0000", "\\x41", "\\0",
            "\\*", "ip(\"::1\")", "decimal(\"1.0\")", "datetime(\"2024-01-01\")", "duration(\"1d\")", ".contains(",
            ".isEmpty()", ".getTag(", ".offset(", "((((((((", "[[[[[[[[", "{{{{{{{{", "!!!!!!!!", "--------", "é",
            "e\u{301}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\t", "\n", "\r", "#", "'", "`", "\u{1F511}", "\u{10FFFF}",
        ] as [String]).map { Array($0.utf8) } + [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x00],
        ]

    /// `text` with one to four changes, some taken from `other`.
    mutating func mutated(_ text: [UInt8], _ other: [UInt8]) -> [UInt8] {
        var text = text
        for _ in 0...below(4) { change(&text, other) }
        return text
    }

    private mutating func change(_ text: inout [UInt8], _ other: [UInt8]) {
        let place = below(text.count + 1)
        let end = min(text.count, place + [0, 1, 1, 2, 4, 16, 64][below(7)])
        switch below(12) {
        case 0, 1: text.removeSubrange(place..<end)
        case 2, 3, 4, 5: text.insert(contentsOf: Self.tokens[below(Self.tokens.count)], at: place)
        case 6: text.replaceSubrange(place..<end, with: Self.tokens[below(Self.tokens.count)])
        case 7:
            let start = below(other.count)
            text.insert(contentsOf: other[start..<min(other.count, start + 1 + below(60))], at: place)
        case 8: text.insert(contentsOf: text[place..<end], at: place)
        case 9: if place < text.count { text[place] ^= 1 << UInt8(below(8)) }
        case 10:
            // The same again and again: nesting and long lists.
            let piece = Self.tokens[below(Self.tokens.count)]
            for _ in 0...below(400) { text.insert(contentsOf: piece, at: place) }
        default: text.removeSubrange(place..<text.count)
        }
    }
}
