package import Domain

/// The body of a request; a member that it does not name is refused.
package protocol WireBody: Codable, Sendable {
    static var members: Set<String> { get }
}

package struct RegisterRequest: WireBody {
    package static let members: Set = [
        "owner", "technicalOwner", "backupApprover", "purpose", "environment", "function", "vendor", "expires",
        "renewal", "declaredReach", "stopPath", "stoppedBy", "level", "systemPurpose", "pattern",
    ]

    package var owner: String?
    package var technicalOwner: String?
    package var backupApprover: String?
    package var purpose: String?
    package var environment: String?
    package var function: String?
    package var vendor: String?
    package var expires: Instant?
    package var renewal: Instant?
    package var declaredReach: [String]?
    package var stopPath: String?
    package var stoppedBy: String?
    package var level: Identity.Level?
    package var systemPurpose: String?
    package var pattern: Pattern?

    package init() {}
}

/// Who is to answer for many identities at once.
package struct OwnershipRequest: WireBody {
    package static let members: Set = [
        "owner", "technicalOwner", "backupApprover", "reason", "from", "source", "environment", "kind", "unowned",
        "text",
    ]

    package var owner: String
    package var technicalOwner: String?
    package var backupApprover: String?
    package var reason: String
    /// Which identities: whose owner is this person; the others as in the list of identities.
    package var from: ID<User>?
    package var source: ID<Source>?
    package var environment: String?
    package var kind: Identity.Kind?
    package var unowned: Bool?
    package var text: String?

    package init(owner: String, reason: String) {
        self.owner = owner
        self.reason = reason
    }
}

/// Something that no source shows.
package struct NewIdentityRequest: WireBody {
    package static let members: Set = ["kind", "name", "class", "environment"]

    package var kind: Identity.Kind
    package var name: String
    /// What it can do at most, as far as is known; change-capable when absent.
    package var `class`: IdentityClass?
    package var environment: String?

    package init(kind: Identity.Kind, name: String, class: IdentityClass?, environment: String?) {
        self.kind = kind
        self.name = name
        self.class = `class`
        self.environment = environment
    }
}

package struct GrantRequest: WireBody {
    package static let members: Set = ["action", "resource", "until", "reason"]

    package var action: ActionClass
    package var resource: ResourcePath
    package var until: Instant
    package var reason: String?

    package init(action: ActionClass, resource: ResourcePath, until: Instant, reason: String?) {
        self.action = action
        self.resource = resource
        self.until = until
        self.reason = reason
    }
}

package struct TokenOrder: WireBody {
    package static let members: Set = ["task", "purpose", "seconds"]

    package var task: String?
    /// What it may be used for, where a grant asks for that.
    package var purpose: String?
    /// Life wanted; the class's longest when absent.
    package var seconds: Int?

    package init(task: String?, purpose: String? = nil, seconds: Int?) {
        self.task = task
        self.purpose = purpose
        self.seconds = seconds
    }
}

package struct ClientOrder: WireBody {
    package static let members: Set = ["publicKey"]

    /// A JWK as text; absent to get a secret.
    package var publicKey: String?

    package init(publicKey: String?) {
        self.publicKey = publicKey
    }
}

package struct StopAllRequest: WireBody {
    package static let members: Set = ["scope", "value", "reason"]

    package var scope: StopScope
    /// A name; for an owner an address, for a source its root.
    package var value: String
    package var reason: String

    package init(_ scope: StopScope, _ value: String, reason: String) {
        self.scope = scope
        self.value = value
        self.reason = reason
    }
}

package struct ConfirmStepRequest: WireBody {
    package static let members: Set = ["evidence"]

    /// How it is known that the step is done.
    package var evidence: String

    package init(evidence: String) { self.evidence = evidence }
}

package struct StopRequest: WireBody {
    package static let members: Set = ["identity", "reason"]

    /// Id, beginning of an id, or name.
    package var identity: String
    package var reason: String

    package init(identity: String, reason: String) {
        self.identity = identity
        self.reason = reason
    }
}

package struct ReasonRequest: WireBody {
    package static let members: Set = ["reason"]

    package var reason: String

    package init(reason: String) {
        self.reason = reason
    }
}

package struct CredentialRequest: WireBody {
    package static let members: Set = ["value"]

    package var value: String

    package init(value: String) {
        self.value = value
    }
}

package struct UserRequest: WireBody {
    package static let members: Set = [
        "email", "name", "team", "status", "roles", "sharedMailbox", "person", "externalID",
    ]

    package var email: String
    package var name: String
    package var team: String?
    package var status: User.Status?
    package var roles: [Role]?
    package var sharedMailbox: Bool?
    /// Tells the person behind the account; accounts with the same are one person.
    package var person: String?
    package var externalID: String?

    package init(email: String, name: String, team: String?, status: User.Status?, roles: [Role]?, sharedMailbox: Bool?)
    {
        self.email = email
        self.name = name
        self.team = team
        self.status = status
        self.roles = roles
        self.sharedMailbox = sharedMailbox
    }
}

package struct ImportRequest: WireBody {
    package static let members: Set = ["estates", "dryRun"]

    package var estates: [Estate]
    package var dryRun: Bool

    package init(estates: [Estate], dryRun: Bool) {
        self.estates = estates
        self.dryRun = dryRun
    }
}

package struct FingerprintRequest: WireBody {
    package static let members: Set = ["values"]

    /// Secrets found in files; they are fingerprinted and forgotten.
    package var values: [String]

    package init(values: [String]) {
        self.values = values
    }
}
