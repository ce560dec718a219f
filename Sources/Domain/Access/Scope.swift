/// What a grant may do.
package enum ActionClass: String, Sendable, Hashable, Codable, CaseIterable {
    case read, write, admin
}

/// A resource inside a system: `SYSTEM` for all of it, `SYSTEM/a/b` for what lies at and below `a/b`.
package struct ResourcePath: Sendable, Hashable, Codable, CustomStringConvertible {
    package let system: String
    /// Segments below the system; none of them empty, `.` or `..`.
    package let segments: [String]

    /// Reads `SYSTEM/segment/…`; a trailing `/` or `/*` means the same as without it.
    ///
    /// - Returns: nil when the system's name or a segment is not acceptable.
    package init?(_ text: String) {
        var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count > 1, parts.last == "" || parts.last == "*" { parts.removeLast() }
        guard let system = parts.first else { return nil }
        self.init(system: system, segments: Array(parts.dropFirst()))
    }

    package init?(system: String, segments: [String]) {
        guard System.isName(system), segments.count <= 64 else { return nil }
        for segment in segments {
            guard !segment.isEmpty, segment != ".", segment != "..", segment != "*", !segment.contains("/") else {
                return nil
            }
            guard segment.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return nil }
        }
        self.system = system
        self.segments = segments
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let path = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is no SYSTEM/RESOURCE")
        }
        self = path
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package var description: String { ([system] + segments).joined(separator: "/") }

    /// Whether this is `other` or below it.
    package func lies(under other: ResourcePath) -> Bool {
        system == other.system && segments.starts(with: other.segments)
    }

    /// This path and all above it within the system, nearest first, the system itself last.
    package var withAncestors: [ResourcePath] {
        (0...segments.count).reversed().compactMap { ResourcePath(system: system, segments: Array(segments[..<$0])) }
    }
}
