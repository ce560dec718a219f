/// How a text is written as a scalar.
struct ScalarText {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// On one line: plain where every reader takes it for this very text, else in double quotes.
    var inLine: String { canBePlain && !meansSomethingElse ? text : quoted }

    /// Whether the text reads back as it is when it stands without quotes, in a block.
    var canBePlain: Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, bytes.count <= 200 else { return false }
        guard first != UInt8(ascii: " "), last != UInt8(ascii: " "), last != UInt8(ascii: ":") else { return false }
        guard text != "---", text != "...", text != "<<", text != "?", text != "-" else { return false }
        if Self.indicators.contains(first) {
            // `-`, `?` and `:` may begin a word, but no blank may follow them.
            guard first == UInt8(ascii: "-"), bytes.count > 1, bytes[1] != UInt8(ascii: " ") else { return false }
            guard !text.hasPrefix("--- ") else { return false }
        }
        for (index, byte) in bytes.enumerated() {
            // Other than plain ASCII is quoted where it could be a break or invisible; letters are fine.
            guard byte >= 0x20, byte != 0x7F else { return false }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if byte == UInt8(ascii: ":"), next == UInt8(ascii: " ") { return false }
            if byte == UInt8(ascii: " "), next == UInt8(ascii: "#") { return false }
        }
        return text.unicodeScalars.allSatisfy(isPrintable)
    }

    /// Whether a reader of YAML 1.1 or 1.2 could take the plain text for something that is no text.
    var meansSomethingElse: Bool {
        if Self.words.contains(text.lowercased()) { return true }
        guard let first = text.utf8.first else { return true }
        // Numbers, dates, times and addresses all begin like this; quoting one too many does no harm.
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || [0x2B, 0x2D, 0x2E].contains(first)
    }

    /// The lines of a literal block; nil where it would not read back as the same text.
    var literalLines: [Substring]? {
        guard text.utf8.contains(UInt8(ascii: "\n")), !text.hasSuffix("\n\n"), text != "\n" else { return nil }
        guard text.utf8.first != UInt8(ascii: " "), text.utf8.first != UInt8(ascii: "\n") else { return nil }
        guard text.unicodeScalars.allSatisfy({ $0 == "\n" || isPrintable($0) }) else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        // Blank lines at the end or of blanks alone are trimmed by some readers.
        guard lines.allSatisfy({ $0.isEmpty || !$0.allSatisfy { $0 == " " } }) else { return nil }
        return lines
    }

    private var quoted: String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default:
                if isPrintable(scalar) {
                    quoted.unicodeScalars.append(scalar)
                } else {
                    let hex = String(scalar.value, radix: 16)
                    let length = scalar.value > 0xFFFF ? 8 : 4
                    quoted += length == 8 ? "\\U" : "\\u"
                    quoted += String(repeating: "0", count: length - hex.count) + hex
                }
            }
        }
        return quoted + "\""
    }

    /// Whether a character may stand as it is: neither a control, a break other than the line feed, nor invisible.
    private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: true
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: scalar.properties.generalCategory != .format && scalar.properties.generalCategory != .unassigned
        }
    }

    private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`".utf8)

    private static let words: Set<String> = [
        "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", "=",
    ]
}
