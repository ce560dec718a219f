import Decisions
import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// What keeps stages, business functions, regions and teams apart.
struct SeparationTests {
    private func system(
        _ name: String,
        _ environment: String = "production",
        function: String? = nil,
        region: String? = nil,
        dataClasses: [String] = [],
    ) -> System {
        System(
            name: name,
            title: name,
            environment: environment,
            function: function,
            region: region,
            dataClasses: dataClasses,
        )
    }

    /// Gives the office's identity what it asks for, approved by two people where policy wants two.
    private func give(_ office: Office, _ action: ActionClass, _ resource: String, days: Int64 = 30) async throws {
        var asked = office.asked(action, resource, days: days)
        if action == .admin { asked.grants[0].task = "audit" }
        var request = try await office.open(asked)
        for approver in [office.approver, office.security] where request.state == .open {
            request = try await office.approve(request, by: approver)
        }
        #expect(request.state == .approved)
    }

    @Test("P2: each stage of a flow is an identity of its own, and acts on its own stage only")
    func stages() async throws {
        try await House.onEach { house in
            try await house.person("ana")
            try await house.person("ben")
            let stages = ["development", "staging", "production"]
            for stage in stages {
                try await house.take(["flow.json": EstateFiles.joiner], environment: stage, named: stage)
                _ = try await house.control.putSystem(system("crm-\(stage)", stage), by: house.boss)
            }
            let identities = try await house.all()
            #expect(identities.map(\.name) == ["joiner", "joiner", "joiner"])
            #expect(Set(identities.map(\.environment)) == Set(stages.map(Optional.some)))
            for identity in identities {
                var registration = house.registration
                registration.environment = identity.environment
                _ = try await house.control.registerIdentity(identity.id.text, registration, by: house.boss)
                for stage in stages {
                    _ = try await house.control.grant(
                        identity.id.text,
                        action: .read,
                        resource: try #require(ResourcePath("crm-\(stage)")),
                        until: house.clock.now + .days(5),
                        reason: "test",
                        by: house.boss,
                    )
                }
            }
            let snapshot = try #require(house.control.world.snapshot)
            for identity in identities {
                for stage in stages {
                    let resource = try #require(ResourcePath("crm-\(stage)/contacts"))
                    let decision = snapshot.decide(
                        .init(identity: identity.id, action: .read, resource: resource, now: house.clock.now)
                    )
                    let isOwn = identity.environment == stage
                    #expect((decision.verdict == .allow) == isOwn)
                    #expect(decision.policies.contains("guardrail.cross-environment") == !isOwn)
                }
            }
            // One credential in all three is told, whatever they are called.
            let findings = try await house.control.findings(FindingFilter(), by: house.boss)
            #expect(findings.allSatisfy { $0.rule != "clone-shares-access" })
        }
    }

