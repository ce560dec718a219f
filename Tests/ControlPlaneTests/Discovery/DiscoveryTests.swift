import Decisions
import Domain
import Findings
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// What is found where integrations are built, and what becomes of it.
struct DiscoveryTests {
    @Test("A1, A5, A8, A11, A13, A16: of every family of platforms each integration is an identity of its own kind")
    func families() async throws {
        try await House.onEach { house in
            let report = try await house.take([
                "n8n/joiner.json": EstateFiles.joiner, "repo/.github/workflows/deploy.yml": EstateFiles.pipeline,
                "cluster/ops.yaml": EstateFiles.cluster, "cloud/account.json": EstateFiles.cloud,
                "inventory.csv": EstateFiles.table,
            ])
            #expect(report.rejected.isEmpty)
            let identities = try await house.all()
            func kinds(_ names: [String]) -> [String] {
                names.map { name in identities.first { $0.name == name }?.kind.rawValue ?? "not there" }
            }
            #expect(
                kinds(["joiner", "deploy", "nightly", "cleaner", "CRM bridge", "order intake"])
                    == ["workflow", "pipeline", "scheduledJob", "serviceAccount", "connector", "webhookHandler"]
            )
            #expect(
                kinds(["report key", "nightly export", "price list", "payroll feed"])
                    == ["apiToken", "scheduledJob", "scheduledJob", "vendorManaged"]
            )
            #expect(Set(identities.map(\.id)).count == identities.count)
            // Who runs it is an attribute of its own, and sets how it is expected to work.
            let payroll = try #require(identities.first { $0.name == "payroll feed" })
            #expect(payroll.vendor == "PayCo")
            #expect(Pattern(of: Workflow(key: "x", name: "x", path: ""), vendor: payroll.vendor) == .vendorManaged)
        }
    }

    @Test("A14: the identities by which a platform schedules, delivers, transforms and retries are inventoried too")
    func platforms() async throws {
        try await House.onEach { house in
            try await house.take(["account.json": EstateFiles.cloud])
            let own = try await house.all().filter { $0.vendor == "AWS" }
            #expect(own.count == 4)
            #expect(own.allSatisfy { $0.kind == .vendorManaged })
            for service in ["scheduler", "events", "glue", "states"] {
                let identity = try #require(own.first { $0.name.hasSuffix(service) })
                let trusts = try await house.control.identity(identity.id.text, by: house.boss).trusts
                #expect(trusts.contains { $0.kind == .runsAs && $0.from.contains("\(service).amazonaws.com") })
            }
        }
    }

    @Test("A9: what approves in the place of people is privileged, whatever else it does and however it was found")
    func approvalBots() async throws {
        try await House.onEach { house in
            let bot = EstateFiles.n8n(
                "quick yes",
                [
                    EstateFiles.node(
                        "decide",
                        "n8n-nodes-own.expenses",
                        #"{"operation": "approve", "resource": "claim"}"#
                    )
                ]
            )
            try await house.take(["inventory.csv": EstateFiles.table, "flows/bot.json": bot])
            let found = try await house.all().filter { $0.kind == .approvalBot }
            #expect(found.map(\.name) == ["expense bot", "quick yes"])
            #expect(found.allSatisfy { $0.classification.identityClass == .privileged })
            let added = try await house.control.addIdentity(
                NewIdentity(kind: .approvalBot, name: "leave bot", identityClass: .readOnly),
                by: house.boss,
            )
            #expect(added.classification.identityClass == .privileged)
        }
    }

    @Test("A10, A2, B6: steps are records of their own; the one that changes access makes its workflow privileged")
    func steps() async throws {
        try await House.onEach { house in
            try await house.take(["joiner.json": EstateFiles.joiner])
            let detail = try await house.control.identity("joiner", by: house.boss)
            let steps = try #require(detail.workflow?.steps)
            #expect(steps.map(\.name) == ["called", "look up", "make"])
            #expect(steps.map(\.effect.identityClass) == [.readOnly, .readOnly, .privileged])
            #expect(steps.map(\.effect.touchesIdentity) == [false, false, true])
            #expect(detail.identity.touchesIdentity)
            #expect(detail.identity.classification.identityClass == .privileged)
            #expect(detail.identity.classification.reasons.count == 1)
            #expect(detail.identity.classification.reasons.first?.hasPrefix("step `make`: ") == true)
            // Where it starts, what it acts on, and the platform between them, in one record.
            #expect(detail.workflow?.triggers.compactMap(\.callback?.path) == ["joiner"])
            let definition = Definition(of: detail.identity, workflow: detail.workflow)
            #expect(definition.targets.contains("n8n-nodes-base.okta"))
            #expect(detail.source?.description.format == "n8n")
        }
    }

    @Test("A3, A4, E7: neither a name nor trust lowers a class; what the steps do decides, at every import")
    func names() async throws {
        try await House.onEach { house in
            func flow(_ operation: String) -> String {
                EstateFiles.n8n(
                    "Trusted read-only report",
                    [
                        EstateFiles.node(
                            "read users",
                            "n8n-nodes-base.okta",
                            #"{"resource": "user", "operation": "\#(operation)"}"#
                        )
                    ],
                    extra: #""tags": ["trusted", "approved by IT"],"#,
                )
            }
            try await house.take(["flow.json": flow("getAll")])
            let name = "Trusted read-only report"
            func known() async throws -> Identity {
                try await house.control.identity(name, by: house.boss).identity
            }
            #expect(try await known().classification.identityClass == .readOnly)
            try await house.person("ana")
            try await house.person("ben")
            var registration = house.registration
            registration.purpose = "trusted, reads only, low risk"
            registration.environment = "production"
            _ = try await house.control.registerIdentity(name, registration, by: house.boss)
            try await house.take(["flow.json": flow("delete")])
            let identity = try await known()
            #expect(identity.classification.identityClass == .privileged)
            let events = try await house.control.identity(name, by: house.boss).events.map(\.event)
            #expect(
                events.contains { event in
                    event.changes.contains(Event.Change("class", before: "readOnly", after: "privileged"))
                }
            )
            // Registering it again, with the same words, lowers nothing.
            _ = try await house.control.registerIdentity(name, registration, by: house.boss)
            #expect(try await known().classification.identityClass == .privileged)
        }
    }

    @Test("B3: an estate is read and judged where nothing is enforced, and nothing of it is changed or issued")
    func readOnly() async throws {
        try await House.onEach { house in
            try await house.take(["joiner.json": EstateFiles.joiner, "inventory.csv": EstateFiles.table])
            #expect(try await house.control.systems(by: house.boss).isEmpty)
            let findings = try await house.control.findings(FindingFilter(), by: house.boss)
            #expect(findings.contains { $0.rule == "unowned" && $0.subject.name == "joiner" })
            for identity in try await house.all() {
                #expect(identity.state == .discovered)
                let detail = try await house.control.identity(identity.id.text, by: house.boss)
                #expect(detail.grants.isEmpty && detail.leases.isEmpty && detail.clients.isEmpty)
            }
        }
    }

    @Test("B2: credentials are records of where they are held, and no value of one is in the store")
    func credentials() async throws {
        try await House.onEach { house in
            let secret = "v2" + String(UInt64.random(in: .max / 2 ... .max), radix: 36) + "Zq9"
            let exported = """
                [{"id": "o1", "name": "Okta", "type": "oktaApi", "data": {"accessToken": "\(secret)"},
                  "createdAt": "2026-01-02T00:00:00.000Z", "updatedAt": "2026-02-03T00:00:00.000Z"}]
                """
            try await house.take(["joiner.json": EstateFiles.joiner, "credentials.json": exported])
            let estates = house.control.estates
            let place = try #require(try await house.database.read { try estates.places(in: $0) }.first)
            let credential = try #require(place.estate.credentials.first { $0.reference.name == "Okta" })
            #expect(credential.fingerprint == house.vault.fingerprint(of: Array(secret.utf8)))
            #expect(credential.createdAt == Instant("2026-01-02"))
            #expect(place.estate.source.root == "estate")
            let kept = try await house.database.read { connection in
                try connection.rows("SELECT * FROM estate_parts").map { "\($0)" }.joined()
            }
            #expect(!kept.contains(secret))
            #expect(kept.contains("Okta"))
        }
    }

    @Test("B1, B7, B8: what no source shows its team writes down and registers; how long that took is measured")
    func byHand() async throws {
        try await House.onEach { house in
            let ana = try await house.person("ana")
            try await house.person("ben")
            try await house.take(["joiner.json": EstateFiles.joiner])
            let viewer = try await house.person("vic", roles: [.viewer])
            let new = NewIdentity(kind: .webhookHandler, name: "order intake", identityClass: .readOnly)
            let refused = try await house.failure {
                _ = try await house.control.addIdentity(new, by: .user(viewer))
            }
            #expect(refused?.code == .forbidden)
            let added = try await house.control.addIdentity(new, by: .user(ana))
            #expect(added.state == .discovered)
            let twice = try await house.failure { _ = try await house.control.addIdentity(new, by: .user(ana)) }
            #expect(twice?.code == .conflict)
            func unowned() async throws -> [String] {
                try await house.control.findings(FindingFilter(), by: house.boss).filter {
                    $0.rule == "unowned" && $0.subject.kind != "credential"
                }
                .map(\.subject.name).sorted()
            }
            #expect(try await unowned() == ["joiner", "order intake"])
            house.clock.advance(by: .days(3))
            var registration = house.registration
            registration.environment = "test"
            registration.systemPurpose = "takes orders for the shop"
            registration.pattern = .eventDriven
            registration.declaredReach = ["shop"]
            registration.expires = house.clock.now + .days(20)
            let active = try await house.control.registerIdentity(added.id.text, registration, by: .user(ana))
            #expect(active.state == .active)
            #expect(active.registered == house.clock.now)
            #expect(try await unowned() == ["joiner"])
            let overview = try await house.control.overview(by: house.boss)
            #expect(overview.registration.registered == 1)
            #expect(overview.registration.median == .days(3))
            #expect(overview.registration.waiting == 1)
            #expect(overview.registration.longestWait == .days(3))
            #expect(overview.identities == 2)
        }
    }

    @Test("B8: the use of what nobody registered is refused, or seen where it is only observed")
    func unregistered() async throws {
        try await House.onEach { house in
            try await house.take(["joiner.json": EstateFiles.joiner], environment: "production")
            _ = try await house.control.putSystem(
                System(name: "crm", title: "CRM", environment: "production"),
                by: house.boss
            )
            let identity = try await house.control.identity("joiner", by: house.boss).identity
            let snapshot = try #require(house.control.world.snapshot)
            let resource = try #require(ResourcePath("crm"))
            let request = AccessRequest(
                identity: identity.id,
                action: .read,
                resource: resource,
                now: house.clock.now,
            )
            let decision = snapshot.decide(request)
            #expect(decision.policies.contains("guardrail.not-active"))
            #expect(snapshot.enforcement(of: decision, for: request) == .refuse)
        }
    }

    @Test("B10: the score says of how many owner, purpose, reach and end are known")
    func score() async throws {
        try await House.onEach { house in
            _ = try await house.active()
            try await house.take(["joiner.json": EstateFiles.joiner])
            let known = try await house.control.overview(by: house.boss).known
            #expect(known["owner"] == 1 && known["purpose"] == 1 && known["expires"] == 1 && known["reach"] == 1)
            #expect(known["complete"] == 1)
        }
    }

    @Test(
        "E3, E4: reach to clouds, databases, pipelines, directories and secret stores is computed, and raises the class"
    )
    func reach() async throws {
        try await House.onEach { house in
            func flow(_ name: String, _ type: String, _ parameters: String) -> String {
                EstateFiles.n8n(name, [EstateFiles.node("s", type, parameters)])
            }
            try await house.take(
                [
                    "a.json": flow("inserts", "n8n-nodes-base.postgres", #"{"operation": "insert"}"#),
                    "b.json": flow("selects", "n8n-nodes-base.postgres", #"{"operation": "select"}"#),
                    "c.json": flow(
                        "posts",
                        "n8n-nodes-base.slack",
                        #"{"resource": "message", "operation": "post"}"#
                    ),
                    ".github/workflows/deploy.yml": EstateFiles.pipeline,
                ],
                environment: "production",
            )
            let identities = try await house.all()
            func of(_ name: String) throws -> Identity { try #require(identities.first { $0.name == name }) }
            #expect(try of("inserts").reach == [.production, .database])
            #expect(try of("inserts").classification.identityClass == .privileged)
            #expect(
                try of("inserts").classification.reasons.first?.hasSuffix("is held like an elevated account") == true
            )
            #expect(try of("selects").reach == [.production, .database])
            #expect(try of("selects").classification.identityClass == .readOnly)
            #expect(try of("posts").reach == [.production])
            #expect(try of("posts").classification.identityClass == .changeCapable)
            #expect(try of("deploy").reach == [.production, .pipeline])
            var filter = IdentityFilter()
            filter.reaches = [.database]
            #expect(try await house.all(filter).map(\.name) == ["inserts", "selects"])
            filter.reaches = [.production, .pipeline]
            #expect(try await house.all(filter).map(\.name) == ["deploy"])
        }
    }
}
