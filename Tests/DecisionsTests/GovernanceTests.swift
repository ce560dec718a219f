import Decisions
import Domain
import Testing

struct GovernanceTests {
    private static let ownTable: [(Role, Set<GovernanceAction>)] = [
        (.viewer, [.view, .verifyLog, .review]),
        (
            .owner,
            [.view, .verifyLog, .register, .issue, .stop, .request, .review, .proposeException, .reportEvent]
        ),
        (.approver, [.view, .verifyLog, .request, .review, .proposeException, .reportEvent]),
        (
            .security,
            [
                .view, .verifyLog, .importEstate, .register, .stop, .resume, .request, .review, .proposeException,
                .acceptRisk, .tell, .reportEvent,
            ]
        ),
        (.admin, Set(GovernanceAction.allCases).subtracting([.grant])),
    ]

    @Test(
        "What each role may do with an identity that its person owns; nobody grants to their own",
        arguments: ownTable
    )
    func own(role: Role, allowed: Set<GovernanceAction>) {
        var world = SmallWorld()
        world.ana.roles = [role]
        // Anybody may ask to break the glass; whom policy does not name is refused a route.
        #expect(permitted(world) == allowed.union([.breakGlass]))
    }

    private static let othersTable: [(Role, Set<GovernanceAction>)] = [
        (.viewer, [.view, .verifyLog]),
        (.owner, [.view, .verifyLog, .request, .proposeException, .reportEvent]),
        (.approver, [.view, .verifyLog, .grant, .request, .proposeException, .reportEvent]),
        (
            .security,
            [
                .view, .verifyLog, .importEstate, .register, .grant, .stop, .resume, .request, .review,
                .proposeException, .acceptRisk, .tell, .reportEvent,
            ]
        ),
        (.admin, Set(GovernanceAction.allCases)),
    ]

    @Test("What each role may do with an identity that somebody else owns", arguments: othersTable)
    func others(role: Role, allowed: Set<GovernanceAction>) {
        var world = SmallWorld()
        world.ana.roles = [role]
        world.identity.owner = world.ben.id
        // Anybody may ask to break the glass; whom policy does not name is refused a route.
        #expect(permitted(world) == allowed.union([.breakGlass]))
    }

    @Test("An owner may claim what nobody owns, a backup approver may stop")
    func claims() {
        var world = SmallWorld()
        world.identity.owner = nil
        #expect(
            permitted(world) == [.view, .verifyLog, .register, .request, .proposeException, .reportEvent, .breakGlass]
        )
        world.ana.roles = []
        world.identity.backupApprover = world.ana.id
        #expect(permitted(world) == [.stop, .review, .breakGlass])
    }

    @Test("Whoever is not active may do nothing, whatever their roles", arguments: [User.Status.disabled, .left])
    func inactive(status: User.Status) {
        var world = SmallWorld()
        world.ana.roles = Set(Role.allCases)
        world.ana.status = status
        #expect(permitted(world).isEmpty)
        let decision = world.snapshot.decide(
            GovernanceRequest(principal: .user(world.ana.id), action: .view, now: world.now)
        )
        #expect(decision.verdict == .deny)
        #expect(decision.reason == "ana@example.com may not view: the person's account is not active")
        #expect(decision.failed.first?.values == ["principal.status = \"\(status.rawValue)\""])
    }

    @Test("The operator and Penstock may do all, a stranger nothing")
    func operators() {
        let world = SmallWorld()
        let all = Set(GovernanceAction.allCases)
        #expect(permitted(world, as: .localOperator) == all)
        #expect(permitted(world, as: .penstock) == all)
        #expect(permitted(world, as: .identity(world.identity.id)) == [.issue, .request, .reportEvent])
        #expect(permitted(world, as: .identity(id("idn_other"))).isEmpty)
        #expect(permitted(world, as: .user(id("usr_nobody"))).isEmpty)
    }

    @Test("Nobody issues tokens for an identity that is not active or has ended", arguments: LifecycleState.allCases)
    func issue(state: LifecycleState) {
        var world = SmallWorld()
        world.identity.state = state
        let principals: [GovernanceRequest.Principal] = [
            .localOperator, .user(world.ana.id), .identity(world.identity.id),
        ]
        for principal in principals {
            #expect(permitted(world, as: principal).contains(.issue) == (state == .active))
        }
        world.identity.expires = world.now
        for principal in principals { #expect(!permitted(world, as: principal).contains(.issue)) }
        world.identity.expires = nil
        for principal in principals { #expect(!permitted(world, as: principal).contains(.issue)) }
    }

    @Test("A refusal says who may not do what, and why")
    func words() {
        let world = SmallWorld()
        func reason(_ action: GovernanceAction, _ identity: ID<Identity>?) -> String {
            world.snapshot.decide(
                GovernanceRequest(principal: .user(world.ana.id), action: action, identity: identity, now: world.now)
            ).reason
        }
        #expect(reason(.administer, nil) == "ana@example.com may not administer: no role of theirs permits it")
        #expect(
            reason(.grant, world.identity.id)
                == "ana@example.com may not grant access to identity `contact sync`: "
                + "no one grants access to an identity that they answer for"
        )
        #expect(reason(.view, nil) == "permitted by governance.role-views")
    }

    private func permitted(
        _ world: SmallWorld,
        as principal: GovernanceRequest.Principal? = nil,
    ) -> Set<GovernanceAction> {
        let snapshot = world.snapshot
        return Set(
            GovernanceAction.allCases.filter { action in
                let request = GovernanceRequest(
                    principal: principal ?? .user(world.ana.id),
                    action: action,
                    identity: world.identity.id,
                    now: world.now,
                )
                return snapshot.decide(request).verdict == .allow
            }
        )
    }
}
