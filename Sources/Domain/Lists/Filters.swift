/// Which identities are wanted; a nil part takes all.
package struct IdentityFilter: Sendable, Hashable {
    /// Found anywhere in name, purpose or owner's address, letters of either case.
    package var text: String?
    package var states: Set<LifecycleState> = []
    package var classes: Set<IdentityClass> = []
    package var kinds: Set<Identity.Kind> = []
    package var environment: String?
    package var owner: ID<User>?
    package var source: ID<Source>?
    /// Name of the vendor that runs it.
    package var vendor: String?
    /// Only those without an owner.
    package var unowned = false
    /// Only those that change something of this kind; nil takes all.
    package var touches: Touch?
    /// Only those that reach each of these.
    package var reaches: Set<Reach> = []
    /// Only those whose owner belongs to the team, or to a team within it.
    package var team: ID<Team>?
    /// Only those with a grant on a system that holds data of this class, for example `pci`.
    package var dataClass: String?
    /// When grants count as open; those of every time when nil.
    package var moment: Instant?
    package var sort: Sort = .name
    package var descending = false

    package enum Touch: String, Sendable, Hashable, CaseIterable {
        /// Users, groups, roles, credentials, and who may do what.
        case identity
    }

    package enum Sort: String, Sendable, Hashable, CaseIterable {
        case name, state
        case identityClass = "class"
        case environment, lastUsed, expires, updated
    }

    package init() {}
}

/// Which events are wanted, newest first; a nil part takes all.
package struct EventFilter: Sendable, Hashable {
    package var kinds: Set<Event.Kind> = []
    package var actor: String?
    package var subjectKind: String?
    package var subject: String?
    package var from: Instant?
    package var until: Instant?

    package init() {}
}

/// Which findings are wanted; an empty part takes all.
package struct FindingFilter: Sendable, Hashable {
    package var rules: Set<String> = []
    package var atLeast: Finding.Severity = .info
    /// Id of the identity, credential or workflow they are about.
    package var subject: String?
    package var text: String?

    package init() {}
}

/// Which requests are wanted, newest first; a nil or empty part takes all.
package struct RequestFilter: Sendable, Hashable {
    package var states: Set<ChangeRequest.State> = []
    package var kinds: Set<ChangeRequest.Kind> = []
    package var identity: ID<Identity>?
    /// Id of the user or identity that asked.
    package var requester: String?

    package init() {}
}
