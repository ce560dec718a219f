package import Domain

/// All that decisions depend on, at one version of the world.
package struct Facts: Sendable {
    package var version: Int64
    package var identities: [Identity]
    /// Open and coming ones; ended and revoked ones are ignored.
    package var grants: [Grant]
    package var systems: [System]
    package var users: [User]
    package var policies = OrganisationPolicies.none
    package var teams: [Team]
    /// What is said of how strictly policy is applied.
    package var levels: [LevelSetting] = []

    package init(
        version: Int64,
        identities: [Identity] = [],
        grants: [Grant] = [],
        systems: [System] = [],
        users: [User] = [],
        teams: [Team] = [],
    ) {
        self.version = version
        self.identities = identities
        self.grants = grants
        self.systems = systems
        self.users = users
        self.teams = teams
    }
}

/// One difference between two versions of the facts.
package enum FactChange: Sendable {
    case identity(Identity)
    case identityRemoved(ID<Identity>)
    case grant(Grant)
    case grantRemoved(ID<Grant>)
    case system(System)
    case systemRemoved(String)
    case user(User)
    case userRemoved(ID<User>)
    case policies(OrganisationPolicies)
    case team(Team)
    case teamRemoved(ID<Team>)
    case level(LevelSetting)
    case levelRemoved(LevelSetting.Subject)
}
