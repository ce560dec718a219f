import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// Numbers that come the same from the same seed.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var value = state
        value ^= value >> 33
        value = value &* 0xff51_afd7_ed55_8ccd
        return value ^ (value >> 33)
    }
}

struct ApprovalPropertyTests {
    @Test(
        "I3 I5 I12: no sequence reaches a grant, exception or live policy approved by who asked, too late or for something else",
        arguments: [1, 2, 3, 4] as [UInt64]
    )
    func sequences(seed: UInt64) async throws {
        try await Office.onEach(environment: seed % 2 == 0 ? "test" : "production") { office in
            var random = Seeded(state: seed)
            let both = try await office.house.person("adele", roles: [.admin, .security])
            let people = [
                office.owner, office.technical, office.backup, office.approver, office.security, office.admin, both,
            ]
            var terms = GovernanceTerms()
            terms.breakGlass.people = [office.technical.email, both.email]
            _ = try await office.control.setTerms(terms, by: office.boss)
            let second = try await office.control.putUser(
                NewUser(email: "olga2@example.com", name: "olga again", roles: [.approver, .security], person: "p-1"),
                by: office.boss,
            )
            _ = try await office.control.putUser(
                NewUser(email: "olga@example.com", name: "olga", roles: [.owner], person: "p-1"),
                by: office.boss,
            )
            var requests: [ChangeRequest] = []
            for step in 0..<60 {
                guard let actor = (people + [second]).randomElement(using: &random) else { continue }
                // What is refused is part of the sequence.
                do {
                    switch Int.random(in: 0..<16, using: &random) {
                    case 0, 1:
                        let action = ActionClass.allCases.randomElement(using: &random) ?? .read
                        let days = Int64.random(in: 1...120, using: &random)
                        requests.append(try await office.open(office.asked(action, days: days), by: actor))
                    case 2, 3, 4:
                        requests += try await opened(office, beside: requests)
                        guard let request = requests.randomElement(using: &random) else { continue }
                        try await office.approve(request, by: actor)
                    case 5:
                        let target = ["a.example", "b.example"].randomElement(using: &random)
                        _ = try await office.control.importEstates(
                            [Office.estate([Office.workflow(target: target)])],
                            dryRun: false,
                            by: office.boss,
                        )
                    case 6:
                        requests.append(
                            try await office.open(
                                NewRequest(.renew, identity: office.identity.id.text, reason: "step \(step)"),
                                by: actor,
                            )
                        )
                    case 7:
                        guard let order = try await exception(office, &random) else { continue }
                        _ = try await office.control.proposeException(order, by: .user(actor))
                    case 8, 9: try await policies(office, both, step, &random)
                    case 10:
                        let order = BreakGlassOrder(
                            identity: office.identity.id.text,
                            action: .admin,
                            resource: try #require(ResourcePath("crm/contacts")),
                            reason: "step \(step)",
                            ticket: "T-\(step)",
                            rollback: "undo",
                            minutes: Int.random(in: 1...60, using: &random),
                        )
                        _ = try await office.control.breakGlass(order, by: .user(actor))
                    case 11:
                        let glasses = try await office.control.breakGlasses(
                            state: nil,
                            page: PageRequest(),
                            by: office.boss
                        ).items
                        guard let glass = glasses.randomElement(using: &random) else { continue }
                        _ = try? await office.control.breakGlassToken(glass.id, by: .user(actor))
                        _ = try? await office.control.closeBreakGlass(glass.id, by: .user(actor))
                        _ = try await office.control.reviewBreakGlass(
                            glass.id,
                            .justified,
                            note: "step \(step)",
                            by: .user(actor)
                        )
                    case 12, 13:
                        requests += try await opened(office, beside: requests)
                        let waiting = requests.filter { [.exception, .policyChange].contains($0.kind) }
                        guard let request = waiting.randomElement(using: &random) else { continue }
                        let less = request.kind == .exception && Bool.random(using: &random)
                        _ = try await office.control.decideRequest(
                            request.id.text,
                            RequestDecision(
                                .approved,
                                reason: "step \(step)",
                                until: less ? office.clock.now + .days(3) : nil,
                            ),
                            by: .user(actor),
                        )
                    case 14: try await office.control.runDue(as: "node")
                    default: office.clock.advance(by: .days(Int64.random(in: 0...9, using: &random)))
                    }
                } catch is Failure {}
                try await check(office)
            }
            #expect(!requests.isEmpty)
        }
    }

