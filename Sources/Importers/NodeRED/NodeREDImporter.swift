import Domain
import SecretScan

/// Reads Node-RED: flow files, exports, and the file beside them that keeps credentials.
///
/// What the files look like is described in `docs/importers/node-red.md`.
package struct NodeREDImporter: Importer {
    package var format: String { "node-red" }

    let scanner = ParameterScanner()

    package init() {}

    package func reads(_ path: String) -> Bool {
        isJSONPath(path)
    }

    package func recognises(_ file: SourceFile) -> Bool {
        if Self.isCredentialFile(file.name) { return true }
        guard file.contains("\"type\"") else { return false }
        if file.contains("\"wires\"") { return true }
        // A file of config nodes only: a list of objects with ids, named as the runtime names it.
        let first = file.bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        return file.name.lowercased().hasPrefix("flows") && first == UInt8(ascii: "[") && file.contains("\"id\"")
    }

    package func part(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> NodeREDPart {
        let root = try file.json()
        var part = NodeREDPart()
        if Self.isCredentialFile(file.name), root.isObject {
            part.kind = .credentials
            part.isEncrypted = root["$"] != nil
            for (key, value) in root.members where !part.isEncrypted {
                guard let id = key.string else { continue }
                part.secrets[id] = StoredSecrets.secret(in: value, fingerprint: options.fingerprint)
            }
            return part
        }
        let list = root.isArray ? root : root["flows"]
        guard let list, list.isArray else { return part }
        let reader = NodeREDReader(scanner: scanner, options: options)
        for element in list.elements {
            if let node = reader.node(of: element) { part.nodes.append(node) } else { part.broken += 1 }
        }
        let isFlow = part.nodes.contains { $0.role != .config || file.name.lowercased().hasPrefix("flows") }
        part.kind = isFlow ? .flows : .other
        if part.kind == .other { part.nodes = [] }
        return part
    }

    /// `flows_cred.json`, or with the name of the machine in between.
    private static func isCredentialFile(_ name: Substring) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix("_cred.json")
    }
}
