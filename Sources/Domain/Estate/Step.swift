/// One node of a workflow: what it talks to, what it does there, and with which credentials.
package struct Step: Sendable, Hashable, Codable {
    /// Unique within the workflow.
    package var name: String
    /// The platform's own name of the kind of step, for example `n8n-nodes-base.slack`.
    package var connector: String
    /// The kind of thing acted on, for example `message`; nil when the step has none.
    package var resource: String?
    package var operation: String?
    package var disabled = false
    package var credentials: [CredentialReference] = []
    package var effect: StepEffect
    /// The host or database a step names in its parameters.
    package var target: String?
    package var literalSecrets: [LiteralSecret] = []
    /// Ids of what a check of the platform's own says of it, for example `unprotected-webhook`; nil for nothing.
    package var marks: [String]?
    /// Code from elsewhere that the step runs; nil when it runs none, or none that the source names.
    package var code: CodeReference?

    package init(name: String, connector: String, effect: StepEffect) {
        self.name = name
        self.connector = connector
        self.effect = effect
    }
}

/// Code that a step fetches and runs: a CI action, a container image, a remote script.
package struct CodeReference: Sendable, Hashable, Codable {
    /// As the source names it, without its version: `actions/checkout`, `docker.io/library/alpine`.
    package var name: String
    /// Tag, branch, commit or digest; nil when none is given.
    package var version: String?
    /// Whether the version is one content for ever: a commit's or an image's digest.
    package var isPinned: Bool
    /// Whether somebody else than the source's owner and its platform publishes it.
    package var isThirdParty: Bool

    package init(name: String, version: String?, isPinned: Bool, isThirdParty: Bool) {
        self.name = name
        self.version = version
        self.isPinned = isPinned
        self.isThirdParty = isThirdParty
    }
}

/// What a step can do to the system it acts on, and the rule that says so.
package struct StepEffect: Sendable, Hashable, Codable {
    /// nil when nothing is known of the operation; counts as change-capable until decided.
    package var identityClass: IdentityClass?
    /// The rule that decided, in words: "`delete` on `user` touches identities".
    package var reason: String
    /// Id of the rule that decided, for example `touches-identity`; nil where no list of rules did.
    package var rule: String?
    /// What lies behind it, where that asks for the discipline of an elevated account; nil else.
    package var reach: Reach?

    package init(_ identityClass: IdentityClass?, reason: String, rule: String? = nil, reach: Reach? = nil) {
        self.identityClass = identityClass
        self.reason = reason
        self.rule = rule
        self.reach = reach
    }

    /// The class that it gives to whoever does it: what is unknown counts as change-capable, and what changes something
    /// that asks for the discipline of an elevated account as privileged.
    package var weight: IdentityClass {
        let own = identityClass ?? .changeCapable
        return own == .changeCapable && identityClass != nil && reach != nil ? .privileged : own
    }
}

extension StepEffect {
    /// Whether it changes users, groups, roles, credentials or who may do what, by the rule that decided.
    package var touchesIdentity: Bool {
        guard identityClass == .privileged else { return false }
        if let rule { return Self.identityRules.contains(rule) }
        return reason.firstRange(of: "touches identities") != nil || reason.firstRange(of: "who may do what") != nil
    }

    private static let identityRules: Set = ["touches-identity", "http-identity", "escalation", "approves"]
}

/// A secret that stands in a step's parameters; its value was dropped when it was found.
package struct LiteralSecret: Sendable, Hashable, Codable {
    /// Where it stands, for example `parameters.headerParameters.parameters[0].value`.
    package var place: String
    /// Id of the rule that found it.
    package var rule: String
    package var fingerprint: Fingerprint?

    package init(place: String, rule: String, fingerprint: Fingerprint?) {
        self.place = place
        self.rule = rule
        self.fingerprint = fingerprint
    }
}

/// HMAC-SHA-256 of a secret under the installation's key, in hex: equal secrets are equal, nothing else can be learnt.
package struct Fingerprint: Sendable, Hashable, Codable, CustomStringConvertible {
    package let hex: String

    package init(hex: String) {
        self.hex = hex
    }

    package init(from decoder: any Decoder) throws {
        hex = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }

    package var description: String { hex }
}
