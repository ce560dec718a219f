import Domain

/// What one file of a Logic Apps project, template or Power Automate package holds.
package struct LogicAppsPart: Sendable {
    enum Kind: Sendable, Hashable {
        case workflows
        /// A file that says something of workflows in other files.
        case companion
        case other
    }

    var kind = Kind.other
    var workflows: [LogicAppDraft] = []
    /// Connections that the file declares by themselves.
    var connections: [DeclaredConnection] = []
    /// What the connections of a project or package are, by the key that its workflows use; for files below its folder.
    var table: ConnectionTable?
    var solution = SolutionFacts()
    /// Secrets that the file holds outside of every workflow.
    var settings: [Credential] = []
    /// Workflows of a project that are switched off or on by a setting, by name.
    var switches: [String: Bool] = [:]
    /// Ids of managed identities that the file declares.
    var identities: Set<String> = []
    /// What managed identities are allowed, by the name of the workflow that has the identity.
    var assignments: [RoleAssignment] = []
    var remarks: [Rejection] = []

    /// A role that a template gives to an identity.
    struct RoleAssignment: Sendable, Hashable {
        /// Name of the workflow whose own identity it is, or the id of an identity, in lower case; nil for the only
        /// workflow of the template.
        var identity: String?
        var right: Right
    }
}

/// A workflow before the rest of its source is known.
struct LogicAppDraft: Sendable {
    var draft: WorkflowDraft
    /// Connections that its steps name and that only another file explains.
    var openConnections: Set<String> = []
    /// Its name as its template writes it, where only a deployment knows it.
    var openName: String?
    /// Workflows that it calls, as the steps name them.
    var called: Set<String> = []
    /// The identity of its own that the platform gives it.
    var ownIdentity: OwnIdentity?
    /// Ids of identities that are assigned to it.
    var identities: Set<String> = []

    struct OwnIdentity: Sendable, Hashable {
        var detail: [String: String] = [:]
    }
}

/// A connection that a template or solution declares.
struct DeclaredConnection: Sendable {
    var credential: Credential
    /// The environment that its folder stands for.
    var perEnvironment = false
}

/// What the connections of a project or package are, by key.
struct ConnectionTable: Sendable {
    struct Entry: Sendable, Hashable {
        var kind: String?
        var id: String
        var name: String?
        /// What people call it.
        var title: String?
        /// Names of application settings that hold its secret.
        var settings: [String] = []
        var fingerprint: Fingerprint?
        /// Whether it proves itself as the platform's identity of the workflow.
        var usesIdentity = false
    }

    var entries: [String: Entry] = [:]
    /// Whether the file lists connections, as opposed to ids by key only.
    var declares = false
}

/// What the files of a Power Automate solution say of its workflows.
struct SolutionFacts: Sendable {
    struct Flow: Sendable, Hashable {
        var name: String?
        var active: Bool?
        var owner: OwnerHint?
        var createdAt: String?
    }

    /// By the workflow's id in lower case.
    var flows: [String: Flow] = [:]
    /// Name of the solution, for the folder of its file and what lies below.
    var project: String?
    /// The environment a package was exported from.
    var instance: String?
    /// Whom the package names as its maker.
    var creator: OwnerHint?
}
