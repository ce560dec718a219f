import Domain
import Wire

/// Values that the tests' server answers with.
enum Sample {
    static let now = moment("2026-03-01T12:00:00Z")

    static func moment(_ text: String) -> Instant {
        guard let instant = Instant(text) else { preconditionFailure("`\(text)` is no time") }
        return instant
    }

    static func id<Owner>(_ name: String) -> ID<Owner> {
        guard let id = ID<Owner>("\(Owner.idPrefix)_\(name)") else { preconditionFailure("`\(name)` is no id") }
        return id
    }

    static let ada = User(
        id: id("ada"),
        email: "ada@example.com",
        name: "Ada Vale",
        team: "finance",
        roles: [.owner, .approver],
    )

    static let ben = User(id: id("ben"), email: "ben@example.com", name: "Ben Orr", status: .left, roles: [.viewer])

    static let desk = User(
        id: id("desk"),
        email: "desk@example.com",
        name: "Service desk",
        roles: [.viewer],
        sharedMailbox: true,
    )

    static let source = Source(
        id: id("n8n"),
        description: SourceDescription(root: "n8n-production", format: "n8n"),
        firstSeen: moment("2026-01-05T08:00:00Z"),
        lastImport: moment("2026-02-27T08:00:00Z"),
    )

    static var identity: Identity {
        var identity = Identity(
            id: id("invoices"),
            kind: .workflow,
            name: "Sync invoices",
            state: .active,
            classification: Classification(
                .changeCapable,
                reasons: ["step `Book`: `create` on `invoice` changes data"]
            ),
            firstSeen: moment("2026-01-05T08:00:00Z"),
        )
        identity.source = source.id
        identity.workflow = "w1"
        identity.owner = ada.id
        identity.technicalOwner = ben.id
        identity.purpose = "copies invoices from the shop into the ledger, so that finance closes the month in time"
        identity.environment = "production"
        identity.function = "finance"
        identity.expires = moment("2026-08-28T00:00:00Z")
        identity.renewal = moment("2026-02-20T00:00:00Z")
        identity.declaredReach = ["ledger", "shop"]
        identity.stopPath = "penstock stop idn_invoices"
        identity.lastUsed = moment("2026-03-01T09:00:00Z")
        return identity
    }

    static var bare: Identity {
        Identity(
            id: id("report"),
            kind: .scheduledJob,
            name: "Weekly \u{1B}[31mreport",
            classification: Classification(.privileged, reasons: []),
            firstSeen: moment("2026-02-27T08:00:00Z"),
        )
    }

    static var workflow: Workflow {
        var workflow = Workflow(key: "w1", name: "Sync invoices", path: "finance/sync.json", digest: "d1")
        workflow.active = true
        workflow.steps = [
            Step(name: "Book", connector: "ledger", effect: StepEffect(.changeCapable, reason: "creates"))
        ]
        workflow.triggers = [
            Trigger(kind: .webhook, step: "Hook", callback: Callback(methods: ["POST"], path: "invoices")),
            Trigger(kind: .schedule, step: "Night", schedule: "0 3 * * *"),
        ]
        return workflow
    }

    static func grant(_ name: String, _ action: ActionClass, on resource: String, ends: String) -> Grant {
        guard let path = ResourcePath(resource) else { preconditionFailure("`\(resource)` is no resource") }
        return Grant(
            id: id(name),
            identity: identity.id,
            action: action,
            resource: path,
            begins: moment("2026-01-10T00:00:00Z"),
            ends: moment(ends),
            reason: "month's end",
            grantedBy: "ada@example.com",
        )
    }

    static let lease = Lease(
        id: id("one"),
        kind: .accessToken,
        identity: id("invoices"),
        task: "nightly",
        issued: moment("2026-03-01T11:55:00Z"),
        expires: moment("2026-03-01T12:10:00Z"),
    )

    static let client = ClientRecord(
        id: "cli_one",
        kind: "secret",
        created: moment("2026-01-10T00:00:00Z"),
        expires: moment("2026-07-10T00:00:00Z"),
        revoked: nil,
    )

    static let stop = Stop(
        id: id("one"),
        identity: id("invoices"),
        reason: "token seen in public",
        by: "ada@example.com",
        requested: moment("2026-02-01T10:00:00Z"),
        acknowledged: moment("2026-02-01T10:00:00.012340Z"),
        leasesRevoked: 2,
        nodesConfirmed: 3,
        nodesExpired: 0,
    )

