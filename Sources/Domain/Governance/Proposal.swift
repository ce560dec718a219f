/// What a request asks for: what is approved is exactly this, and its digest is what an approval is bound to.
package struct Proposal: Sendable, Hashable, Codable {
    /// What runs: the part of the identity that an approval is void without.
    package var definition: Definition
    package var grants: [ProposedGrant]
    /// What a kind of request asks for beside, by name: the fields of a registration, the dates of a renewal, the terms
    /// of an exception.
    ///
    /// Part of the digest.
    package var terms: [String: String]

    package init(definition: Definition = Definition(), grants: [ProposedGrant] = [], terms: [String: String] = [:]) {
        self.definition = definition
        self.grants = grants
        self.terms = terms
    }

    /// What is hashed: the same bytes for the same proposal for ever.
    package var canonicalBytes: [UInt8] {
        var fields = CanonicalFields()
        fields.add("proposal", ["1"])
        fields.add(definition)
        for grant in grants.map(\.canonicalParts).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            fields.add("grant", grant)
        }
        for (name, value) in terms.sorted(by: { $0.key < $1.key }) { fields.add("term", [name, value]) }
        return fields.bytes
    }

    /// Whether it asks for no more than `other`, for the same thing: every grant lies within one of the other's.
    package func isWithin(_ other: Proposal) -> Bool {
        definition == other.definition && terms == other.terms
            && grants.allSatisfy { grant in other.grants.contains { grant.isWithin($0) } }
    }

    /// When the last of what it gives ends; nil when it gives no grant, or a task's end is not known.
    package var ends: Instant? { grants.map(\.ends).max() }
}

/// The part of an identity that its approvals are bound to.
package struct Definition: Sendable, Hashable, Codable {
    package var purpose: String?
    package var environment: String?
    /// Hosts, databases and connectors that the enabled steps act on, sorted.
    package var targets: [String]
    /// Addresses at which others start it, with their methods and how callers prove themselves, sorted.
    package var callbacks: [String]
    /// Keys of the credentials that the enabled steps use, sorted; never a value.
    package var credentials: [String]

    package init(
        purpose: String? = nil,
        environment: String? = nil,
        targets: [String] = [],
        callbacks: [String] = [],
        credentials: [String] = [],
    ) {
        self.purpose = purpose
        self.environment = environment
        self.targets = targets
        self.callbacks = callbacks
        self.credentials = credentials
    }

    /// The definition of an identity as it stands, with what its workflow does; `workflow` is nil when it has none.
    package init(of identity: Identity, workflow: Workflow?) {
        let steps = (workflow?.steps ?? []).filter { !$0.disabled }
        let connectors = steps.filter { !$0.credentials.isEmpty || $0.target != nil }.map(\.connector)
        self.init(
            purpose: identity.purpose,
            environment: identity.environment,
            targets: Set(steps.compactMap(\.target) + connectors).sorted(),
            callbacks: Set((workflow?.triggers ?? []).compactMap(\.callback).map(\.signature)).sorted(),
            credentials: Set(steps.flatMap { $0.credentials.map(\.key) }).sorted(),
        )
    }

    /// What differs from what was approved, one sentence each, in a fixed order; empty when nothing does.
    package func drift(from approved: Definition) -> [String] {
        var drift: [String] = []
        if purpose != approved.purpose { drift.append("the purpose changed") }
        if environment != approved.environment {
            drift.append("the environment changed to `\(environment ?? "none")`")
        }
        for (name, now, then) in [
            ("target", targets, approved.targets), ("callback", callbacks, approved.callbacks),
            ("credential", credentials, approved.credentials),
        ] {
            drift += Set(now).subtracting(then).sorted().map { "new \(name) `\($0)`" }
            drift += Set(then).subtracting(now).sorted().map { "\(name) `\($0)` is gone" }
        }
        return drift
    }
}

extension Callback {
    /// Methods, path and proof in one line.
    fileprivate var signature: String {
        "\(methods.joined(separator: ",")) \(path) (\(authentication ?? "no authentication"))"
    }
}

/// Writes named lists of texts so that no two different lists have the same bytes: each text with its length before it.
struct CanonicalFields {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ name: String, _ values: [String]) {
        write(name)
        bytes += "\(values.count);".utf8
        for value in values { write(value) }
    }

    mutating func add(_ definition: Definition) {
        add("purpose", definition.purpose.map { [$0] } ?? [])
        add("environment", definition.environment.map { [$0] } ?? [])
        add("targets", definition.targets)
        add("callbacks", definition.callbacks)
        add("credentials", definition.credentials)
    }

    private mutating func write(_ text: String) {
        bytes += "\(text.utf8.count):".utf8
        bytes += text.utf8
    }
}