    @Test("P5, F6: what one environment was granted in another is refused at the request, whatever the grant says")
    func environments() async throws {
        try await Office.onEach(environment: "test") { office in
            _ = try await office.control.putSystem(system("ledger"), by: office.boss)
            try await give(office, .read, "ledger")
            let resource = try #require(ResourcePath("ledger"))
            let decision = try #require(office.control.world.snapshot).decide(
                .init(identity: office.identity.id, action: .read, resource: resource, now: office.clock.now)
            )
            #expect(decision.verdict == .deny)
            #expect(decision.policies == ["guardrail.cross-environment"])
        }
    }

    @Test("P3: reach into a system of another business function is a finding, worse when it changes something there")
    func functions() async throws {
        try await Office.onEach { office in
            _ = try await office.control.putSystem(system("payroll", function: "hr"), by: office.boss)
            _ = try await office.control.putSystem(system("crm", function: "sales"), by: office.boss)
            func found() async throws -> [Finding] {
                var filter = FindingFilter()
                filter.rules = ["cross-function-reach"]
                return try await office.control.findings(filter, by: office.boss)
            }
            try await give(office, .read, "crm")
            #expect(try await found().isEmpty)
            try await give(office, .read, "payroll/people")
            #expect(try await found().map(\.severity) == [.medium])
            #expect(try await found().first?.evidence["functions"] == .list(["hr"]))
            try await give(office, .write, "payroll/people")
            #expect(try await found().map(\.severity) == [.high])
            office.clock.advance(by: .days(31))
            #expect(try await found().isEmpty)
        }
    }

    @Test("P7: a flow from one region into another is a finding, and policy can forbid a region")
    func regions() async throws {
        try await Office.onEach { office in
            _ = try await office.control.putSystem(
                system("crm", region: "eu", dataClasses: ["personal"]),
                by: office.boss
            )
            _ = try await office.control.putSystem(system("warehouse", region: "us"), by: office.boss)
            func found() async throws -> [Finding] {
                var filter = FindingFilter()
                filter.rules = ["cross-region-flow"]
                return try await office.control.findings(filter, by: office.boss)
            }
            try await give(office, .read, "crm")
            #expect(try await found().isEmpty)
            try await give(office, .write, "warehouse")
            let finding = try #require(try await found().first)
            #expect(finding.severity == .high)
            #expect(finding.evidence["flows"] == .list(["crm (eu) into warehouse (us)"]))
            #expect(finding.evidence["dataClasses"] == .list(["personal"]))
            func verdict() throws -> AccessDecision {
                try #require(office.control.world.snapshot).decide(
                    .init(
                        identity: office.identity.id,
                        action: .write,
                        resource: try #require(ResourcePath("warehouse")),
                        now: office.clock.now,
                    )
                )
            }
            #expect(try verdict().verdict == .allow)
            try await office.put(
                policies: """
                    @id("shop.region") @reason("data stays in the EU")
                    forbid (principal is Identity, action == Action::"write", resource is Resource)
                    unless { resource.system has region && resource.system.region == "eu" };
                    """
            )
            #expect(try verdict().policies == ["shop.region"])
            #expect(try verdict().reason.hasSuffix("data stays in the EU"))
        }
    }

    @Test("E9: regulatory tags of a system route requests, decide access and select what a report shows")
    func tags() async throws {
        try await Office.onEach { office in
            _ = try await office.control.putSystem(system("cards", dataClasses: ["pci"]), by: office.boss)
            try await office.put(
                policies: """
                    @id("shop.pci") @requires("security") @because("it is in the scope of PCI DSS")
                    permit (principal, action == Action::"route", resource is Request)
                    when { resource.dataClasses.contains("pci") };

                    @id("shop.pci-admin") @reason("nothing administers what is in the scope of PCI DSS")
                    forbid (principal is Identity, action == Action::"admin", resource is Resource)
                    when { resource.system.dataClasses.contains("pci") };
                    """
            )
            let plain = try await office.control.previewRequest(office.asked(), by: .user(office.owner))
            #expect(plain.route.seats.map(\.rawValue) == ["approver"])
            let tagged = try await office.control.previewRequest(
                office.asked(.read, "cards/tokens"),
                by: .user(office.owner)
            )
            #expect(tagged.route.seats.map(\.rawValue) == ["approver", "security"])
            #expect(tagged.route.because.contains("it is in the scope of PCI DSS"))
            var filter = IdentityFilter()
            filter.dataClass = "pci"
            #expect(try await office.house.all(filter).isEmpty)
            try await give(office, .read, "cards/tokens")
            #expect(try await office.house.all(filter).map(\.id) == [office.identity.id])
            try await give(office, .admin, "cards")
            let decision = try #require(office.control.world.snapshot).decide(
                .init(
                    identity: office.identity.id,
                    action: .admin,
                    resource: try #require(ResourcePath("cards")),
                    now: office.clock.now,
                    task: "audit",
                )
            )
            #expect(decision.policies == ["shop.pci-admin"])
            office.clock.advance(by: .days(31))
            #expect(try await office.house.all(filter).isEmpty)
        }
    }

    @Test("P4: what belongs to a team is listed by it, and policy keeps it from others: pages, lists and findings")
    func teams() async throws {
        try await Office.onEach { office in
            let other = try await office.house.person("otto", roles: [.owner])
            let inner = try await office.control.putTeam(
                NewTeam(name: "leads", members: [office.owner.email]),
                by: office.boss
            )
            let sales = try await office.control.putTeam(NewTeam(name: "sales", teams: [inner.name]), by: office.boss)
            let mine = try await office.control.addIdentity(
                NewIdentity(kind: .connector, name: "otto's bridge"),
                by: .user(other)
            )
            var filter = IdentityFilter()
            filter.team = sales.id
            #expect(try await office.house.all(filter).map(\.name) == ["sync"])
            // To act on it was never theirs; to see it ends with a policy.
            let act = try await office.failure {
                _ = try await office.control.stop("sync", reason: "not mine", by: .user(other))
            }
            #expect(act?.code == .forbidden)
            try await office.put(
                policies: """
                    @id("shop.own-team") @reason("it belongs to another team")
                    forbid (principal is User, action == Action::"view", resource is Identity)
                    when { resource has owner && resource.owner in Team::"SALES" }
                    unless { principal in Team::"SALES" };
                    """.replacing("SALES", with: sales.id.text)
            )
            let page = try await office.control.identities(IdentityFilter(), page: PageRequest(), by: .user(other))
            #expect(page.items.map(\.identity.id) == [mine.id])
            let seen = try await office.failure { _ = try await office.control.identity("sync", by: .user(other)) }
            #expect(seen?.decision?.policies == ["shop.own-team"])
            let findings = try await office.control.findings(FindingFilter(), by: .user(other))
            #expect(findings.allSatisfy { $0.subject.id != office.identity.id.text })
            #expect(try await office.control.identity("sync", by: .user(office.owner)).identity.name == "sync")
        }
    }

    @Test("O1: each identity proves itself with a key and secrets of its own; a key that another has is refused")
    func keys() async throws {
        try await Office.onEach { office in
            let added = try await office.control.addIdentity(
                NewIdentity(kind: .connector, name: "bridge"),
                by: office.boss
            )
            var registration = Office.registration(office.house)
            registration.systemPurpose = "serves crm"
            registration.pattern = .autonomousSync
            _ = try await office.control.registerIdentity(added.id.text, registration, by: office.boss)
            let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
            _ = try await office.control.addClient("sync", publicKey: jwk, by: office.boss)
            let shared = try await office.failure {
                _ = try await office.control.addClient(added.id.text, publicKey: jwk, by: office.boss)
            }
            #expect(shared?.code == .conflict)
            #expect(shared?.message.contains("sync") == true)
            let own = try await office.control.addClient(added.id.text, publicKey: nil, by: office.boss)
            let other = try await office.control.addClient("sync", publicKey: nil, by: office.boss)
            #expect(own.secret != nil && own.client.id != other.client.id)
            let clients = try await office.control.identity(added.id.text, by: office.boss).clients
            #expect(clients.map(\.id) == [own.client.id])
        }
    }

    @Test("F2: to administer is never asked for beside something else")
    func bundled() async throws {
        try await Office.onEach { office in
            var new = office.asked(.read)
            new.grants += office.asked(.admin, "warehouse").grants
            let both = new
            let failure = try await office.failure { _ = try await office.open(both) }
            #expect(failure?.code == .invalid)
            #expect(failure?.fields.map(\.field) == ["grants"])
            new.grants = office.asked(.read).grants + office.asked(.write).grants
            #expect(try await office.open(new).state == .open)
        }
    }

    @Test("F5: a grant holds for one direction, out of a system or into it")
    func direction() async throws {
        try await Office.onEach { office in
            var wrong = office.asked(.read)
            wrong.grants[0].direction = .into
            let asked = wrong
            #expect(try await office.failure { _ = try await office.open(asked) }?.code == .invalid)
            wrong.grants[0].direction = .from
            try await office.approve(try await office.open(wrong), by: office.approver)
            let resource = try #require(ResourcePath("crm/contacts"))
            func verdict(_ direction: Direction) throws -> AccessDecision.Verdict {
                try #require(office.control.world.snapshot).decide(
                    .init(
                        identity: office.identity.id,
                        action: .read,
                        resource: resource,
                        now: office.clock.now,
                        direction: direction,
                    )
                ).verdict
            }
            #expect(try verdict(.from) == .allow)
            #expect(try verdict(.into) == .noPermit)
        }
    }
}
