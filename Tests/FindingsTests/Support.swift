import Domain
import Findings

let now = Instant(seconds: 1_760_000_000)

func user(_ name: String, status: User.Status = .active, sharedMailbox: Bool = false) -> User {
    let id = ID<User>("usr_\(name)") ?? ID(at: now)
    return User(id: id, email: "\(name)@x.example", name: name, status: status, sharedMailbox: sharedMailbox)
}

func step(_ name: String, _ identityClass: IdentityClass? = .changeCapable, credentials: [String] = []) -> Step {
    var step = Step(name: name, connector: "test", effect: StepEffect(identityClass, reason: "for the test"))
    step.credentials = credentials.map { CredentialReference(kind: "api", id: $0, name: "name of \($0)") }
    return step
}

func workflow(
    _ key: String,
    _ steps: [Step] = [step("s")],
    active: Bool? = true,
    environment: String? = nil
) -> Workflow {
    var workflow = Workflow(key: key, name: "workflow \(key)", path: "\(key).json")
    workflow.steps = steps
    workflow.active = active
    workflow.environment = environment
    return workflow
}

let source = ID<Source>("src_test") ?? ID(at: now)

func identity(_ key: String, owner: User? = nil, expires: Instant? = nil) -> Identity {
    let id = ID<Identity>("idn_\(key)") ?? ID(at: now)
    let classification = Classification(.changeCapable, reasons: [])
    var identity = Identity(
        id: id,
        kind: .workflow,
        name: "identity \(key)",
        classification: classification,
        firstSeen: now - .days(3)
    )
    identity.source = source
    identity.workflow = key
    identity.owner = owner?.id
    identity.expires = expires
    return identity
}

func inventory(
    _ workflows: [Workflow],
    identities: [Identity] = [],
    users: [User] = [],
    credentials: [Credential] = [],
    vanished: [String: Instant] = [:],
) -> Inventory {
    var estate = Estate(source: SourceDescription(root: "test", format: "n8n"))
    estate.workflows = workflows
    estate.credentials = credentials
    let place = Inventory.Place(id: source, estate: estate, vanished: vanished)
    return Inventory(places: [place], identities: identities, users: users, now: now)
}

func findings(_ rule: String, in inventory: Inventory) -> [Finding] {
    Rules.findings(in: inventory, rules: Rules.all.filter { $0.id == rule })
}
