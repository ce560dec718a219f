/// What a workspace folder declares: text that belongs under version control, as values.
///
/// A workspace says what there should be of what it names; what it does not name stays as it is.
package struct Workspace: Sendable, Hashable, Codable {
    package var identities: [IdentityDeclaration]
    package var systems: [System]
    /// nil when the folder has no `policies`: those in force are then left alone.
    package var policies: [PolicyText]?

    package init(
        identities: [IdentityDeclaration] = [],
        systems: [System] = [],
        policies: [PolicyText]? = nil,
    ) {
        self.identities = identities
        self.systems = systems
        self.policies = policies
    }
}

/// What should hold for one identity.
package struct IdentityDeclaration: Sendable, Hashable, Codable {
    package var id: ID<Identity>
    /// For people who read the file; the id decides.
    package var name: String?
    /// Fields of a registration by name; people by address, lists with commas, dates as text.
    package var fields: [String: String]
    /// Every grant that should be open; nil leaves grants alone.
    package var grants: [ProposedGrant]?

    package init(
        id: ID<Identity>,
        name: String? = nil,
        fields: [String: String] = [:],
        grants: [ProposedGrant]? = nil,
    ) {
        self.id = id
        self.name = name
        self.fields = fields
        self.grants = grants
    }

    /// The fields that a declaration may have, in the order in which they are written.
    package static let fieldNames = [
        "owner", "technicalOwner", "backupApprover", "purpose", "systemPurpose", "environment", "function", "vendor",
        "pattern", "level", "renewal", "expires", "declaredReach", "stopPath", "stoppedBy",
    ]
}

/// What carrying a workspace out would do.
package struct WorkspacePlan: Sendable, Hashable, Codable {
    package struct Step: Sendable, Hashable, Codable {
        package enum Subject: String, Sendable, Hashable, Codable, CaseIterable {
            case system, identity, grant, policies
        }

        package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            case add, change, revoke
        }

        package var subject: Subject
        package var kind: Kind
        package var id: String
        package var name: String
        package var changes: [Event.Change]

        package init(_ subject: Subject, _ kind: Kind, id: String, name: String, changes: [Event.Change]) {
            self.subject = subject
            self.kind = kind
            self.id = id
            self.name = name
            self.changes = changes
        }
    }

    package var steps: [Step] = []
    /// Declared things that are as declared.
    package var unchanged = 0
    /// What cannot be carried out, and why: an unknown identity, a person who is not there.
    package var problems: [MissingField] = []
    /// Consequences, one sentence each, the gravest first.
    package var effect: [String] = []
    package var requests: PolicyEffect?

    package init() {}
}

/// What became of a plan.
package struct WorkspaceOutcome: Sendable, Hashable, Codable {
    /// Done at once.
    package var applied: [WorkspacePlan.Step] = []
    /// Waits for the approval of others: ids of requests and versions, with what they ask for.
    package var waiting: [String] = []
    /// Refused, and why.
    package var refused: [MissingField] = []

    package init() {}
}
