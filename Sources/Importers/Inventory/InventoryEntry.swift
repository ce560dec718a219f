import Domain
import SecretScan

/// One line of an inventory, read and checked.
struct InventoryEntry: Sendable {
    let kind: InventoryKind
    let name: String
    let key: String
    let line: Int
    private(set) var texts: [InventoryColumn: String] = [:]
    private(set) var times: [InventoryColumn: Instant] = [:]
    private(set) var active: Bool?

    /// What stands in a column, and where.
    struct Cell {
        var text: String
        var line: Int
        var column: Int?
    }

    private static let scanner = TokenScanner()
    private static let longest = 4096

    /// - Throws: At the first cell that is wrong; its value is not repeated when it may be a secret.
    init(_ cells: [InventoryColumn: Cell], line: Int) throws(Unreadable) {
        self.line = line
        for (column, cell) in cells.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try Self.check(cell, of: column)
            let text = Self.trimmed(cell.text)
            if !text.isEmpty { texts[column] = text }
        }
        guard let word = texts[.kind] else { throw Unreadable(line: line, reason: "the kind is missing") }
        guard let kind = InventoryKind(word: word) else {
            let known = InventoryKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Self.failure(cells[.kind], line, "the kind `\(word)` is none of \(known)")
        }
        guard let name = texts[.name] else { throw Unreadable(line: line, reason: "the name is missing") }
        self.kind = kind
        self.name = name
        key = texts[.key] ?? "\(kind.rawValue):\(name)"
        for column in [InventoryColumn.created, .lastRotated, .lastUsed, .expires] {
            guard let text = texts[column] else { continue }
            guard let time = Instant(text) else {
                let reason = "\(column.rawValue) is no day or time as in 2026-01-31 or 2026-01-31T09:30:00Z"
                throw Self.failure(cells[column], line, reason)
            }
            times[column] = time
        }
        if let word = texts[.active] {
            guard let active = Self.truth(word) else {
                throw Self.failure(cells[.active], line, "active is neither yes nor no")
            }
            self.active = active
        }
    }

    /// The parts of a list.
    func list(_ column: InventoryColumn) -> [String] {
        (texts[column] ?? "").split(separator: ";").map { Self.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    // MARK: - Checks

    private static func check(_ cell: Cell, of column: InventoryColumn) throws(Unreadable) {
        guard cell.text.utf8.count <= longest else {
            throw failure(cell, cell.line, "\(column.rawValue) is longer than \(longest) bytes")
        }
        let isSecret =
            !scanner.matches(in: cell.text).isEmpty
            || column == .credentialName && SecretJudgement.looksLikeSecret(value: cell.text, name: "password")
                && !cell.text.contains { $0.isWhitespace } && isRandom(cell.text)
        guard !isSecret else {
            let reason = "a secret stands in \(column.rawValue); put a name there, and change the secret"
            throw failure(cell, cell.line, reason)
        }
    }

    /// Whether a text is long and of mixed letters and digits, as no name is.
    private static func isRandom(_ text: String) -> Bool {
        text.utf8.count >= 20 && text.contains(where: \.isNumber) && text.contains(where: \.isUppercase)
            && text.contains(where: \.isLowercase) && !text.contains { "-_./ :".contains($0) }
    }

    private static func failure(_ cell: Cell?, _ line: Int, _ reason: String) -> Unreadable {
        Unreadable(line: cell?.line ?? line, column: cell?.column, reason: reason)
    }

    private static func truth(_ word: String) -> Bool? {
        switch word.lowercased() {
        case "yes", "true", "1", "active", "enabled", "y": true
        case "no", "false", "0", "inactive", "disabled", "n": false
        default: nil
        }
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace ?? false { text = text.dropFirst() }
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }
}
