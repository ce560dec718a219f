import Domain
import Testing

struct IdentityKindTests {
    private let now = Instant(seconds: 1_800_000_000)

    private func identity(_ kind: Identity.Kind, _ identityClass: IdentityClass = .readOnly) -> Identity {
        var identity = Identity(
            id: ID(at: now),
            kind: kind,
            name: "sync",
            classification: Classification(identityClass, reasons: []),
            firstSeen: now,
        )
        let ana = ID<User>(at: now)
        (identity.owner, identity.technicalOwner, identity.stoppedBy) = (ana, ana, ana)
        identity.backupApprover = ID(at: now + .seconds(1))
        (identity.purpose, identity.systemPurpose, identity.function) = ("contacts", "from shop into crm", "sales")
        (identity.environment, identity.pattern, identity.declaredReach) = ("production", .batch, ["crm"])
        (identity.stopPath, identity.expires, identity.renewal) = ("penstock stop", now + .days(90), now + .days(30))
        return identity
    }

    @Test(
        "D12: every kind of identity has the same lifecycle, and its class sets how strict it is",
        arguments: Identity.Kind.allCases
    )
    func oneLifecycle(kind: Identity.Kind) {
        for state in LifecycleState.allCases {
            for transition in LifecycleTransition.allCases {
                for cause in LifecycleTransition.Cause.allCases {
                    func outcome(_ kind: Identity.Kind) -> LifecycleState? {
                        var identity = identity(kind)
                        identity.state = state
                        if transition == .lapse { identity.renewal = now - .days(30) }
                        return try? identity.moved(transition, by: cause, at: now).state
                    }
                    #expect(outcome(kind) == outcome(.serviceAccount), "\(transition) of \(state) by \(cause)")
                }
            }
        }
        var bare = identity(kind)
        (bare.owner, bare.expires, bare.purpose) = (nil, nil, nil)
        #expect(bare.missingForActive(at: now).map(\.field) == ["owner", "purpose", "expires"])
        func lapses(_ identityClass: IdentityClass) -> Bool {
            var identity = identity(kind, identityClass)
            identity.state = .active
            identity.renewal = now - .days(1)
            return (try? identity.moved(.lapse, by: .schedule, at: now)) != nil
        }
        #expect(lapses(.privileged) && !lapses(.readOnly))
    }

    @Test("H6: nothing is active that does not say how it is stopped and by whom")
    func stopPath() {
        for clear: @Sendable (inout Identity) -> String in [
            {
                $0.stopPath = nil
                return "stopPath"
            },
            {
                $0.stopPath = "  "
                return "stopPath"
            },
            {
                $0.stoppedBy = nil
                return "stoppedBy"
            },
        ] {
            for (state, transition) in [
                (LifecycleState.proposed, LifecycleTransition.activate), (.suspended, .reinstate),
            ] {
                var identity = identity(.workflow)
                identity.state = state
                #expect((try? identity.moved(transition, by: .approval, at: now)) != nil)
                let field = clear(&identity)
                #expect(identity.missingForActive(at: now).map(\.field) == [field])
                #expect((try? identity.moved(transition, by: .approval, at: now)) == nil)
            }
        }
    }

    @Test("D3: nothing is active that does not say which system it serves, from which it takes, and what it reaches")
    func systems() {
        var identity = identity(.workflow)
        identity.state = .proposed
        #expect((try? identity.moved(.activate, by: .approval, at: now)) != nil)
        identity.systemPurpose = " "
        identity.declaredReach = []
        #expect(identity.missingForActive(at: now).map(\.field) == ["systemPurpose", "declaredReach"])
        #expect((try? identity.moved(.activate, by: .approval, at: now)) == nil)
    }
}
