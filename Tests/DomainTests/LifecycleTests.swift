import Testing

@testable import Domain

struct LifecycleTests {
    private let now = Instant(seconds: 1_800_000_000)

    @Test("Nothing follows retirement, and active is left only for suspended, quarantined or retired")
    func transitions() {
        #expect(LifecycleState.retired.successors.isEmpty)
        #expect(LifecycleState.active.successors == [.suspended, .quarantined, .retired])
    }

    @Test("Each missing field is named")
    func missing() {
        let bare = Identity(
            id: ID(at: now),
            kind: .workflow,
            name: "sync",
            classification: Classification(.readOnly, reasons: []),
            firstSeen: now,
        )
        #expect(
            bare.missingForActive(at: now).map(\.field) == [
                "owner", "technicalOwner", "backupApprover", "purpose", "systemPurpose", "environment", "function",
                "pattern", "expires", "renewal", "declaredReach", "stopPath", "stoppedBy",
            ]
        )
    }

    @Test("The backup must be another person than the owner, and the end must lie ahead")
    func invalid() {
        var identity = Identity(
            id: ID(at: now),
            kind: .workflow,
            name: "sync",
            classification: Classification(.readOnly, reasons: []),
            firstSeen: now,
        )
        let ana = ID<User>(at: now)
        identity.owner = ana
        identity.technicalOwner = ana
        identity.backupApprover = ana
        identity.purpose = "keeps contacts in step"
        identity.expires = now - .days(1)
        identity.renewal = now + .days(1)
        identity.systemPurpose = "from the shop into the CRM"
        identity.environment = "production"
        identity.function = "sales"
        identity.pattern = .batch
        identity.declaredReach = ["crm"]
        identity.stopPath = "penstock stop"
        identity.stoppedBy = ana
        #expect(identity.missingForActive(at: now).map(\.field) == ["backupApprover", "expires"])
    }

    @Test("E1, A3: a workflow is of the class of its strongest step, and an unknown step can change things")
    func classes() {
        let read = Step(name: "a", connector: "x", effect: StepEffect(.readOnly, reason: "`get` reads"))
        let unknown = Step(name: "b", connector: "y", effect: StepEffect(nil, reason: "unknown operation"))
        #expect(Classification(of: [read]).identityClass == .readOnly)
        #expect(Classification(of: [read, unknown]).identityClass == .changeCapable)
        #expect(Classification(of: [read, unknown]).reasons == ["step `b`: unknown operation"])
    }
}
