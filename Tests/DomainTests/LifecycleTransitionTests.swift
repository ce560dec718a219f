import Testing

@testable import Domain

struct LifecycleTransitionTests {
    private let now = Instant(seconds: 1_800_000_000)

    private var whole: Identity {
        var identity = Identity(
            id: ID(at: now),
            kind: .workflow,
            name: "sync",
            classification: Classification(.changeCapable, reasons: []),
            firstSeen: now,
        )
        identity.owner = ID(at: now)
        identity.technicalOwner = identity.owner
        identity.backupApprover = ID(at: now)
        identity.stoppedBy = identity.owner
        (identity.purpose, identity.systemPurpose, identity.function) = ("contacts", "from shop into crm", "sales")
        (identity.environment, identity.pattern, identity.declaredReach) = ("production", .batch, ["crm"])
        (identity.stopPath, identity.expires, identity.renewal) = ("stop", now + .days(90), now + .days(30))
        return identity
    }

    @Test(
        "D4 D12: only the listed transitions exist, each from where and by what it says",
        arguments: LifecycleState.allCases
    )
    func listed(state: LifecycleState) {
        for transition in LifecycleTransition.allCases {
            for cause in LifecycleTransition.Cause.allCases {
                var identity = whole
                identity.state = state
                if transition == .lapse { identity.renewal = now - .days(30) }
                if transition == .end { identity.expires = now }
                let next = try? identity.moved(transition, by: cause, at: now)
                let may = transition.from.contains(state) && transition.causes.contains(cause)
                #expect((next != nil) == may, "\(transition) of \(state) by \(cause)")
                if let next { #expect(next.state == transition.to) }
            }
        }
    }

    @Test("What is not complete is not activated, and every missing field is named")
    func incomplete() {
        var identity = whole
        identity.state = .proposed
        identity.systemPurpose = nil
        #expect(
            throws: TransitionRefusal.missing([
                MissingField("systemPurpose", why: "which system it serves, and from which it takes")
            ])
        ) {
            _ = try identity.moved(.activate, by: .approval, at: now)
        }
    }

    @Test("A person lets go on only what a person stopped", arguments: Suspension.allCases)
    func resume(suspension: Suspension) {
        var identity = whole
        identity.state = .suspended
        identity.suspension = suspension
        let resumed = try? identity.moved(.resume, by: .person, at: now)
        #expect((resumed != nil) == (suspension == .stopped))
        #expect((try? identity.moved(.reinstate, by: .approval, at: now))?.suspension == nil)
    }

    @Test("D5: a renewal lapses after the grace of its class, not before", arguments: IdentityClass.allCases)
    func grace(of identityClass: IdentityClass) {
        var identity = whole
        identity.state = .active
        identity.classification.identityClass = identityClass
        let end = (identity.renewal ?? now) + identityClass.renewalGrace
        #expect((try? identity.moved(.lapse, by: .schedule, at: end - .seconds(1))) == nil)
        #expect((try? identity.moved(.lapse, by: .schedule, at: end))?.suspension == .renewalPassed)
    }

    @Test("E6: each pattern has defaults of its own and says why", arguments: Pattern.allCases)
    func patterns(pattern: Pattern) {
        #expect(!pattern.explanation.isEmpty)
        #expect(pattern.renewalPeriod >= pattern.quietPeriod)
    }

    @Test("Teams that would contain themselves are found, at any depth")
    func cycles() {
        let ids = (0..<4).map { _ in ID<Team>(at: now) }
        var teams = ids.map { Team(id: $0, name: $0.text) }
        for place in 0..<3 { teams[place].teams = [ids[place + 1]] }
        #expect(Team.cycle(among: teams) == nil)
        teams[3].teams = [ids[1]]
        #expect(Team.cycle(among: teams)?.count == 4)
        teams[3].teams = [ids[3]]
        #expect(Team.cycle(among: teams) == [ids[3], ids[3]])
    }

    @Test("Two proposals have the same bytes only when they ask for the same")
    func canonical() throws {
        let path = try #require(ResourcePath("crm/a"))
        let grant = ProposedGrant(action: .read, resource: path, ends: now)
        var other = grant
        other.conditions.networks = ["10.0.0.0/8"]
        let base = Proposal(definition: Definition(purpose: "ab"), grants: [grant], terms: ["x": "y"])
        let proposals = [
            base, Proposal(definition: Definition(purpose: "a"), grants: [grant], terms: ["x": "y"]),
            Proposal(definition: Definition(purpose: "ab", targets: ["t"]), grants: [grant], terms: ["x": "y"]),
            Proposal(definition: Definition(purpose: "ab", callbacks: ["t"]), grants: [grant], terms: ["x": "y"]),
            Proposal(definition: Definition(purpose: "ab", credentials: ["t"]), grants: [grant], terms: ["x": "y"]),
            Proposal(definition: Definition(environment: "ab"), grants: [grant], terms: ["x": "y"]),
            Proposal(definition: base.definition, grants: [other], terms: ["x": "y"]),
            Proposal(definition: base.definition, grants: [grant], terms: ["xy": ""]),
            Proposal(definition: base.definition, grants: [], terms: ["x": "y"]),
        ]
        #expect(Set(proposals.map(\.canonicalBytes)).count == proposals.count)
        #expect(
            base.canonicalBytes
                == Proposal(definition: base.definition, grants: [grant], terms: ["x": "y"]).canonicalBytes
        )
    }

    @Test("A day's window is read, covers what lies in it, and goes over midnight")
    func windows() throws {
        let day = try #require(DailyWindow("08:00-18:00"))
        let night = try #require(DailyWindow("22:00-06:00"))
        #expect(day.covers(try #require(DailyWindow("09:00-10:00"))))
        #expect(!day.covers(night))
        #expect(night.covers(try #require(DailyWindow("23:00-01:00"))))
        for text in ["", "8-18", "25:00-26:00", "08:00-08:00", "08:60-09:00"] { #expect(DailyWindow(text) == nil) }
    }
}
