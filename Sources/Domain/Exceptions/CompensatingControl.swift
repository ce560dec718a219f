/// What holds instead while a risk is accepted; the system checks it for as long as the exception lasts.
package enum CompensatingControl: Sendable, Hashable, Codable {
    /// Every grant holds only for requests from within these ranges, at the gateway.
    case networkRestriction(ranges: [String])
    /// Somebody outside is told of what happens, and a message reached them within so many days.
    case strongerMonitoring(withinDays: Int)
    /// Every grant lies at or below one of these resources.
    case scopedSecret(resources: [ResourcePath])
    /// Nothing is written or administered but under a grant of at most so many hours.
    case approvalGate(longestHours: Int)
    /// Nothing of it is used in another environment than this.
    case separateEnvironments(environment: String)
    /// Each of its secrets was made anew within so many days, as its source says.
    case strictRotation(withinDays: Int)

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case networkRestriction, strongerMonitoring, scopedSecret, approvalGate, separateEnvironments
        case strictRotation
    }

    package var kind: Kind {
        switch self {
        case .networkRestriction: .networkRestriction
        case .strongerMonitoring: .strongerMonitoring
        case .scopedSecret: .scopedSecret
        case .approvalGate: .approvalGate
        case .separateEnvironments: .separateEnvironments
        case .strictRotation: .strictRotation
        }
    }

    /// What is wrong with it as such; nil when it can be checked.
    package var problem: String? {
        switch self {
        case .networkRestriction(let ranges): ranges.isEmpty ? "name at least one range of addresses" : nil
        case .strongerMonitoring(let days): (1...90).contains(days) ? nil : "1 to 90 days"
        case .scopedSecret(let resources):
            resources.isEmpty || resources.contains { $0.segments.isEmpty }
                ? "name resources inside systems, not whole systems" : nil
        case .approvalGate(let hours): (1...168).contains(hours) ? nil : "1 to 168 hours"
        case .separateEnvironments(let environment): environment.isBlank ? "name the environment" : nil
        case .strictRotation(let days): (1...90).contains(days) ? nil : "1 to 90 days"
        }
    }

    /// Whether it holds by these facts.
    package func check(_ facts: ControlFacts) -> ControlCheck {
        if facts.identities.isEmpty { return ControlCheck(self, false, "nothing is known of what it is to hold for") }
        return switch self {
        case .networkRestriction(let ranges): checkNetworks(Set(ranges), facts)
        case .strongerMonitoring(let days): checkMonitoring(days, facts)
        case .scopedSecret(let resources): checkScope(resources, facts)
        case .approvalGate(let hours): checkGate(hours, facts)
        case .separateEnvironments(let environment): checkEnvironments(environment, facts)
        case .strictRotation(let days): checkRotation(days, facts)
        }
    }

    private func checkNetworks(_ ranges: Set<String>, _ facts: ControlFacts) -> ControlCheck {
        if let free = facts.grants.first(where: { $0.networks.isEmpty || !ranges.isSuperset(of: $0.networks) }) {
            return ControlCheck(
                self,
                false,
                "grant \(free.id) holds from \(free.networks.isEmpty ? "anywhere" : free.networks.joined(separator: ", "))"
            )
        }
        if let around = facts.grants.first(where: { !facts.gated.contains($0.resource.system) }) {
            return ControlCheck(
                self,
                false,
                "`\(around.resource.system)` is not behind the gateway, which would refuse"
            )
        }
        if let loose = facts.identities.first(where: { $0.level != .enforce }) {
            return ControlCheck(self, false, "`\(loose.name)` is at level \(loose.level.rawValue), which lets through")
        }
        return ControlCheck(
            self,
            true,
            "\(facts.grants.count) grants hold from \(ranges.sorted().joined(separator: ", ")) only"
        )
    }

    private func checkMonitoring(_ days: Int, _ facts: ControlFacts) -> ControlCheck {
        guard let last = facts.lastAlert else { return ControlCheck(self, false, "no webhook was ever reached") }
        return ControlCheck(self, last >= facts.now - .days(Int64(days)), "a webhook was last reached at \(last)")
    }

    private func checkScope(_ resources: [ResourcePath], _ facts: ControlFacts) -> ControlCheck {
        let wide = facts.grants.first { grant in
            !resources.contains {
                $0.system == grant.resource.system && grant.resource.segments.starts(with: $0.segments)
            }
        }
        if let wide { return ControlCheck(self, false, "grant \(wide.id) is for \(wide.resource)") }
        return ControlCheck(self, true, "\(facts.grants.count) grants lie within \(resources.count) resources")
    }

    private func checkGate(_ hours: Int, _ facts: ControlFacts) -> ControlCheck {
        let standing = facts.grants.first { $0.action != .read && $0.ends - $0.begins > .hours(Int64(hours)) }
        if let standing {
            return ControlCheck(
                self,
                false,
                "grant \(standing.id) to \(standing.action.rawValue) stands until \(standing.ends.date)"
            )
        }
        return ControlCheck(self, true, "nothing but short grants permits to write")
    }

    private func checkEnvironments(_ environment: String, _ facts: ControlFacts) -> ControlCheck {
        if let other = facts.identities.first(where: { $0.environment != environment }) {
            return ControlCheck(self, false, "`\(other.name)` belongs to \(other.environment ?? "no environment")")
        }
        if let other = facts.environments.subtracting([environment]).min() {
            return ControlCheck(self, false, "its credential is used in \(other)")
        }
        return ControlCheck(self, true, "all of it is in \(environment)")
    }

    private func checkRotation(_ days: Int, _ facts: ControlFacts) -> ControlCheck {
        guard !facts.rotations.isEmpty else { return ControlCheck(self, false, "no source tells of its secrets") }
        let earliest = facts.now - .days(Int64(days))
        for (name, rotated) in facts.rotations.sorted(by: { $0.key < $1.key }) {
            guard let rotated else { return ControlCheck(self, false, "no source says when `\(name)` was rotated") }
            if rotated < earliest { return ControlCheck(self, false, "`\(name)` was last rotated at \(rotated)") }
        }
        return ControlCheck(self, true, "\(facts.rotations.count) secrets were rotated within \(days) days")
    }
}

