import Domain
import Testing

@testable import ControlPlane

/// What a class and a pattern bring with them.
struct ClassTests {
    @Test("E2: what only reads is given more time and fewer questions than what changes things or access")
    func defaults() {
        let terms = GovernanceTerms.ReviewTerms()
        for (weaker, stronger) in [
            (IdentityClass.readOnly, IdentityClass.changeCapable), (.changeCapable, .privileged),
        ] {
            #expect(weaker.longestTokenLife > stronger.longestTokenLife)
            #expect(weaker.renewalPeriod > stronger.renewalPeriod)
            #expect(weaker.renewalGrace > stronger.renewalGrace)
            #expect(weaker.handover.escalation > stronger.handover.escalation)
            #expect(weaker.handover.suspension > stronger.handover.suspension)
            #expect(terms.cadence(of: weaker) > terms.cadence(of: stronger))
        }
    }

    @Test("T7: partners and what spans clouds are confirmed every quarter, and the second is told from the steps")
    func patterns() {
        func flow(_ steps: [(connector: String, target: String?)]) -> Workflow {
            var flow = Workflow(key: "w", name: "w", path: "w.json")
            flow.steps = steps.enumerated().map { number, facts in
                var step = Step(
                    name: "\(number)",
                    connector: facts.connector,
                    effect: StepEffect(.readOnly, reason: "reads")
                )
                step.target = facts.target
                return step
            }
            flow.triggers = [Trigger(kind: .schedule, step: "0", schedule: "0 3 * * *")]
            return flow
        }
        let both = flow([("n8n-nodes-base.awsS3", nil), ("n8n-nodes-base.httpRequest", "acme.blob.core.windows.net")])
        #expect(Pattern(of: both, vendor: nil) == .crossCloud)
        let one = flow([("n8n-nodes-base.awsS3", nil), ("n8n-nodes-base.httpRequest", "sqs.eu-west-1.amazonaws.com")])
        #expect(Pattern(of: one, vendor: nil) == .batch)
        for pattern in [Pattern.partner, .crossCloud] {
            #expect(pattern.renewalPeriod == .days(90))
            #expect(pattern.quietPeriod == .days(30))
        }
    }

    @Test("E5: a change of class changes tokens, approvals, reviews and hand-overs, and is told before it is kept")
    func change() async throws {
        try await Office.onEach { office in
            func route() async throws -> [String] {
                let new = NewRequest(.renew, identity: office.identity.id.text, reason: "still needed")
                return try await office.control.previewRequest(new, by: .user(office.owner)).route.seats.map(\.rawValue)
            }
            #expect(try await route() == ["approver"])
            let token = try await office.control.issueToken("sync", task: nil, life: .hours(2), by: office.boss)
            #expect(token.expiresIn == 3600)
            var workflow = Office.workflow()
            workflow.steps[0].effect = StepEffect(.privileged, reason: "`delete` on `user`", rule: "touches-identity")
            workflow.digest = "another"
            let estate = Office.estate([workflow])
            let dry = try await office.control.importEstates([estate], dryRun: true, by: office.boss)
            let words =
                "class changes from readOnly to privileged: tokens live 5 minutes at most, renewed every 90 days"
            #expect(dry.sources[0].changed.first?.changes.contains(words) == true)
            #expect(
                try await office.control.identity("sync", by: office.boss).identity.classification.identityClass
                    == .readOnly
            )
            _ = try await office.control.importEstates([estate], dryRun: false, by: office.boss)
            #expect(try await route() == ["approver", "security"])
            let short = try await office.control.issueToken("sync", task: nil, life: .hours(2), by: office.boss)
            #expect(short.expiresIn == 300)
        }
    }

    @Test("N9: the age of an approval and what changed since it was given are shown with the identity")
    func approvalAge() async throws {
        try await Office.onEach { office in
            let approved = office.clock.now
            office.clock.advance(by: .days(40))
            let before = try await office.control.identity("sync", by: office.boss)
            #expect(before.approval?.at == approved)
            #expect(before.approval?.holds(at: office.clock.now) == true)
            #expect(before.identity.drift == nil)
            let other = Office.estate([Office.workflow(target: "warehouse.example")])
            _ = try await office.control.importEstates([other], dryRun: false, by: office.boss)
            let after = try await office.control.identity("sync", by: office.boss)
            #expect(after.approval?.voided == office.clock.now)
            #expect(after.identity.drift?.contains("new target `warehouse.example`") == true)
        }
    }
}
