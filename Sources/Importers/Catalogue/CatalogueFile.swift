import Synchronization
import YAML

/// One file of the catalogue.
///
/// Files are large and a run needs little of them, so that connectors are read when they are asked for. That wants the
/// layout that our own files have: sections without indentation, their entries indented by two blanks.
struct CatalogueFile: Sendable {
    let name: String
    let platform: String
    /// What stands in front of all its connectors' names.
    let prefix: String
    private let source: Source

    private enum Source: Sendable {
        /// A file of any layout, read whole.
        case tree(YAMLNode, connectors: [String: YAMLNode])
        case text(TextIndex)
    }

    /// Reads a file of any layout whole.
    init(name: String, bytes: [UInt8]) throws(CatalogueFailure) {
        let root = try Self.root(bytes, name: name)
        let reader = CatalogueReader(file: name)
        try reader.check(
            root,
            keys: ["platform", "prefix", "connectors", "credentials", "systems", "decided", "rules", "words"]
        )
        var connectors: [String: YAMLNode] = [:]
        for pair in try reader.entries(root["connectors"]) { connectors[pair.key] = pair.value }
        self.name = name
        platform = root["platform"]?.asStatedText ?? ""
        prefix = root["prefix"]?.asStatedText ?? ""
        source = .tree(root, connectors: connectors)
        if !connectors.isEmpty || root["credentials"] != nil, platform.isEmpty {
            throw CatalogueFailure(name, 1, "`platform` is missing: connectors and credentials belong to one")
        }
    }

    /// Takes a file of ours and reads nothing yet but where things stand.
    init(indexed bytes: [UInt8], name: String) throws(CatalogueFailure) {
        let index = TextIndex(bytes)
        let head = try Self.root(index.head, name: name)
        self.name = name
        platform = head["platform"]?.asStatedText ?? ""
        prefix = head["prefix"]?.asStatedText ?? ""
        source = .text(index)
    }

    /// Names of its connectors, without the prefix.
    var connectorNames: [String] {
        switch source {
        case .tree(_, let connectors): Array(connectors.keys)
        case .text(let index): Array(index.entries.keys)
        }
    }

    /// A connector by its whole name; nil when the file does not know it.
    func connector(_ name: String) throws(CatalogueFailure) -> Connector? {
        guard name.hasPrefix(prefix) else { return nil }
        let short = String(name.dropFirst(prefix.count))
        let node: YAMLNode
        switch source {
        case .tree(_, let connectors):
            guard let found = connectors[short] else { return nil }
            node = found
        case .text(let index):
            guard let bytes = index.entry(short) else { return nil }
            node = try Self.root(bytes, name: self.name).asMap?.first?.value ?? YAMLNode(.map([]))
        }
        return try CatalogueReader(file: self.name).connector(name, node, platform: platform)
    }

    /// A section other than `connectors`.
    func section(_ key: String) throws(CatalogueFailure) -> YAMLNode? {
        switch source {
        case .tree(let root, _): root[key]
        case .text(let index):
            try index.section(key).map { bytes throws(CatalogueFailure) in
                try Self.root(bytes, name: name)[key] ?? YAMLNode(.map([]))
            }
        }
    }

    private static func root(_ bytes: [UInt8], name: String) throws(CatalogueFailure) -> YAMLNode {
        do throws(YAMLFailure) {
            return try YAMLReader.documents(bytes).first ?? YAMLNode(.map([]))
        } catch {
            throw CatalogueFailure(name, error.line, error.reason)
        }
    }
}

/// Where sections and connectors stand in a file of our layout.
private struct TextIndex: Sendable {
    private let bytes: [UInt8]
    private var sections: [String: Range<Int>] = [:]
    private(set) var entries: [String: Range<Int>] = [:]
    /// What stands outside of sections: `platform`, `prefix`.
    private(set) var head: [UInt8] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var section: (name: String, start: Int)?
        var entry: (name: String, start: Int)?
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            let indent = bytes[start..<end].prefix { $0 == UInt8(ascii: " ") }.count
            let first = start + indent < end ? bytes[start + indent] : UInt8(ascii: "\n")
            let isText = first != UInt8(ascii: "#") && first != UInt8(ascii: "\n")
            if isText, indent <= 2 {
                if let open = entry { entries[open.name] = open.start..<start }
                entry = nil
                if indent == 2, section?.name == "connectors" { entry = (key(at: start + 2, end), start) }
            }
            if isText, indent == 0 {
                if let open = section { sections[open.name] = open.start..<start }
                let name = key(at: start, end)
                let isHead = name == "platform" || name == "prefix"
                section = isHead ? nil : (name, start)
                if isHead { head.append(contentsOf: bytes[start..<end]) }
            }
            start = end
        }
        if let open = entry { entries[open.name] = open.start..<bytes.count }
        if let open = section { sections[open.name] = open.start..<bytes.count }
    }

    func entry(_ name: String) -> [UInt8]? { entries[name].map { Array(bytes[$0]) } }

    func section(_ name: String) -> [UInt8]? { sections[name].map { Array(bytes[$0]) } }

    /// The key that a line begins with, with or without quotes.
    private func key(at start: Int, _ end: Int) -> String {
        let quote = UInt8(ascii: "'")
        let line = bytes[start..<end]
        if line.first == quote { return String(decoding: line.dropFirst().prefix { $0 != quote }, as: UTF8.self) }
        return String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    }
}
