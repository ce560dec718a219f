import Crypto
import Domain

/// Hashes the part of a definition that matters for security, in a form that does not depend on how the file is laid out.
///
/// Of nodes: name, type, version, whether disabled, credentials, webhook id, and all parameters; of the workflow:
/// connections and settings. Not: positions, notes, identifiers of nodes, pinned data. Members are sorted by name, white
/// space and escapes play no part. A secret that was found in a parameter enters as its fingerprint only, so that nobody
/// can guess it from the hash.
struct ContentDigest {
    private var sha = SHA256()
    private var buffer: [UInt8] = []

    private static let wanted: [StaticString] = [
        "credentials", "disabled", "name", "parameters", "type", "typeVersion", "webhookId",
    ]

    mutating func add(node: JSONValue, secrets: [Int: [FoundSecret]]) {
        buffer.append(UInt8(ascii: "n"))
        for name in Self.wanted {
            guard let value = node[name] else { continue }
            append(name.withUTF8Buffer { Array($0) })
            append(value, secrets: secrets)
        }
        flush()
    }

    /// Adds a value and all it holds.
    ///
    /// - Parameters:
    ///   - value: What is added.
    ///   - passedOver: Members of it, when it is an object, that make no difference.
    ///   - secrets: What was found in it, by index of the value.
    mutating func add(_ value: JSONValue, without passedOver: [StaticString] = [], secrets: [Int: [FoundSecret]] = [:])
    {
        buffer.append(UInt8(ascii: "v"))
        append(value, secrets: secrets, passedOver: passedOver)
        flush()
    }

    /// Adds a text of our own.
    mutating func add(_ text: String) {
        buffer.append(UInt8(ascii: "w"))
        append(Array(text.utf8))
        flush()
    }

    var hash: [UInt8] { Array(sha.finalize()) }

    private mutating func flush() {
        sha.update(data: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ bytes: some Collection<UInt8>) {
        var count = UInt32(truncatingIfNeeded: bytes.count)
        withUnsafeBytes(of: &count) { buffer.append(contentsOf: $0) }
        buffer.append(contentsOf: bytes)
    }

    private mutating func append(
        _ value: JSONValue,
        secrets: [Int: [FoundSecret]],
        passedOver: [StaticString] = [],
    ) {
        switch value.kind {
        case .null: buffer.append(UInt8(ascii: "0"))
        case .bool: buffer.append(UInt8(ascii: value.bool ?? false ? "t" : "f"))
        case .number:
            buffer.append(UInt8(ascii: "#"))
            append(value.rawBytes)
        case .string:
            buffer.append(UInt8(ascii: "s"))
            appendText(value, secrets: secrets[value.index] ?? [])
        case .array:
            buffer.append(UInt8(ascii: "["))
            for element in value.elements { append(element, secrets: secrets) }
            buffer.append(UInt8(ascii: "]"))
        case .object:
            buffer.append(UInt8(ascii: "{"))
            let members = value.members.sorted {
                $0.name.rawBytes.lexicographicallyPrecedes($1.name.rawBytes)
            }
            for member in members where !passedOver.contains(where: member.name.equals) {
                appendText(member.name, secrets: [])
                append(member.value, secrets: secrets)
            }
            buffer.append(UInt8(ascii: "}"))
        }
    }

    private mutating func appendText(_ value: JSONValue, secrets: [FoundSecret]) {
        guard !secrets.isEmpty || value.escapedString != nil else {
            append(value.rawBytes)
            return
        }
        let text = Array((value.string ?? "").utf8)
        var kept: [UInt8] = []
        var from = 0
        for secret in secrets {
            kept.append(contentsOf: text[from..<secret.range.lowerBound])
            kept.append(0)
            kept.append(contentsOf: (secret.fingerprint?.hex ?? "secret").utf8)
            kept.append(0)
            from = secret.range.upperBound
        }
        kept.append(contentsOf: text[from...])
        append(kept)
    }
}

/// The digest of a whole workflow: the hash of its definition and what its source says of it besides.
func securityDigest(of workflow: Workflow, contentHash: [UInt8]) -> String {
    var sha = SHA256()
    sha.update(data: contentHash)
    let active = workflow.active.map { $0 ? "active" : "inactive" } ?? "unstated"
    let owner = workflow.owner.map { "\($0.kind.rawValue) \($0.text)" } ?? ""
    let facts =
        [workflow.name, active, workflow.archived ? "archived" : "", workflow.project ?? "", owner]
        + [workflow.environment ?? "", workflow.instance ?? "", workflow.origin ?? ""] + workflow.tags.sorted()
    for fact in facts { sha.update(data: Array("\(fact.utf8.count):\(fact)".utf8)) }
    return hex(sha.finalize())
}
