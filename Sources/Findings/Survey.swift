import Domain

/// The inventory with what the rules look up, each built once.
struct Survey: Sendable {
    /// A workflow in its place.
    struct Located: Sendable {
        var place: Int
        var workflow: Workflow
        /// The identity that governs it; nil when none does.
        var identity: Identity?
        /// When it stopped being in its source; nil while it is there.
        var vanished: Instant?
    }

    let inventory: Inventory
    /// Every workflow, in the order of the places.
    let workflows: [Located]
    /// Every account, in the order of the places.
    let accounts: [Account]
    /// Identities that govern no workflow of the inventory and are no account of it.
    let otherIdentities: [Identity]
    let users: [ID<User>: User]
    /// Whose ownership is disputed.
    let disputes: [ID<Identity>: Handover]

    init(_ inventory: Inventory) {
        self.inventory = inventory
        var governing: [Name: Identity] = [:]
        var being: [Name: Identity] = [:]
        for identity in inventory.identities {
            guard let source = identity.source else { continue }
            if let key = identity.workflow { governing[Name(source: source, key: key)] = identity }
            if let key = identity.principal { being[Name(source: source, key: key)] = identity }
        }
        var located: [Located] = []
        var accounts: [Account] = []
        for (index, place) in inventory.places.enumerated() {
            for workflow in place.estate.workflows {
                let name = Name(source: place.id, key: workflow.key)
                let identity = governing.removeValue(forKey: name)
                let vanished = place.vanished[workflow.key] ?? identity?.vanished
                located.append(Located(place: index, workflow: workflow, identity: identity, vanished: vanished))
            }
            for principal in place.estate.principals {
                let identity = being.removeValue(forKey: Name(source: place.id, key: principal.key))
                let vanished = place.vanishedPrincipals[principal.key] ?? identity?.vanished
                accounts.append(Account(place: index, principal: principal, identity: identity, vanished: vanished))
            }
        }
        workflows = located
        self.accounts = accounts
        let free = Set(governing.values.map(\.id)).union(being.values.map(\.id))
        otherIdentities = inventory.identities.filter { identity in
            identity.source == nil || identity.workflow == nil && identity.principal == nil
                || free.contains(identity.id)
        }
        users = Dictionary(inventory.users.map { ($0.id, $0) }) { $1 }
        let disputed = inventory.handovers.filter { $0.cause == .disputed }
        disputes = Dictionary(disputed.map { ($0.identity, $0) }) { $1 }
    }

    var now: Instant { inventory.now }

    func source(of located: Located) -> SourceDescription { inventory.places[located.place].estate.source }

    /// The environment it acts in: as registered, else as read.
    func environment(of located: Located) -> String? {
        located.identity?.environment ?? located.workflow.environment ?? source(of: located).environment
    }

    func classification(of located: Located) -> IdentityClass {
        located.identity?.classification.identityClass ?? Classification(of: located.workflow.steps).identityClass
    }

    /// Whether it was retired and so is no longer judged.
    func isRetired(_ located: Located) -> Bool { located.identity?.state == .retired }

    /// The identity that governs a workflow, else the workflow.
    func subject(of located: Located) -> Finding.Subject {
        let workflow = located.workflow
        guard let identity = located.identity else {
            let id = "\(source(of: located).root)/\(workflow.key)"
            return Finding.Subject(kind: "workflow", id: id, name: workflow.name, path: workflow.path)
        }
        return Finding.Subject(kind: "identity", id: identity.id.text, name: identity.name, path: workflow.path)
    }

    /// What tells a workflow across imports and stores.
    func stableName(of located: Located) -> String {
        let source = source(of: located)
        return "\(source.format)\u{0}\(source.root)\u{0}\(located.workflow.key)"
    }

    /// How a command names what a finding is about.
    func commandName(of located: Located) -> String {
        located.identity?.id.text ?? "ID"
    }

    private struct Name: Hashable {
        var source: ID<Source>
        var key: String
    }
}

extension Survey.Located {
    /// Every credential its enabled steps refer to, each once, in the order of the steps.
    var credentials: [CredentialReference] {
        var seen: Set<String> = []
        return workflow.steps.lazy.filter { !$0.disabled }.flatMap(\.credentials).filter {
            seen.insert($0.key).inserted
        }
    }

    /// Who it belongs to within its platform: the project, else the owner that the source names.
    var team: String? { workflow.project ?? workflow.owner?.text }
}
