import Cedar

/// A message about a place in a file: `file:line:column: message`, the line, and a caret below the place.
struct SourceMessage {
    /// How bad it is; shown before the message.
    enum Level: String {
        case error
        case warning
    }

    let file: PolicyFile
    let level: Level
    let message: String
    let range: SourceRange

    init(_ file: PolicyFile, _ level: Level = .error, _ message: String, _ range: SourceRange) {
        self.file = file
        self.level = level
        self.message = message
        self.range = range
    }

    /// The message of a reader.
    init(_ file: PolicyFile, _ diagnostic: SourceDiagnostic) {
        let place = "\(diagnostic.position): "
        let text = diagnostic.description
        // Readers that know no range say so with the first place of the file.
        self.init(file, .error, text.hasPrefix(place) ? String(text.dropFirst(place.count)) : text, diagnostic.range)
    }

    /// Columns of the line that are shown at most.
    private static let width = 100

    var text: String {
        let label = level.rawValue.shown(in: level == .error ? .red : .yellow)
        guard range != .none else { return "\(file.name): \(label): \(message.printable)" }
        let position = file.source.position(of: range.lower)
        return "\(file.name):\(position): \(label): \(message.printable)\n" + excerpt(line: position.line)
    }

    func json(_ kind: String) -> JSONNode {
        var members = [
            JSONNode.Member("kind", .text(kind)), .init("level", .text(level.rawValue)),
            .init("file", .text(file.name)),
        ]
        if range != .none {
            let position = file.source.position(of: range.lower)
            members.append(.init("line", JSONNode(.integer(Int64(position.line)))))
            members.append(.init("column", JSONNode(.integer(Int64(position.column)))))
        }
        members.append(.init("message", .text(message)))
        return JSONNode(.object(members))
    }

    private func excerpt(line number: Int) -> String {
        let bytes = file.source.bytes
        let place = min(max(0, range.lower), bytes.count)
        var start = place
        while start > 0, bytes[start - 1] != 0x0A, place - start < Self.width / 2 * 4 { start -= 1 }
        while start < place, bytes[start] & 0xC0 == 0x80 { start += 1 }
        var end = place
        while end < bytes.count, bytes[end] != 0x0A, end - place < Self.width * 4 { end += 1 }
        let before = Array(Self.shown(bytes[start..<place]).suffix(Self.width / 2))
        let after = Array(Self.shown(bytes[place..<end]).prefix(Self.width - before.count))
        let marked = Self.shown(bytes[place..<min(end, max(place, range.upper))]).count
        let gutter = "\(number)"
        let carets = String(repeating: "^", count: max(1, min(marked, after.count)))
        let blanks = String(repeating: " ", count: String(before).columns)
        return "  \(gutter) | \(String(before))\(String(after))\n"
            + "  \(String(repeating: " ", count: gutter.utf8.count)) | \(blanks)"
            + carets.shown(in: level == .error ? .red : .yellow)
    }

    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).printable
    }
}

/// Complaints about files, printed on standard error; the command ends with status 1.
struct PolicyComplaint: Error {
    let messages: [SourceMessage]

    init(_ messages: [SourceMessage]) { self.messages = messages }

    init(_ file: PolicyFile, _ diagnostics: [SourceDiagnostic]) {
        messages = diagnostics.map { SourceMessage(file, $0) }
    }

    /// All messages, one after another.
    var text: String { messages.map(\.text).joined(separator: "\n") }
}
