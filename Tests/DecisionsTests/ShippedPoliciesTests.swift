import Cedar
import Domain
import Testing

@testable import Decisions

struct ShippedPoliciesTests {
    @Test("The shipped policies are valid against the shipped schema, in strict mode")
    func valid() {
        let validator = Validator(ShippedPolicies.schema)
        #expect(validator.validate(ShippedPolicies.access).errors.map(\.description) == [])
        #expect(validator.validate(ShippedPolicies.governance).errors.map(\.description) == [])
        #expect(validator.validate(ShippedPolicies.routing).errors.map(\.description) == [])
    }

    @Test("Facts become entities that the schema accepts")
    func entities() {
        let world = SmallWorld()
        var identity = world.identity
        identity.technicalOwner = world.ben.id
        identity.backupApprover = world.ben.id
        identity.function = "sales"
        identity.vendor = "Example"
        identity.copyOf = id("idn_original")
        identity.pattern = .batch
        identity.suspension = .stopped
        identity.drift = "new target `crm`"
        var system = world.systems[0]
        system.dataClasses = ["personal"]
        system.function = "sales"
        system.vendor = "Example"
        system.region = "eu"
        var user = world.ana
        user.team = "sales"
        let entities = [
            Entity(identity), Entity(system), Entity(user, in: [id("team_a")]),
            Entity(Team(id: id("team_a"), name: "A"), partOf: [id("team_b")]),
            Entity(
                RequestQuestion(
                    id: id("req_1"),
                    kind: .grant,
                    principal: .user(user.id),
                    requesters: [user.personKey],
                    identity: identity,
                )
            ),
            PreparedSystem(system).resource(path("crm/contacts/42")),
        ]
        for entity in entities {
            #expect(ShippedPolicies.schema.violations(in: entity).map(\.message) == [])
        }
    }

    @Test("The circumstances of a request are what the schema says")
    func circumstances() throws {
        let world = SmallWorld()
        var request = world.request()
        let action = EntityUID(try #require(Name("Action")), "read")
        for isFull in [false, true] {
            if isFull {
                request.clientAddress = "2001:db8::1"
                request.originalCaller = "alice@example.com"
                request.task = "run-7"
                request.scopes = [TokenScope(.read, path("crm"))]
                request.delegation = ["idn_first"]
                request.purpose = "stock"
                request.lastMinute = 3
            }
            let context = Record(circumstancesOf: request)
            #expect(context.keys == context.keys.sorted())
            #expect(context.count == (isFull ? 10 : 4))
            #expect(ShippedPolicies.schema.violations(in: context, of: action).map(\.message) == [])
        }
    }

    @Test("S12: every shipped policy explains itself: what it forbids with a reason, what it permits with a because")
    func explained() {
        let sets = [ShippedPolicies.access, ShippedPolicies.governance, ShippedPolicies.routing]
        let policies = sets.flatMap { set in set.policies.map { ($0.id, $0.policy) } }
        #expect(policies.count > 50)
        for (id, policy) in policies {
            let words = policy.annotation(policy.effect == .forbid ? "reason" : "because")?.string ?? ""
            #expect(!words.isBlank, "\(id)")
        }
        for action in ActionClass.allCases {
            #expect(GrantTemplates.text.contains("template.grant-\(action.rawValue)\")\n@because"))
        }
    }

    @Test("Every guardrail says what is wrong")
    func reasons() {
        for item in ShippedPolicies.access.policies {
            #expect(item.policy.annotation("reason") != nil, "\(item.id)")
            #expect(item.policy.effect == .forbid)
        }
    }
}
