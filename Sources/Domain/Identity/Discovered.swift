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
    /// What lies behind its steps or rights.
    package var reaches: [Reach]

    package init(_ workflow: Workflow) {
        kind = workflow.kind ?? (workflow.approves ? .approvalBot : .workflow)
        name = workflow.name
        classification = Classification(of: workflow.steps)
        environment = workflow.environment
        owner = workflow.owner
        touchesIdentity = workflow.steps.contains { !$0.disabled && $0.effect.touchesIdentity }
        reaches = workflow.reaches
    }

    /// - Returns: nil for people and groups, which are reviewed as such and become no identity.
    package init?(_ principal: Principal, in source: SourceDescription) {
        guard !principal.isPerson, let kind = Identity.Kind(principal.kind) else { return nil }
        self.kind = kind
        name = principal.name
        classification = Classification(of: principal, in: source)
        if classification.identityClass < kind.leastClass {
            classification = Classification(kind.leastClass, reasons: ["whatever approves is privileged"])
        }
        environment = principal.environment
        owner = principal.owner
        vendor = principal.vendor
        touchesIdentity = principal.rights.contains { $0.effect.touchesIdentity || $0.allowsEverything }
        let found = Set(principal.rights.compactMap { $0.effect.reach ?? source.reachOfAccounts })
        reaches = Reach.allCases.filter(found.contains)
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
        case .webhookHandler: self = .webhookHandler
        case .approvalBot: self = .approvalBot
        }
    }
}

extension Classification {
    /// The class of an account: that of its strongest right.
    ///
    /// A right of unknown effect counts as change-capable, and so does an account of which the source cannot tell what it
    /// may do.
    /// What changes a cloud or a database counts as privileged.
    package init(of principal: Principal, in source: SourceDescription) {
        guard !principal.rights.isEmpty else {
            let isKnown = source.capabilities.scopes
            identityClass = isKnown ? .readOnly : .changeCapable
            reasons = [isKnown ? "its source shows no right that it has" : "its source does not say what it may do"]
            return
        }
        let rights = principal.rights.map { right in
            var right = right
            right.effect.reach = right.effect.reach ?? source.reachOfAccounts
            return right
        }
        let strongest = rights.map(\.effect.weight).max() ?? .readOnly
        let deciding = rights.filter { $0.effect.weight == strongest }
        identityClass = strongest
        reasons = deciding.prefix(10).map { right in
            "right `\(right.text)` through \(right.via): \(right.effect.reason)\(right.effect.elevation)"
        }
    }
}
