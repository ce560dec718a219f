import Domain

@testable import Console
@testable import ControlPlane

/// One small estate with fixed ids and times, in the shapes that the control plane returns.
enum Sample {
    static let now = moment("2026-06-15T12:00:00Z")

    static func moment(_ text: String) -> Instant { Instant(text) ?? Instant(microseconds: 0) }

    static func id<Owner: Identifiable>(_ name: String) -> ID<Owner> {
        ID("\(Owner.idPrefix)_\(name)") ?? ID(at: now)
    }

    static let mira = User(
        id: id("mira"),
        email: "mira.holt@example.com",
        name: "Mira Holt",
        team: "Sales operations",
        roles: [.owner, .viewer],
    )
    static let jonas = User(id: id("jonas"), email: "jonas.weber@example.com", name: "Jonas Weber", roles: [.approver])
    static let tess = User(id: id("tess"), email: "tess.okafor@example.com", name: "Tess Okafor", roles: [.security])
    static let liam = User(
        id: id("liam"),
        email: "liam.ortega@example.com",
        name: "Liam Ortega",
        status: .left,
        roles: [.owner],
    )

    static let source = Source(
        id: id("production"),
        description: SourceDescription(root: "n8n-production", format: "n8n", environment: "production"),
        firstSeen: moment("2026-05-01T08:00:00Z"),
        lastImport: moment("2026-06-15T11:55:00Z"),
    )

    static var workflow: Workflow {
        var workflow = Workflow(key: "wf-1", name: "Sync leads", path: "workflows/sync.json", digest: "aa")
        workflow.active = true
        workflow.tags = ["sales"]
        workflow.project = "Revenue operations"
        workflow.createdAt = moment("2025-01-10T00:00:00Z")
        workflow.triggers = [
            Trigger(kind: .webhook, step: "Order created", callback: Callback(methods: ["POST"], path: "hooks/order")),
            Trigger(kind: .schedule, step: "Nightly", schedule: "0 2 * * *"),
        ]
        var read = Step(
            name: "Read rows",
            connector: "n8n-nodes-base.postgres",
            effect: StepEffect(.readOnly, reason: "`select`"),
        )
        read.credentials = [CredentialReference(kind: "postgres", id: "7", name: "warehouse")]
        read.target = "warehouse.internal.example.com"
        var write = Step(
            name: "Create contact",
            connector: "n8n-nodes-base.hubspot",
            effect: StepEffect(.changeCapable, reason: "`create` on `contact`"),
        )
        write.credentials = [CredentialReference(kind: "hubspotApi", id: nil, name: "HubSpot")]
        let unknown = Step(
            name: "Custom",
            connector: "custom.node",
            effect: StepEffect(nil, reason: "nothing is known of `custom.node`"),
        )
        workflow.steps = [read, write, unknown]
        return workflow
    }

    static var discovered: Identity {
        var identity = Identity(
            id: id("leads"),
            kind: .workflow,
            name: "Sync leads",
            classification: Classification(.changeCapable, reasons: ["step `Create contact`: `create` on `contact`"]),
            firstSeen: moment("2026-05-01T08:00:00Z"),
        )
        identity.source = source.id
        identity.workflow = "wf-1"
        return identity
    }

    static var active: Identity {
        var identity = discovered
        identity.state = .active
        identity.owner = mira.id
        identity.technicalOwner = jonas.id
        identity.backupApprover = tess.id
        identity.purpose = "Keeps customer records in step with new leads."
        identity.environment = "production"
        identity.expires = moment("2026-12-31")
        identity.renewal = moment("2026-09-30")
        identity.stopPath = "penstock stop idn_leads"
        identity.declaredReach = ["crm", "warehouse"]
        identity.lastUsed = moment("2026-06-15T11:30:00Z")
        return identity
    }

    static func grant(
        _ name: String,
        _ action: ActionClass,
        _ resource: String,
        ends: String,
        revoked: String? = nil,
    ) -> Grant? {
        ResourcePath(resource).map { path in
            Grant(
                id: id(name),
                identity: discovered.id,
                action: action,
                resource: path,
                begins: moment("2026-05-16T12:00:00Z"),
                ends: moment(ends),
                reason: "SEC-101",
                grantedBy: "jonas.weber@example.com",
                revoked: revoked.map(moment),
            )
        }
    }

    static let stop = Stop(
        id: id("one"),
        identity: discovered.id,
        reason: "token found in a public repository",
        by: "tess.okafor@example.com",
        requested: moment("2026-06-15T07:00:00Z"),
        acknowledged: moment("2026-06-15T07:00:00Z") + .milliseconds(41),
        leasesRevoked: 3,
        nodesConfirmed: 2,
        nodesExpired: 1,
    )

    static let finding = Finding(
        id: "fnd_1",
        rule: "shared-credential",
        severity: .high,
        subject: Finding.Subject(kind: "identity", id: "idn_leads", name: "Sync leads", path: "workflows/sync.json"),
        frameworks: ["NHI9:2025"],
        evidence: [
            "workflows": .number(7), "credential": .text("HubSpot"), "others": .list(["Lead scoring", "Digest"]),
        ],
        blindSpots: ["The source cannot tell when it was last used."],
        remedy: "give each its own: `penstock identity show idn_leads`",
    )

