/// What may be one system, or one kind of system, kept twice: as after a merger.
package struct SystemOverlap: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Two systems that are written down have one address.
        case sameAddress
        /// Two systems that are written down have one title in one environment.
        case sameTitle
        /// Workflows of several sources act on one host or database.
        case sameTarget
        /// Workflows of several sources use one kind of connector, each with credentials of its own.
        case sameConnector
    }

    package var kind: Kind
    /// The address, title, target or connector that they have in common.
    package var name: String
    /// Systems that are written down; empty for what was read from workflows.
    package var systems: [String]
    /// Sources whose workflows act on it; empty for what was written down.
    package var sources: [String]
    package var workflows: Int
    package var credentials: Int

    package init(kind: Kind, name: String, systems: [String] = [], sources: [String] = []) {
        self.kind = kind
        self.name = name
        self.systems = systems
        self.sources = sources
        workflows = 0
        credentials = 0
    }
}

extension SystemOverlap {
    /// What overlaps, those of most workflows first.
    package static func all(among systems: [System], and estates: [Estate]) -> [SystemOverlap] {
        var overlaps: [SystemOverlap] = []
        func group(_ kind: Kind, by name: (System) -> String?) {
            let groups = Dictionary(grouping: systems) { name($0) ?? "" }
            for (name, group) in groups where !name.isEmpty && group.count > 1 {
                overlaps.append(SystemOverlap(kind: kind, name: name, systems: group.map(\.name).sorted()))
            }
        }
        group(.sameAddress) { $0.upstream?.lowercased() }
        group(.sameTitle) { $0.title.isBlank ? nil : "\($0.title.lowercased()) in \($0.environment)" }
        var uses: [Kind: [String: Uses]] = [:]
        for estate in estates {
            for workflow in estate.workflows {
                for step in workflow.steps where !step.disabled {
                    let credentials = step.credentials.map { "\(estate.source.root) \($0.key)" }
                    if let target = step.target?.lowercased() {
                        uses[.sameTarget, default: [:]][target, default: Uses()]
                            .add(estate.source.root, workflow.key, credentials)
                    }
                    if !credentials.isEmpty {
                        uses[.sameConnector, default: [:]][step.connector, default: Uses()]
                            .add(estate.source.root, workflow.key, credentials)
                    }
                }
            }
        }
        for (kind, names) in uses {
            for (name, use) in names where use.sources.count > 1 {
                var overlap = SystemOverlap(kind: kind, name: name, sources: use.sources.sorted())
                overlap.workflows = use.workflows.count
                overlap.credentials = use.credentials.count
                overlaps.append(overlap)
            }
        }
        return overlaps.sorted {
            ($1.workflows, $0.kind.rawValue, $0.name) < ($0.workflows, $1.kind.rawValue, $1.name)
        }
    }

    private struct Uses {
        var sources: Set<String> = []
        var workflows: Set<String> = []
        var credentials: Set<String> = []

        mutating func add(_ source: String, _ workflow: String, _ used: [String]) {
            sources.insert(source)
            workflows.insert("\(source) \(workflow)")
            credentials.formUnion(used)
        }
    }
}
