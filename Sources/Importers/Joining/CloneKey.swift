import Crypto
import Domain

/// Gathers a workflow's graph and hashes it, so that copies can be told by equal keys.
///
/// One line a node, `N`, its type and its credentials; one line an edge, `E`, type of its source, kind of connection,
/// number of the output, type of its target; tabs between, lines sorted by bytes and joined by line feeds; SHA-256 in
/// hex. Notes on the canvas are left out. Names, positions and parameters play no part.
struct CloneKey {
    private var nodes: [(type: String, credentials: String)] = []
    private var types: [String: String] = [:]
    private var edges: [String] = []

    mutating func add(node name: String, type: String, references: [CredentialReference]) {
        let parts = references.map { "\($0.kind)=\($0.id ?? $0.name ?? "")" }
        nodes.append((type, parts.count > 1 ? parts.sorted(by: isBefore).joined(separator: ",") : parts.first ?? ""))
        types[name] = type
    }

    /// Adds an edge; one that begins or ends at a node that was not added is passed over.
    mutating func addEdge(from: String, kind: String, output: Int = 0, to: String) {
        guard let from = types[from], let to = types[to] else { return }
        edges.append("E\t\(from)\t\(kind)\t\(output)\t\(to)")
    }

    /// Adds n8n's edges between nodes that were added.
    mutating func add(connections: JSONValue) {
        for (name, outputs) in lastMembers(of: connections) {
            guard let name = name.string, types[name] != nil else { continue }
            for (kind, lists) in lastMembers(of: outputs) {
                for (index, list) in lists.elements.enumerated() {
                    for target in list.elements {
                        guard let to = target["node"]?.scalarText else { continue }
                        addEdge(from: name, kind: kind.string ?? "", output: index, to: to)
                    }
                }
            }
        }
    }

    /// The key; nil for fewer than three nodes, which say too little.
    func key(withCredentials: Bool) -> String? {
        guard nodes.count >= 3 else { return nil }
        var lines = nodes.map { "N\t\($0.type)\t\(withCredentials ? $0.credentials : "")" }
        lines.append(contentsOf: edges)
        lines.sort(by: isBefore)
        var hash = SHA256()
        for (index, line) in lines.enumerated() {
            if index > 0 { hash.update(data: [UInt8(ascii: "\n")]) }
            var line = line
            line.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        }
        return hex(hash.finalize())
    }

    /// What near-equal graphs are found by; credentials play no part.
    var sketch: GraphSketch? {
        GraphSketch(lines: nodes.map { "N\t\($0.type)" } + edges)
    }

    /// By bytes of UTF-8, which is the order of code points; Swift's own order would look through composed characters.
    private func isBefore(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// Members of which no later one has the same name.
    private func lastMembers(of object: JSONValue) -> [(JSONValue, JSONValue)] {
        let members = Array(object.members)
        guard members.count > 1 else { return members.map { ($0.name, $0.value) } }
        var last: [String: Int] = [:]
        for (index, member) in members.enumerated() { last[member.name.string ?? ""] = index }
        if last.count == members.count { return members.map { ($0.name, $0.value) } }
        return last.values.sorted().map { (members[$0].name, members[$0].value) }
    }
}

/// Bytes in lower-case hexadecimal.
func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
