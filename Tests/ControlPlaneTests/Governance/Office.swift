import Domain
import SQLEngine
import Store

@testable import ControlPlane

/// A house with people of every kind, two systems and an identity that is in use.
struct Office: Sendable {
    let house: House
    let owner: User
    let technical: User
    let backup: User
    let approver: User
    let security: User
    let admin: User
    let identity: Identity

    var control: ControlPlane { house.control }
    var clock: TestClock { house.clock }
    var boss: Caller { house.boss }

    init(_ house: House, environment: String = "production") async throws {
        self.house = house
        owner = try await house.person("olga", roles: [.owner])
        technical = try await house.person("theo", roles: [.owner])
        backup = try await house.person("bea", roles: [.owner])
        approver = try await house.person("abel", roles: [.approver])
        security = try await house.person("sina", roles: [.security])
        admin = try await house.person("adam", roles: [.admin])
        let control = house.control
        for (name, place) in [("crm", environment), ("warehouse", environment)] {
            _ = try await control.putSystem(System(name: name, title: name, environment: place), by: house.boss)
        }
        _ = try await control.importEstates(
            [Self.estate([Self.workflow()], environment)],
            dryRun: false,
            by: house.boss
        )
        identity = try await control.registerIdentity("sync", Self.registration(house, environment), by: house.boss)
    }

    static func onEach(
        environment: String = "production",
        _ body: @Sendable (Office) async throws -> Void,
    ) async throws {
        try await House.onEach { try await body(try await Office($0, environment: environment)) }
    }

    static func workflow(_ key: String = "sync", target: String? = nil, credential: String = "1") -> Workflow {
        var workflow = House.workflow(key)
        workflow.steps[0].credentials = [CredentialReference(kind: "slackApi", id: credential, name: "Slack")]
        workflow.steps[0].target = target
        workflow.steps[0].effect = StepEffect(.readOnly, reason: "`get` reads")
        workflow.digest = "\(key) \(target ?? "") \(credential)"
        return workflow
    }

    static func estate(_ workflows: [Workflow], _ environment: String = "production") -> Estate {
        var estate = House.estate(workflows)
        estate.source.environment = environment
        return estate
    }

    static func registration(_ house: House, _ environment: String = "production") -> Registration {
        var registration = Registration()
        registration.owner = "olga@example.com"
        registration.technicalOwner = "theo@example.com"
        registration.backupApprover = "bea@example.com"
        registration.purpose = "keeps contacts in step"
        registration.environment = environment
        registration.function = "sales"
        registration.declaredReach = ["crm"]
        registration.expires = house.clock.now + .days(300)
        return registration
    }

    func asked(
        _ action: ActionClass = .read,
        _ resource: String = "crm/contacts",
        days: Int64? = nil,
        kind: ChangeRequest.Kind = .grant,
    ) -> NewRequest {
        let life = days.map { Duration.days($0) } ?? (action == .admin ? .hours(8) : .days(30))
        let path = ResourcePath(resource).map { [$0] } ?? []
        return NewRequest(
            kind,
            identity: identity.id.text,
            grants: path.map { ProposedGrant(action: action, resource: $0, ends: clock.now + life) },
            reason: "the sales team needs it",
        )
    }

    func open(_ new: NewRequest? = nil, by user: User? = nil) async throws -> ChangeRequest {
        try await control.openRequest(new ?? asked(), by: .user(user ?? owner))
    }

    @discardableResult
    func approve(_ request: ChangeRequest, by user: User) async throws -> ChangeRequest {
        try await control.decideRequest(request.id.text, RequestDecision(.approved), by: .user(user))
    }

    func grants() async throws -> [Grant] {
        let id = identity.id
        return try await house.database.read { try GrantTable.all(of: id, in: $0) }
    }

    /// Puts policies of the organisation in force.
    func put(policies text: String) async throws {
        let file = PolicyText(name: "shop.cedar", text: text)
        let version = try await control.proposePolicies([file], note: "for a test", tests: 0, by: boss)
        for user in [admin, security] {
            _ = try await control.decidePolicies(version.version, approve: true, reason: nil, by: .user(user))
        }
        _ = try await control.putPoliciesLive(version.version, by: boss)
    }

    func failure(_ body: () async throws -> Void) async throws -> Failure? { try await house.failure(body) }
}
