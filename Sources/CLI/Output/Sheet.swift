/// A page on one thing: sections of labelled lines, tables between them.
struct Sheet {
    private var lines: [String] = []
    private let width: Int?
    private static let labelWidth = 18

    init(width: Int? = Terminal.current.width) {
        self.width = width
    }

    var text: String { lines.joined(separator: "\n") }

    mutating func title(_ text: String) { lines.append(text.printable.shown(in: .bold)) }

    mutating func line(_ text: String, _ tint: Tint? = nil) { lines.append(text.printable.shown(in: tint)) }

    mutating func section(_ name: String) {
        if !lines.isEmpty { lines.append("") }
        lines.append(name.uppercased().shown(in: .bold))
    }

    /// A label and its value; further lines of the value stand below it.
    mutating func entry(_ label: String, _ values: [String], _ tint: Tint? = nil) {
        let room = width.map { max(20, $0 - Self.labelWidth - 2) }
        var shownLabel = label
        for value in values {
            for part in Self.wrap(value.printable, to: room) {
                let gap = String(repeating: " ", count: max(1, Self.labelWidth - shownLabel.columns))
                lines.append("  " + shownLabel.shown(in: .faint) + gap + part.shown(in: tint))
                shownLabel = ""
            }
        }
    }

    mutating func entry(_ label: String, _ value: String, _ tint: Tint? = nil) { entry(label, [value], tint) }

    mutating func table(_ table: Table) { lines.append(table.text(width: width, indent: 2)) }

    /// Words in lines of at most `width` columns; a longer word stands alone.
    private static func wrap(_ text: String, to width: Int?) -> [String] {
        guard let width, text.columns > width else { return [text] }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.columns + 1 + String(word).columns > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return lines + [line]
    }
}
