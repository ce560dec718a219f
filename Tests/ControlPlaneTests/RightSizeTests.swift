import Decisions
import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// An office whose identity was granted more than it used, a hundred days ago.
private struct Sized: Sendable {
    let office: Office
    let wide: Grant
    let unused: Grant
    let seen: Grant

    var control: ControlPlane { office.control }
    var now: Instant { office.clock.now }

    init(_ house: House) async throws {
        office = try await Office(house)
        var crm = System(name: "crm", title: "CRM", environment: "production")
        crm.upstream = "http://127.0.0.1:9"
        _ = try await office.control.putSystem(crm, by: office.boss)
        wide = try await Self.grant(.read, "crm", office)
        unused = try await Self.grant(.write, "crm/deals", office)
        seen = try await Self.grant(.read, "warehouse/stock", office)
        try await Self.use(office, .read, "crm/contacts", caller: "first day")
        house.clock.advance(by: .days(100))
        try await Self.use(office, .read, "crm/contacts/42", caller: "mara", count: 7)
        try await Self.use(office, .read, "crm/contacts/43/notes")
        try await Self.use(office, .read, "crm/companies", address: "10.0.0.2", count: 2)
        try await Self.use(office, .write, "crm/deals/1", count: 0, keepAlives: 9)
        try await Self.use(office, .admin, "crm/schema", verdict: .noPermit)
    }

    static func grant(_ action: ActionClass, _ path: String, _ office: Office) async throws -> Grant {
        try await office.control.grant(
            "sync",
            action: action,
            resource: try #require(ResourcePath(path)),
            until: office.clock.now + .days(200),
            reason: nil,
            by: office.boss,
        )
    }

    static func use(
        _ office: Office,
        _ action: ActionClass,
        _ path: String,
        caller: String? = nil,
        address: String = "10.0.0.1",
        verdict: AccessDecision.Verdict = .allow,
        count: Int = 1,
        keepAlives: Int = 0,
    ) async throws {
        let use = RecordedUse(
            identity: office.identity.id,
            action: action,
            resource: try #require(ResourcePath(path)),
            address: address,
            originalCaller: caller,
            verdict: verdict,
            count: count,
            keepAlives: keepAlives,
            last: office.clock.now,
        )
        try await office.house.database.write { try UseTable.record([use], in: $0) }
    }

    func report(days: Int64 = 90) async throws -> RightSizeReport {
        try await control.rightSize("sync", since: now - .days(days), by: .user(office.owner))
    }

    func open() async throws -> [String] {
        try await office.grants().filter { $0.isOpen(at: now) }.map { "\($0.action.rawValue) \($0.resource)" }.sorted()
    }
}

struct RightSizeTests {
    private static func onEach(_ body: @Sendable (Sized) async throws -> Void) async throws {
        try await House.onEach { try await body(try await Sized($0)) }
    }

    @Test("F11: what was granted stands against what was used, with the window and what the record cannot tell")
    func granted() async throws {
        try await Self.onEach { sized in
            let report = try await sized.report()
            #expect(report.size.since == sized.now - .days(90))
            #expect(report.size.recordedSince == (sized.now - .days(100)).startOfDay)
            let lines = Dictionary(uniqueKeysWithValues: report.size.lines.map { ($0.grant, $0) })
            let wide = try #require(lines[sized.wide.id])
            #expect(wide.fate == .narrow)
            #expect(wide.requests == 10)
            #expect(wide.lastUsed == sized.now)
            // A record's number is no scope.
            #expect(wide.becomes.map(\.description) == ["crm/companies", "crm/contacts"])
            let unused = try #require(lines[sized.unused.id])
            #expect(unused.fate == .drop)
            #expect(unused.keepAlives == 9)
            #expect(unused.requests == 0)
            let unseen = try #require(lines[sized.seen.id])
            #expect(unseen.fate == .keep)
            #expect(unseen.because.contains("not behind the gateway"))
        }
    }

    @Test("F12: each grant says who breaks when it goes")
    func dependents() async throws {
        try await Self.onEach { sized in
            let line = try #require(try await sized.report().size.lines.first { $0.grant == sized.wide.id })
            #expect(line.dependents.map { "\($0.who) \($0.requests)" } == ["mara 7", "10.0.0.2 2", "10.0.0.1 1"])
        }
    }

