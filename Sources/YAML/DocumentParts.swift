/// Where one or more documents stand in a text, and on which line they begin.
struct DocumentPart {
    var range: Range<Int>
    /// Counted from 1.
    var line: Int
}

/// Cuts a text before each line that begins with `---` and after each that begins with `...`, so that each document can be
/// read on its own.
///
/// Such a line always parts documents: no scalar, not even a literal one, may hold it. What stands before the first of
/// them stays with it unless a document is in there: directives belong to the document that follows.
///
/// Source: YAML 1.2.2, sections 9.1.2 and 9.2 (`c-forbidden`).
func documentParts(of bytes: UnsafeBufferPointer<UInt8>) -> [DocumentPart] {
    var parts: [DocumentPart] = []
    var start = 0
    var startLine = 1
    var line = 1
    var index = 0
    var hasContent = false
    while index < bytes.count {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let isMarker = startsWith(UInt8(ascii: "-"), bytes, at: index)
        if isMarker, hasContent {
            parts.append(DocumentPart(range: start..<index, line: startLine))
            start = index
            startLine = line
        }
        if isMarker || !isBetweenDocuments(bytes[index..<end]) { hasContent = true }
        let isEnd = startsWith(UInt8(ascii: "."), bytes, at: index)
        index = end + 1
        line += 1
        if isEnd, hasContent {
            parts.append(DocumentPart(range: start..<min(index, bytes.count), line: startLine))
            start = min(index, bytes.count)
            startLine = line
            hasContent = false
        }
    }
    if hasContent { parts.append(DocumentPart(range: start..<bytes.count, line: startLine)) }
    return parts
}

/// Whether three times `mark` stands at `index`, and nothing behind it on the line but after a blank.
private func startsWith(_ mark: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 3 <= bytes.count, bytes[index..<index + 3].allSatisfy({ $0 == mark }) else { return false }
    return index + 3 == bytes.count || isBlank(bytes[index + 3]) || bytes[index + 3] == UInt8(ascii: "\n")
}

/// Whether a line holds no part of a document: blank, a comment or a directive.
private func isBetweenDocuments(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if line.first == UInt8(ascii: "%") { return true }
    guard let first = line.first(where: { !isBlank($0) }) else { return true }
    return first == UInt8(ascii: "#")
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
}