    static let events = [
        LogEntry(
            index: 41,
            event: Event(
                id: id("41"),
                at: moment("2026-06-15T11:58:00Z"),
                kind: .requestRefused,
                actor: Event.Actor(kind: .identity, id: "idn_leads", name: "Sync leads"),
                originalCaller: "run-7",
                subject: Event.Subject(kind: "system", id: "crm", name: "crm"),
                decision: Event.DecisionRecord(
                    AccessDecision(
                        id: id("1"),
                        verdict: .deny,
                        policies: ["guardrail.not-active"],
                        reason: "it is suspended",
                        version: 9,
                    )
                ),
                detail: ["method": "GET", "path": "/crm/contacts"],
            ),
        ),
        LogEntry(
            index: 40,
            event: Event(
                id: id("40"),
                at: moment("2026-06-15T07:00:00Z"),
                kind: .identityRegistered,
                actor: Event.Actor(kind: .user, id: "usr_mira", name: "mira.holt@example.com"),
                subject: Event.Subject(kind: "identity", id: "idn_leads", name: "Sync leads"),
                changes: [Event.Change("environment", before: nil, after: "production")],
            ),
        ),
    ]

    static let checkpoint = CheckpointSummary(
        origin: "penstock/pen_1",
        size: 42,
        root: "q1Wz0n6w0B0vZc8Jx7m2m5V8p4s6r1Yk3d9Qe2Lh0aM=",
        made: moment("2026-06-15T11:59:58Z"),
        note: "penstock/pen_1\n42\nq1Wz0n6w0B0vZc8Jx7m2m5V8p4s6r1Yk3d9Qe2Lh0aM=\n",
    )

    static func detail(_ identity: Identity) -> IdentityDetail {
        let isActive = identity.state != .discovered
        let grants = [
            grant("read", .read, "crm/contacts", ends: "2026-08-14T12:00:00Z"),
            grant("write", .write, "crm/contacts/new", ends: "2026-07-15T12:00:00Z"),
            grant("old", .read, "billing", ends: "2026-08-01", revoked: "2026-06-01T00:00:00Z"),
        ]
        return IdentityDetail(
            identity: identity,
            owner: isActive ? mira : nil,
            technicalOwner: isActive ? jonas : nil,
            backupApprover: isActive ? tess : nil,
            source: source,
            workflow: workflow,
            principal: nil,
            trusts: [],
            history: [],
            grants: isActive ? grants.compactMap(\.self) : [],
            leases: isActive
                ? [
                    Lease(
                        id: id("now"),
                        kind: .accessToken,
                        identity: identity.id,
                        issued: moment("2026-06-15T11:57:00Z"),
                        expires: moment("2026-06-15T12:12:00Z"),
                    )
                ] : [],
            clients: isActive
                ? [
                    ClientSummary(
                        id: "idn_leads",
                        kind: .secret,
                        created: moment("2026-06-01"),
                        expires: moment("2026-08-30"),
                        revoked: nil,
                    )
                ] : [],
            stops: isActive ? [stop] : [],
            findings: [finding],
            events: events,
            missing: identity.missingForActive(at: now),
        )
    }

    static let times = {
        var times = RegistrationTimes()
        times.registered = 12
        times.median = .days(3)
        return times
    }()

    static let overview = Overview(
        identities: 40,
        byState: [.discovered: 28, .active: 11, .suspended: 1],
        byClass: [.readOnly: 12, .changeCapable: 24, .privileged: 4],
        known: ["owner": 30, "purpose": 12, "expires": 11, "environment": 36, "reach": 14, "complete": 9],
        registration: times,
        findings: [.critical: 1, .high: 6, .medium: 20],
        byRule: ["shared-credential": 6, "unowned": 20, "literal-secret": 1],
        topFindings: [finding],
        sources: [source],
        systems: 12,
        lastStop: stop,
        checkpoint: checkpoint,
        recentEvents: events,
    )

    static let systems = [
        SystemSummary(
            system: System(
                name: "crm",
                title: "Customer records",
                environment: "production",
                function: "sales",
                dataClasses: ["personal"],
                upstream: "https://crm.internal.example.com",
                injection: .bearer,
                adminPaths: ["/admin"],
            ),
            hasCredential: true,
            openGrants: 4,
        ),
        SystemSummary(
            system: System(
                name: "hr",
                title: "People directory",
                environment: "production",
                injection: .header("X-Key")
            ),
            hasCredential: false,
            openGrants: 0,
        ),
    ]

    static func frame(_ place: Frame.Place?, notice: Notice? = nil) -> Frame {
        Frame(
            place: place,
            user: place == nil ? nil : tess,
            csrf: "csrf",
            assets: "/assets/1",
            version: "0.1.0",
            notice: notice,
        )
    }
}
