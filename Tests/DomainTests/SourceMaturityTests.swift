import Testing

@testable import Domain

struct SourceMaturityTests {
    private static let now = Instant(seconds: 1_800_000_000)

    private static func token(changed: Int64?, expires: Int64? = nil, declared: Bool = true) -> SourceMaturity.Token {
        var credential = Credential(reference: CredentialReference(kind: "api", id: "1", name: nil))
        credential.declared = declared
        credential.lastRotated = changed.map { now - .days($0) }
        credential.expires = expires.map { now - .days(changed ?? 0) + .seconds($0) }
        return SourceMaturity.Token(credential)
    }

    private static func evidence(
        _ tokens: [SourceMaturity.Token],
        identities: Int = 4,
        owned: Int = 4,
        read daysAgo: Int64 = 1,
    ) -> SourceMaturity.Evidence {
        var evidence = SourceMaturity.Evidence(lastImport: now - .days(daysAgo))
        evidence.identities = identities
        evidence.owned = owned
        evidence.tokens = tokens
        return evidence
    }

    struct Case: Sendable {
        var evidence: SourceMaturity.Evidence
        var reached: SourceMaturity.Stage?
        var missing: String?
    }

    static let cases = [
        Case(
            evidence: evidence([], identities: 0, owned: 0),
            reached: nil,
            missing: "nothing of it is an identity yet"
        ),
        Case(evidence: evidence([], read: 40), reached: nil, missing: "import it again"),
        Case(evidence: evidence([], owned: 3), reached: .inventory, missing: "1 of 4 identities have no owner"),
        // What a source cannot tell is not done.
        Case(evidence: evidence([]), reached: .ownership, missing: "tells of no credential"),
        Case(
            evidence: evidence([token(changed: nil, declared: false), token(changed: 2)]),
            reached: .ownership,
            missing: "of 1 of 2 credentials nothing is known"
        ),
        Case(evidence: evidence([token(changed: nil)]), reached: .discovery, missing: "not known when"),
        Case(evidence: evidence([token(changed: 91)]), reached: .discovery, missing: "1 credentials were not changed"),
        Case(evidence: evidence([token(changed: 9)]), reached: .rotation, missing: "1 of 1 credentials last longer"),
        Case(
            evidence: evidence([token(changed: 9, expires: 3600), token(changed: 9)]),
            reached: .rotation,
            missing: "1 of 2"
        ),
        Case(evidence: evidence([token(changed: 0, expires: 86_400)]), reached: .ephemeral, missing: nil),
    ]

    @Test("S11: a source's stage follows from what is recorded, and says what the next one lacks", arguments: cases)
    func stage(_ each: Case) {
        let maturity = SourceMaturity(each.evidence, at: Self.now)
        #expect(maturity.reached == each.reached)
        guard let missing = each.missing else {
            #expect(maturity.next == nil)
            #expect(maturity.missing.isEmpty)
            return
        }
        #expect(maturity.missing.contains { $0.contains(missing) }, "\(maturity.missing)")
        let stages = SourceMaturity.Stage.allCases
        #expect(maturity.next == stages[(each.reached.flatMap(stages.firstIndex) ?? -1) + 1])
    }

    @Test("An import that is still followed by identities is no whole inventory")
    func takenOver() {
        var evidence = Self.evidence([])
        evidence.isBeingTakenOver = true
        #expect(SourceMaturity(evidence, at: Self.now).reached == nil)
    }
}
