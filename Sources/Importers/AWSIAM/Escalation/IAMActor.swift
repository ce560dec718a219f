/// A user, role or group with what it may do worked out.
struct IAMActor: Sendable {
    let entity: IAMEntity
    let permissions: EffectivePermissions
    let summary: RightsSummary
    /// ARNs of groups a user is in.
    let groups: [String]
    /// ARNs of managed policies that people of the account can rewrite and that it holds, through groups too.
    let ownPolicies: [String]
    /// A role's trust policy; nil for others.
    let trust: RoleTrust?

    var arn: String { entity.arn }

    /// `user alice`, as people call it.
    var text: String { "\(entity.kind.rawValue) `\(entity.name)`" }
}

/// One step from a principal to another whose rights it gets.
struct EscalationStep: Sendable, Hashable {
    /// Index of the actor it leads to.
    var target: Int
    /// How, in words or actions.
    var method: String
    var condition: String?
}

/// What a principal can come to by steps.
struct Escalation: Sendable, Hashable {
    /// Steps in order, as people read them.
    var path: [String]
    /// Index of the actor it ends at; the principal itself where it rewrites its own rights.
    var target: Int
    /// Whether it ends with everything.
    var isAdministrator: Bool
    var condition: String?
    /// Whether every step is an ordinary taking on of a role.
    var isPlain: Bool
}