    /// The open requests that are not among those known.
    private func opened(_ office: Office, beside known: [ChangeRequest]) async throws -> [ChangeRequest] {
        let ids = Set(known.map(\.id))
        var filter = RequestFilter()
        filter.states = [.open]
        let page = try await office.control.requests(filter, page: PageRequest(), by: office.boss)
        return page.items.filter { !ids.contains($0.id) }.sorted { $0.opened < $1.opened }
    }

    private func exception(_ office: Office, _ random: inout Seeded) async throws -> ExceptionOrder? {
        let findings = try await office.control.currentFindings().sorted { $0.id < $1.id }
        guard let finding = findings.randomElement(using: &random) else { return nil }
        return ExceptionOrder(
            finding: finding.id,
            identities: [office.identity.id.text],
            owner: Bool.random(using: &random) ? office.security.email : office.owner.email,
            reason: "for now",
            ends: office.clock.now + .days(Int64.random(in: 1...60, using: &random)),
            controls: [.separateEnvironments(environment: office.identity.environment ?? "")],
        )
    }

    /// Proposes a version, or puts one live whatever its state is.
    private func policies(_ office: Office, _ other: User, _ step: Int, _ random: inout Seeded) async throws {
        let actor = Caller.user(Bool.random(using: &random) ? office.admin : other)
        let versions = try await office.control.policyVersions(by: office.boss)
        if Bool.random(using: &random), let version = versions.randomElement(using: &random) {
            _ = try await office.control.putPoliciesLive(version.version, by: actor)
            return
        }
        let text =
            #"@id("org.s\#(step)") forbid (principal is Identity, action == Action::"admin", resource is Resource);"#
        let file = PolicyText(name: "a.cedar", text: text)
        _ = try await office.control.proposePolicies([file], note: "step \(step)", tests: 0, by: actor)
    }

    private func check(_ office: Office) async throws {
        try await checkGrants(office)
        let now = office.clock.now
        let accepted = Set(try await office.control.currentFindings().compactMap(\.accepted?.exception))
        try await office.house.database.read { connection in
            for id in accepted {
                let exception = try #require(try RiskExceptionTable.find(id, in: connection))
                let request = try #require(try RequestTable.find(exception.request, in: connection))
                let approvals = try ApprovalTable.all(of: request.id, in: connection)
                let owner = try #require(try UserTable.find(exception.owner, in: connection)).personKey
                #expect(now < exception.ends)
                #expect(request.digest == Proposal(terms: exception.terms).digest)
                #expect(approvals.contains { $0.digest == request.digest })
                for approval in approvals {
                    #expect(approval.holds(at: now))
                    #expect(approval.by.person != request.requester.person && approval.by.person != owner)
                }
            }
            if let version = try PolicyVersionTable.live(in: connection) {
                let request = try #require(try PolicyChangeEffect.request(for: version, in: connection))
                let approvals = try ApprovalTable.all(of: request.id, in: connection)
                let began = try #require(version.liveFrom)
                #expect(approvals.count == 2 && request.state == .approved)
                #expect(request.proposal.terms["content"] == ControlPlane.digest(of: version.files))
                for approval in approvals {
                    #expect(approval.holds(at: began) && approval.digest == request.digest)
                    #expect(approval.by.person != request.requester.person)
                }
            }
        }
    }

    private func checkGrants(_ office: Office) async throws {
        let (now, id) = (office.clock.now, office.identity.id)
        try await office.house.database.read { connection in
            let live = try ControlPlane.definition(of: try ControlPlane.find(id.text, in: connection), in: connection)
            for grant in try GrantTable.all(of: id, in: connection) where grant.isOpen(at: now) {
                let approval = try #require(try grant.approval.flatMap { try ApprovalTable.find($0, in: connection) })
                let request = try #require(try grant.request.flatMap { try RequestTable.find($0, in: connection) })
                #expect(approval.holds(at: now))
                #expect(grant.ends <= approval.ends)
                #expect(grant.digest == approval.digest && grant.digest == request.digest)
                #expect(request.proposal.definition == live)
                for decision in try ApprovalTable.all(of: request.id, in: connection) {
                    #expect(decision.by.person != request.requester.person)
                }
            }
        }
    }
}