/// What a control was found to be.
package struct ControlCheck: Sendable, Hashable, Codable {
    package var kind: CompensatingControl.Kind
    package var holds: Bool
    /// What it rests on, in words.
    package var evidence: String

    init(_ control: CompensatingControl, _ holds: Bool, _ evidence: String) {
        kind = control.kind
        self.holds = holds
        self.evidence = evidence
    }
}

/// What controls are checked against.
package struct ControlFacts: Sendable {
    /// One open grant of theirs.
    package struct Access: Sendable {
        package var id: ID<Grant>
        package var action: ActionClass
        package var resource: ResourcePath
        package var begins: Instant
        package var ends: Instant
        package var networks: [String]

        package init(_ grant: Grant) {
            id = grant.id
            action = grant.action
            resource = grant.resource
            begins = grant.begins
            ends = grant.ends
            networks = grant.conditions.networks
        }
    }

    /// What the exception is for.
    package var identities: [Identity]
    package var grants: [Access]
    /// Names of the systems that the gateway stands before.
    package var gated: Set<String>
    /// Environments in which the credentials of their workflows are used, by any workflow.
    package var environments: Set<String>
    /// When a message last reached a webhook; nil when none did.
    package var lastAlert: Instant?
    /// When the secrets in question were last made anew, by name; nil where no source says.
    package var rotations: [String: Instant?] = [:]
    package var now: Instant

    package init(
        identities: [Identity],
        grants: [Grant],
        gated: Set<String>,
        environments: Set<String>,
        lastAlert: Instant?,
        now: Instant,
    ) {
        self.identities = identities
        self.grants = grants.map(Access.init)
        self.gated = gated
        self.environments = environments
        self.lastAlert = lastAlert
        self.now = now
    }
}
