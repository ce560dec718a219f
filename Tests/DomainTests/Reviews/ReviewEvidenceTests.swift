import Testing

@testable import Domain

struct ReviewEvidenceTests {
    private static let now = Instant(seconds: 1_800_000_000)

    private static func evidence(lastUse: Duration?, held: [Duration?] = []) -> ReviewEvidence {
        var evidence = ReviewEvidence(watchedSince: now - .days(200), windowDays: 90)
        evidence.identityClass = .changeCapable
        evidence.purpose = "keeps the channel informed"
        evidence.lastUse = lastUse.map { now - $0 }
        evidence.held = held.enumerated().map { number, used in
            ReviewEvidence.Held(
                grant: ID(at: now),
                what: "read crm/part\(number)",
                begins: now - .days(150),
                ends: now + .days(30),
                lastUsed: used.map { now - $0 },
                uses: used == nil ? 0 : 1,
            )
        }
        return evidence
    }

    @Test(
        "M9: What was not used within the window is proposed for revocation, but never what was not watched that long"
    )
    func dormant() {
        #expect(Self.evidence(lastUse: nil).proposal(at: Self.now).outcome == .revoke)
        #expect(Self.evidence(lastUse: .days(91)).proposal(at: Self.now).outcome == .revoke)
        #expect(Self.evidence(lastUse: .days(89)).proposal(at: Self.now).outcome == .keep)
        var young = Self.evidence(lastUse: nil)
        young.watchedSince = Self.now - .days(10)
        #expect(young.proposal(at: Self.now).outcome == .keep)
    }

    @Test("What was used in part is proposed to be reduced to that, naming what goes")
    func reduce() {
        let proposal = Self.evidence(lastUse: .days(1), held: [.days(1), nil]).proposal(at: Self.now)
        #expect(proposal == ReviewProposal(.reduce, because: "not used in 90 days: read crm/part1"))
    }

    @Test(
        "M12: What nobody owns and nobody explained cannot be justified; an open secret is rotated; what is gone is revoked"
    )
    func others() {
        var unowned = Self.evidence(lastUse: .days(1))
        unowned.hasOwner = false
        unowned.purpose = nil
        #expect(unowned.proposal(at: Self.now).outcome == .cannotJustify)
        var open = Self.evidence(lastUse: .days(1))
        open.findings = ["critical literal-secret"]
        #expect(open.proposal(at: Self.now).outcome == .rotate)
        var gone = Self.evidence(lastUse: .days(1))
        gone.vanished = true
        #expect(gone.proposal(at: Self.now).outcome == .revoke)
    }
}