    @Test("F8: the owner cuts rights to use in one step and alone, after a dry run in which nothing is refused")
    func reduce() async throws {
        try await Self.onEach { sized in
            let report = try await sized.report()
            #expect(report.effect.requests == 11)
            #expect(report.effect.wouldRefuse == 0)
            #expect(report.effect.wouldAllow == 0)
            let since = sized.now - .days(90)
            let request = try await sized.control.requestRightSize(
                "sync",
                since: since,
                reason: nil,
                by: .user(sized.office.owner),
            )
            #expect(request.kind == .reduce)
            #expect(request.state == .approved)
            #expect(request.route.policies == ["route.reduce-alone"])
            #expect(try await sized.open() == ["read crm/companies", "read crm/contacts", "read warehouse/stock"])
            let grants = try await sized.office.grants()
            for grant in grants where grant.isOpen(at: sized.now) && grant.resource.system == "crm" {
                // It narrows, so it rests on the approval that there was, and ends with it.
                #expect(grant.approval == sized.wide.approval)
                #expect(grant.ends == sized.wide.ends)
            }
            let snapshot = try #require(sized.control.world.snapshot)
            func verdict(_ action: ActionClass, _ path: String) throws -> AccessDecision.Verdict {
                snapshot.decide(
                    AccessRequest(
                        identity: sized.office.identity.id,
                        action: action,
                        resource: try #require(ResourcePath(path)),
                        now: sized.now,
                    )
                ).verdict
            }
            #expect(try verdict(.read, "crm/contacts/99") == .allow)
            #expect(try verdict(.read, "crm/salaries") == .noPermit)
            #expect(try verdict(.write, "crm/deals/1") == .noPermit)
            // What is new is younger than the window, so there is nothing more to cut.
            #expect(try await sized.report().size.isSmaller == false)
            let again = try await sized.office.failure {
                _ = try await sized.control.requestRightSize(
                    "sync",
                    since: since,
                    reason: nil,
                    by: .user(sized.office.owner),
                )
            }
            #expect(again?.code == .conflict)
        }
    }

    @Test("What is not known whole is not cut: a record shorter than the window, a grant younger than it")
    func unknown() async throws {
        try await Self.onEach { sized in
            let long = try await sized.report(days: 120)
            #expect(!long.size.isSmaller)
            #expect(long.size.lines.contains { $0.because.contains("use is recorded only since") })
            _ = try await Sized.grant(.write, "crm/companies", sized.office)
            let young = try #require(
                try await sized.report().size.lines.first { $0.resource.description == "crm/companies" }
            )
            #expect(young.fate == .keep)
            #expect(young.because.contains("younger than the window"))
        }
    }

    @Test("A reduction that is none is refused, and whoever does not answer for the identity needs an approval")
    func hostile() async throws {
        try await Self.onEach { sized in
            let wider = ProposedGrant(
                action: .write,
                resource: sized.wide.resource,
                ends: sized.wide.ends,
            )
            let later = ProposedGrant(action: .read, resource: sized.wide.resource, ends: sized.wide.ends + .days(1))
            let same = sized.wide.asked
            for grants in [[wider], [later], [same]] {
                let refused = try await sized.office.failure {
                    _ = try await sized.office.open(
                        NewRequest(
                            .reduce,
                            identity: "sync",
                            grants: grants,
                            terms: [ReduceEffect.term: sized.wide.id.text],
                            reason: "less, honestly",
                        )
                    )
                }
                #expect(refused?.code == .invalid)
            }
            let nothing = NewRequest(.reduce, identity: "sync", grants: [], reason: "which?")
            #expect(try await sized.office.failure { _ = try await sized.office.open(nothing) }?.code == .invalid)
            // The backup answers for nothing yet: asking to take rights away could stop a flow.
            let request = try await sized.control.requestRightSize(
                "sync",
                since: sized.now - .days(90),
                reason: "clean-up",
                by: .user(sized.office.backup),
            )
            #expect(request.state == .open)
            #expect(try await sized.open().count == 3)
            try await sized.office.approve(request, by: sized.office.owner)
            #expect(try await sized.open().count == 3)
            #expect(try await sized.open().contains("read crm/contacts"))
        }
    }
}