    static let findings = [
        Finding(
            id: "f1",
            rule: "shared-credential",
            severity: .high,
            subject: Finding.Subject(kind: "credential", id: "c1", name: "ledger token", path: ""),
            frameworks: ["NHI9:2025"],
            evidence: ["workflows": .list(["Sync invoices", "Weekly report"]), "uses": 2],
            remedy: "give each workflow a credential of its own",
        ),
        Finding(
            id: "f2",
            rule: "unowned",
            severity: .medium,
            subject: Finding.Subject(
                kind: "identity",
                id: "idn_report",
                name: "Weekly report",
                path: "ops/report.json"
            ),
            frameworks: ["NHI1:2025"],
            evidence: ["owner": "none"],
            blindSpots: ["the source names no owners"],
            remedy: "register it with --owner",
        ),
    ]

    static let events = [
        LogLine(
            index: 41,
            event: Event(
                id: id("b"),
                at: moment("2026-03-01T09:00:00Z"),
                kind: .requestRefused,
                actor: Event.Actor(kind: .identity, id: "idn_invoices", name: "Sync invoices"),
                subject: Event.Subject(kind: "system", id: "ledger", name: "ledger"),
                detail: ["method": "DELETE", "path": "/invoices/7"],
            ),
        ),
        LogLine(
            index: 7,
            event: Event(
                id: id("a"),
                at: moment("2026-01-10T08:00:00Z"),
                kind: .identityRegistered,
                actor: Event.Actor(kind: .user, id: "usr_ada", name: "ada@example.com"),
                subject: Event.Subject(kind: "identity", id: "idn_invoices", name: "Sync invoices"),
                changes: [Event.Change("state", before: "discovered", after: "active")],
            ),
        ),
    ]

    static var record: IdentityRecord {
        var ended = grant("old", .write, on: "shop/orders", ends: "2026-02-01T00:00:00Z")
        ended.revoked = moment("2026-01-20T00:00:00Z")
        return IdentityRecord(
            identity: identity,
            owner: ada,
            technicalOwner: ben,
            backupApprover: nil,
            source: source,
            workflow: workflow,
            grants: [grant("new", .read, on: "ledger/invoices", ends: "2026-06-01T00:00:00Z"), ended],
            leases: [lease],
            clients: [client],
            stops: [stop],
            findings: findings,
            events: events,
            missing: [MissingField("backupApprover", why: "someone decides when the owner is away")],
        )
    }

    static var bareRecord: IdentityRecord {
        IdentityRecord(
            identity: bare,
            owner: nil,
            technicalOwner: nil,
            backupApprover: nil,
            source: nil,
            workflow: nil,
            grants: [],
            leases: [],
            clients: [],
            stops: [],
            findings: [],
            events: [],
            missing: [],
        )
    }

    static var systems: [SystemRecord] {
        let ledger = System(
            name: "ledger",
            title: "General ledger",
            environment: "production",
            vendor: "Acme",
            dataClasses: ["financial"],
            upstream: "http://127.0.0.1:9000",
            injection: .bearer,
            adminPaths: ["/admin"],
        )
        let shop = System(name: "shop", title: "Shop", environment: "staging", injection: .header("X-Api-Key"))
        return [
            SystemRecord(ledger, hasCredential: true, openGrants: 3),
            SystemRecord(shop, hasCredential: false, openGrants: 0),
        ]
    }

    static let outcome = ImportOutcome(
        sources: [
            ImportOutcome.SourceOutcome(
                root: "n8n-production",
                format: "n8n",
                counts: ["files": 6, "workflows": 5, "rejected": 1, "steps": 31, "credentials": 4],
                new: ["Weekly report"],
                changed: [
                    ImportOutcome.Changed(
                        kind: "workflow",
                        name: "Sync invoices",
                        path: "finance/sync.json",
                        changes: ["credential `ledger` added"],
                    )
                ],
                vanished: ["Old sync"],
                unchanged: 3,
            ),
            ImportOutcome.SourceOutcome(
                root: "n8n-staging",
                format: "n8n",
                counts: ["files": 2, "workflows": 2, "rejected": 0, "steps": 8, "credentials": 1],
                new: ["One", "Two"],
                changed: [],
                vanished: [],
                unchanged: 0,
            ),
        ],
        totals: ["files": 8, "workflows": 7, "rejected": 2, "steps": 39, "credentials": 5],
        rejected: [
            Rejection(path: "n8n-production/broken.json", line: 3, column: 14, reason: "expected `,` or `}`"),
            Rejection(path: "n8n-production/secret.json", reason: "cannot be opened: permission denied"),
        ],
        dryRun: false,
    )
}
