extension String {
    /// The text on one line, with nothing in it that a terminal would obey: names come from files that anybody wrote.
    ///
    /// Control characters and those that turn the direction of writing become `�`, line breaks and tabs a space.
    var printable: String {
        guard unicodeScalars.contains(where: \.isUnfit) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": result.append(" ")
            case let scalar where scalar.isUnfit: result.append("\u{FFFD}")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Like `printable`, with line breaks kept.
    var printableLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(separator: "\n")
    }

    /// Columns the text takes on a terminal.
    var columns: Int { reduce(0) { $0 + $1.columns } }

    /// The text in at most `width` columns, `…` at its end when something is cut off.
    func cut(to width: Int) -> String {
        guard columns > width else { return self }
        var taken = ""
        var room = width - 1
        for character in self {
            room -= character.columns
            guard room >= 0 else { break }
            taken.append(character)
        }
        return taken + "…"
    }
}

/// A number with its noun: `1 step`, `2 steps`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension Character {
    /// Columns it takes on a terminal: two for East Asian wide letters and emoji.
    fileprivate var columns: Int {
        guard let scalar = unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isUnfit: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default:
            (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) || value == 0x200E || value == 0x200F
        }
    }
}
