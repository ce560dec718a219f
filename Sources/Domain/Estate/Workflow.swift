/// One automation of a platform, as its source defines it.
package struct Workflow: Sendable, Hashable, Codable {
    /// Tells the workflow within its source, across imports: the platform's id, else the path of its file.
    package var key: String
    package var name: String
    /// What kind of identity it is: `pipeline` for CI, `scheduledJob` for a CronJob, `agent`; nil for a plain workflow.
    package var kind: Identity.Kind?
    /// Path of the file it was read from, relative to the source's root.
    package var path: String
    /// nil when the source does not say.
    package var active: Bool?
    package var archived = false
    package var tags: [String] = []
    package var project: String?
    package var owner: OwnerHint?
    package var environment: String?
    package var steps: [Step] = []
    package var triggers: [Trigger] = []
    /// Keys of workflows that a step calls.
    package var calls: [String] = []
    /// Which installation of the platform it came from, where an export says so.
    package var instance: String?
    /// The workflow or template it was copied from, where the platform says so.
    package var origin: String?
    package var createdAt: Instant?
    package var updatedAt: Instant?
    package var lastRun: Instant?
    /// SHA-256, in hex, of the part of the definition that matters for security; equal means unchanged.
    package var digest: String
    /// Equal for workflows of the same graph with the same credentials; nil when too small to tell.
    package var cloneKey: String?
    /// Equal for workflows of the same graph, whatever their credentials; nil when too small to tell.
    package var graphKey: String?
    /// What near-equal graphs are found by; nil when the importer knows no edges, and then the steps alone are compared.
    package var sketch: GraphSketch?

    package init(key: String, name: String, path: String, digest: String = "") {
        self.key = key
        self.name = name
        self.path = path
        self.digest = digest
    }
}

/// Whom a source names as owner; not yet a person of ours.
package struct OwnerHint: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case person, team, unknown
    }

    package var kind: Kind
    /// Name or address as the source has it.
    package var text: String

    package init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}
