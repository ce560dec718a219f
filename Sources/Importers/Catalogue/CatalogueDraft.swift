/// A catalogue file with what exports hold and no catalogue knows, for people to decide.
package enum CatalogueDraft {
    /// One file a platform: every unknown operation under `unknown`, with what its verb says beside it.
    ///
    /// - Returns: Texts by platform; none for a platform of which everything is known.
    package static func texts(of gaps: [CatalogueCoverage.Gap]) -> [String: String] {
        Dictionary(grouping: gaps, by: \.platform).mapValues(text)
    }

    private static func text(of gaps: [CatalogueCoverage.Gap]) -> String {
        var lines = [
            "# What the catalogue does not know. Move each operation from `unknown` to `read`, `write` or `admin`, and put the",
            "# file into the folder catalogue/ of the workspace. What the verbs say stands beside, as a guess.",
            "platform: \(scalar(gaps.first?.platform ?? ""))",
            "connectors:",
        ]
        for (connector, gaps) in Dictionary(grouping: gaps, by: \.connector).sorted(by: { $0.key < $1.key }) {
            let steps = gaps.reduce(0) { $0 + $1.steps }
            let isKnown = gaps.contains { $0.isKnownConnector }
            let about = isKnown ? "known, but not all it does" : "unknown; say its system"
            lines.append("  \(scalar(connector)): # \(steps) step\(steps == 1 ? "" : "s"); \(about)")
            if !isKnown {
                lines.append("    # system: saas")
                let credentials = gaps.reduce(into: Set<String>()) { $0.formUnion($1.credentials) }
                lines.append("    credentials: [\(credentials.sorted().map(scalar).joined(separator: ", "))]")
            }
            let stated = gaps.filter { $0.operation != nil }
            if stated.isEmpty {
                if isKnown { lines.append("    note: operations that expressions decide") }
                continue
            }
            lines.append("    operations:")
            for (resource, gaps) in Dictionary(grouping: stated, by: { $0.resource ?? "-" }).sorted(by: {
                $0.key < $1.key
            }) {
                lines.append("      \(scalar(resource)):")
                let operations = gaps.compactMap(\.operation).sorted()
                lines.append("        unknown: [\(operations.map(scalar).joined(separator: ", "))]")
                for action in [Connector.Action.read, .write] {
                    let guessed = gaps.filter { $0.action == action }.compactMap(\.operation).sorted()
                    guard !guessed.isEmpty else { continue }
                    lines.append(
                        "        # by its verb \(action.rawValue): \(guessed.map(scalar).joined(separator: ", "))"
                    )
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A name as YAML: in single quotes where it could mean something else; names come from files that anybody wrote.
    private static func scalar(_ text: String) -> String {
        let isPlain = text.utf8.enumerated().allSatisfy { index, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"):
                index > 0
            default: false
            }
        }
        guard !isPlain || text.isEmpty else { return text }
        var visible = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: visible.append("�")
            default: visible.unicodeScalars.append(scalar)
            }
        }
        return "'" + visible.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
