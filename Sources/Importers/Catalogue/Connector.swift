package import Domain

/// What the catalogue says of one connector.
package struct Connector: Sendable, Hashable {
    /// As the platform names it: `n8n-nodes-base.slack`.
    package var name: String
    package var platform: String
    /// nil when nobody said.
    package var system: SystemKind?
    /// How it starts workflows (`webhook`, `polling`, `event`, `schedule`, `manual`, `workflow`); nil when it does not.
    package var trigger: String?
    /// The credential types it takes.
    package var credentials: [String] = []
    /// What it acts on where a step does not say; nil for none.
    package var resource: String?
    /// By resource; under `-` those of steps without one.
    package var resources: [String: Resource] = [:]
    /// What older versions do differently, the oldest first.
    package var older: [Older] = []

    package struct Resource: Sendable, Hashable {
        package var byDefault: String?
        /// What each operation does; `.unknown` where nobody said.
        package var operations: [String: Action] = [:]
    }

    package enum Action: String, Sendable, Hashable, CaseIterable {
        case read, write, admin, unknown

        package var actionClass: ActionClass? { ActionClass(rawValue: rawValue) }
    }

    /// Defaults of versions before `version`.
    package struct Older: Sendable, Hashable {
        package var version: Double
        /// nil leaves it as it is; an empty text means none.
        package var resource: String?
        package var defaults: [String: String] = [:]
    }

    static let withoutResource = "-"

    package init(name: String, platform: String) {
        self.name = name
        self.platform = platform
    }

    /// What a step of that version acts on and does, where it says neither or only one of them.
    ///
    /// - Parameters:
    ///   - resource: As the step states it; nil when it does not.
    ///   - operation: As the step states it; nil when it does not.
    ///   - version: The version of the connector that the step was written for; nil means the newest.
    /// - Returns: Both as far as they are known.
    package func filled(
        resource: String?,
        operation: String?,
        version: Double?,
    ) -> (resource: String?, operation: String?) {
        let older = older.first { version ?? .infinity < $0.version }
        var resource = resource ?? older?.resource ?? self.resource
        if resource?.isEmpty ?? false { resource = nil }
        if let operation { return (resource, operation) }
        func byDefault(_ name: String) -> String? { older?.defaults[name] ?? resources[name]?.byDefault }
        return (resource, byDefault(resource ?? Self.withoutResource) ?? byDefault(Self.withoutResource))
    }

    /// What an operation does; nil when the catalogue does not know it.
    package func action(of operation: String, on resource: String?) -> Action? {
        resources[resource ?? Self.withoutResource]?.operations[operation]
            ?? resources[Self.withoutResource]?.operations[operation]
            ?? resources["*"]?.operations[operation]
    }

    /// Takes what `newer` says over what is said here, operation by operation.
    mutating func take(_ newer: Connector) {
        system = newer.system ?? system
        trigger = newer.trigger ?? trigger
        if !newer.credentials.isEmpty { credentials = newer.credentials }
        resource = newer.resource ?? resource
        if !newer.older.isEmpty { older = newer.older }
        for (name, resource) in newer.resources {
            resources[name, default: Resource()].byDefault = resource.byDefault ?? resources[name]?.byDefault
            resources[name]?.operations.merge(resource.operations) { $1 }
        }
    }
}
