/// Reads the plain XML that platforms export: elements, attributes, text, comments and CDATA.
///
/// A document type is refused: nothing that is imported needs one, and entities of one's own are an old way to exhaust a
/// reader. Namespaces are left as prefixes.
struct XMLReader {
    private let bytes: [UInt8]
    private var position = 0
    private var open: [XMLElement] = []
    private var root: XMLElement?
    private var count = 0

    private static let deepest = 128
    private static let most = 1_000_000

    /// The outermost element of a file.
    ///
    /// - Throws: With line and column when the text is not such XML to its end.
    static func root(of file: SourceFile) throws(Unreadable) -> XMLElement {
        var reader = XMLReader(bytes: file.bytes)
        return try reader.read()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private mutating func read() throws(Unreadable) -> XMLElement {
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") {
                try text()
            } else if try !passOver() {
                if at("</") { try close() } else { try start() }
            }
        }
        guard open.isEmpty else { throw failure("the text ends inside `\(open.last?.name ?? "")`") }
        guard let root else { throw failure("there is no element") }
        return root
    }

    /// Passes over what is no element: comments, instructions, and takes CDATA as text.
    private mutating func passOver() throws(Unreadable) -> Bool {
        if at("<!--") {
            try skip(past: "-->")
        } else if at("<?") {
            try skip(past: "?>")
        } else if at("<![CDATA[") {
            let start = position + 9
            try skip(past: "]]>")
            append(String(decoding: bytes[start..<(position - 3)], as: UTF8.self))
        } else if at("<!") {
            throw failure("a document type is not read here")
        } else {
            return false
        }
        return true
    }

    private mutating func text() throws(Unreadable) {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        let text = bytes[start..<position]
        if open.isEmpty {
            guard text.allSatisfy(Self.isSpace) else {
                position = start
                throw failure("text stands outside of every element")
            }
        } else {
            append(Self.resolved(text))
        }
    }

    private mutating func append(_ text: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += text
    }

    private mutating func start() throws(Unreadable) {
        position += 1
        var element = XMLElement(name: try name())
        count += 1
        guard root == nil || !open.isEmpty else { throw failure("something follows the outermost element") }
        guard open.count < Self.deepest else { throw failure("more than \(Self.deepest) levels within each other") }
        guard count <= Self.most else { throw failure("more than \(Self.most) elements") }
        while true {
            skipSpace()
            if at("/>") {
                position += 2
                return finish(element)
            }
            if at(">") {
                position += 1
                open.append(element)
                return
            }
            let attribute = try name()
            skipSpace()
            guard at("=") else { throw failure("`=` should follow the attribute `\(attribute)`") }
            position += 1
            skipSpace()
            element.attributes[attribute] = try quoted()
        }
    }

    private mutating func close() throws(Unreadable) {
        position += 2
        let name = try name()
        skipSpace()
        guard at(">") else { throw failure("`>` should end `</\(name)`") }
        guard let element = open.popLast(), element.name == name else { throw failure("`</\(name)>` closes nothing") }
        position += 1
        finish(element)
    }

    private mutating func finish(_ element: XMLElement) {
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    // MARK: - Parts

    private mutating func name() throws(Unreadable) -> String {
        let start = position
        let ends = Array(" \t\r\n=/><\"'".utf8)
        while position < bytes.count, !ends.contains(bytes[position]) { position += 1 }
        guard position > start else { throw failure("a name should stand here") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func quoted() throws(Unreadable) -> String {
        guard at("\"") || at("'") else { throw failure("a value in quotes should stand here") }
        let quote = bytes[position]
        guard let end = bytes[(position + 1)...].firstIndex(of: quote) else { throw failure("the quote never ends") }
        let value = bytes[(position + 1)..<end]
        position = end + 1
        return Self.resolved(value)
    }

    private func at(_ text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { text in text.indices.allSatisfy { bytes[position + $0] == text[$0] } }
    }

    private mutating func skip(past text: StaticString) throws(Unreadable) {
        let start = position
        while position < bytes.count {
            if at(text) {
                position += text.utf8CodeUnitCount
                return
            }
            position += 1
        }
        position = start
        throw failure("`\(text)` never follows")
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    private func failure(_ reason: String) -> Unreadable {
        let place = JSONFailure(offset: position, reason: reason).position(in: bytes)
        return Unreadable(line: place.line, column: place.column, reason: reason)
    }

    /// The text with entities resolved; one that is not known stays as it stands.
    private static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            guard let end = rest[start...].prefix(12).firstIndex(of: ";") else {
                result.append("&")
                rest = rest[rest.index(after: start)...]
                continue
            }
            let name = rest[rest.index(after: start)..<end]
            result += entity(name) ?? "&\(name);"
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func entity(_ name: Substring) -> String? {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard name.first == "#" else { return nil }
        let number = name.dropFirst()
        let value = number.first == "x" ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
        return value.flatMap(UnicodeScalar.init).map { String($0) }
    }
}
