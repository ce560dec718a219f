import Decisions
import Domain

/// A small world in which everything is as it should be, to be broken in one place by each test.
struct SmallWorld {
    let now = Instant(seconds: 1_800_000_000)
    var ana = User(id: id("usr_ana"), email: "ana@example.com", name: "Ana", roles: [.owner])
    var ben = User(id: id("usr_ben"), email: "ben@example.com", name: "Ben", roles: [.approver])
    var identity: Identity
    var grants: [Grant] = []
    var systems: [System]

    init() {
        identity = Identity(
            id: id("idn_sync"),
            kind: .workflow,
            name: "contact sync",
            state: .active,
            classification: Classification(.changeCapable, reasons: []),
            firstSeen: now - .days(30),
        )
        identity.owner = ana.id
        identity.environment = "production"
        identity.expires = now + .days(200)
        identity.renewal = now + .days(100)
        systems = [
            System(name: "crm", title: "CRM", environment: "production"),
            System(name: "crm-test", title: "CRM", environment: "test"),
        ]
        grants = [grant("grt_read", .read, "crm/contacts")]
    }

    func grant(_ name: String, _ action: ActionClass, _ resource: String, days: Int64 = 30) -> Grant {
        Grant(
            id: id(name),
            identity: identity.id,
            action: action,
            resource: path(resource),
            begins: now - .days(1),
            ends: now + .days(days),
            grantedBy: "ben@example.com",
        )
    }

    var facts: Facts {
        Facts(version: 7, identities: [identity], grants: grants, systems: systems, users: [ana, ben])
    }

    var snapshot: Snapshot { Snapshot(facts) }

    func request(_ action: ActionClass = .read, _ resource: String = "crm/contacts/42") -> AccessRequest {
        AccessRequest(
            identity: identity.id,
            action: action,
            resource: path(resource),
            now: now,
            tokenAge: .seconds(30),
        )
    }
}

func id<Owner: Domain.Identifiable>(_ text: String) -> ID<Owner> {
    guard let id = ID<Owner>(text) else { preconditionFailure("`\(text)` is no id") }
    return id
}

func path(_ text: String) -> ResourcePath {
    guard let path = ResourcePath(text) else { preconditionFailure("`\(text)` is no path") }
    return path
}
