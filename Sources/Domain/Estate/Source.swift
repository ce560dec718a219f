/// A place an estate is read from, as the importer describes it.
package struct SourceDescription: Sendable, Hashable, Codable {
    /// Stable name of the place: a folder relative to what was imported, an address, an account number.
    package var root: String
    /// The importer that read it, for example `n8n`.
    package var format: String
    package var kind: Kind
    /// The environment all of it belongs to, where the source or the person importing says so.
    package var environment: String?
    /// What the source can tell; an absence is never reported without it.
    package var capabilities: Capabilities

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case file, live
    }

    package init(
        root: String,
        format: String,
        kind: Kind = .file,
        environment: String? = nil,
        capabilities: Capabilities = Capabilities(),
    ) {
        self.root = root
        self.format = format
        self.kind = kind
        self.environment = environment
        self.capabilities = capabilities
    }
}

/// A source as the store keeps it.
package struct Source: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "src"

    package var id: ID<Source>
    package var description: SourceDescription
    package var firstSeen: Instant
    package var lastImport: Instant

    package init(id: ID<Source>, description: SourceDescription, firstSeen: Instant, lastImport: Instant) {
        self.id = id
        self.description = description
        self.firstSeen = firstSeen
        self.lastImport = lastImport
    }
}
