import Crypto
import Domain
import YAML

/// Hashes YAML trees in a form that does not depend on how the text is laid out.
///
/// Keys are sorted; comments, quotes and anchors play no part. A secret that was found enters as its fingerprint only, so
/// that nobody can guess it from the hash.
struct YAMLDigest {
    private var sha = SHA256()
    private let secrets: [YAMLPlace: [FoundSecret]]

    init(secrets: [YAMLPlace: [FoundSecret]] = [:]) {
        self.secrets = secrets
    }

    mutating func add(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let text, _): add(bytes(of: text, at: YAMLPlace(node)), mark: "s")
        case .list(let elements):
            add([], mark: "[")
            for element in elements { add(element) }
            add([], mark: "]")
        case .map(let pairs):
            add([], mark: "{")
            for pair in pairs.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                add(Array(pair.key.utf8), mark: "k")
                add(pair.value)
            }
            add([], mark: "}")
        }
    }

    /// Adds a text of our own.
    mutating func add(_ text: String) { add(Array(text.utf8), mark: "w") }

    var hash: [UInt8] { Array(sha.finalize()) }

    private mutating func add(_ bytes: [UInt8], mark: Unicode.Scalar) {
        sha.update(data: Array("\(mark)\(bytes.count):".utf8) + bytes)
    }

    private func bytes(of text: String, at place: YAMLPlace) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard let found = secrets[place] else { return bytes }
        var kept: [UInt8] = []
        var from = 0
        for secret in found where secret.range.upperBound <= bytes.count && secret.range.lowerBound >= from {
            kept += bytes[from..<secret.range.lowerBound] + [0]
            kept += Array((secret.fingerprint?.hex ?? "secret").utf8) + [0]
            from = secret.range.upperBound
        }
        return kept + bytes[from...]
    }
}
