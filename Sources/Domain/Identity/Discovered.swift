/// What a source says of something that is to be governed: a workflow, or an account that is no person.
package struct Discovered: Sendable, Hashable {
    package var kind: Identity.Kind
    package var name: String
    package var classification: Classification
    package var environment: String?
    package var owner: OwnerHint?
    package var vendor: String?
    /// Whether a step or right of it changes users, groups, roles, credentials or who may do what.
    package var touchesIdentity: Bool

    package init(_ workflow: Workflow) {
        kind = workflow.kind ?? .workflow
        name = workflow.name
        classification = Classification(of: workflow.steps)
        environment = workflow.environment
        owner = workflow.owner
        touchesIdentity = workflow.steps.contains { !$0.disabled && $0.effect.touchesIdentity }
    }

    /// - Returns: nil for people and groups, which are reviewed as such and become no identity.
    package init?(_ principal: Principal, in source: SourceDescription) {
        guard !principal.isPerson, let kind = Identity.Kind(principal.kind) else { return nil }
        self.kind = kind
        name = principal.name
        classification = Classification(of: principal, in: source)
        environment = principal.environment
        owner = principal.owner
        vendor = principal.vendor
        touchesIdentity = principal.rights.contains { $0.effect.touchesIdentity || $0.allowsEverything }
    }
}

extension Right {
    /// Everything on everything, without a condition.
    package var allowsEverything: Bool {
        action == .admin && operations.contains("*") && resource == "*" && condition == nil
    }
}

extension Identity.Kind {
    /// A user that is no person is an account of a machine, and so is a role; nil for a group.
    fileprivate init?(_ kind: Principal.Kind) {
        switch kind {
        case .group: return nil
        case .user, .role, .serviceAccount: self = .serviceAccount
        case .oauthApp: self = .oauthApp
        case .apiToken: self = .apiToken
        case .certificate: self = .certificate
        case .scheduledJob: self = .scheduledJob
        case .connector: self = .connector
        case .vendorManaged: self = .vendorManaged
        case .agent: self = .agent
        }
    }
}

extension Classification {
    /// The class of an account: that of its strongest right.
    ///
    /// A right of unknown effect counts as change-capable, and so does an account of which the source cannot tell what it
    /// may do.
    package init(of principal: Principal, in source: SourceDescription) {
        guard !principal.rights.isEmpty else {
            let isKnown = source.capabilities.scopes
            identityClass = isKnown ? .readOnly : .changeCapable
            reasons = [isKnown ? "its source shows no right that it has" : "its source does not say what it may do"]
            return
        }
        let strongest = principal.rights.map { $0.effect.identityClass ?? .changeCapable }.max() ?? .readOnly
        let deciding = principal.rights.filter { ($0.effect.identityClass ?? .changeCapable) == strongest }
        identityClass = strongest
        reasons = deciding.prefix(10).map { "right `\($0.text)` through \($0.via): \($0.effect.reason)" }
    }
}
