import Domain
import Store
import Testing

@testable import ControlPlane

struct RequestTests {
    @Test("I1 I3 D2: a request is opened, approved by another person and carried out with its approver in the record")
    func approved() async throws {
        try await Office.onEach { office in
            let request = try await office.open()
            #expect(request.state == .open)
            #expect(request.route.seats.map(\.rawValue) == ["approver"])
            #expect(try await office.grants().isEmpty)
            let decided = try await office.approve(request, by: office.approver)
            #expect(decided.state == .approved)
            let grant = try #require(try await office.grants().first)
            #expect(grant.request == request.id)
            #expect(grant.digest == request.digest)
            #expect(grant.grantedBy == "abel@example.com")
            let events = try await office.control.identity("sync", by: office.boss).events.map(\.event)
            #expect(events.contains { $0.kind == .accessRequested })
            let given = events.first { $0.kind == .approvalGiven }
            #expect(given?.actor.name == "abel@example.com")
            #expect(events.contains { $0.kind == .grantAdded && $0.detail["approver"] == "abel@example.com" })
        }
    }

    @Test("A refusal needs a reason, and one refusal ends the request")
    func refused() async throws {
        try await Office.onEach { office in
            let request = try await office.open()
            let silent = try await office.failure {
                _ = try await office.control.decideRequest(
                    request.id.text,
                    RequestDecision(.refused, reason: " "),
                    by: .user(office.approver),
                )
            }
            #expect(silent?.code == .invalid)
            let refused = try await office.control.decideRequest(
                request.id.text,
                RequestDecision(.refused, reason: "not this quarter"),
                by: .user(office.approver),
            )
            #expect(refused.state == .refused)
            #expect(refused.outcome == "not this quarter")
            let late = try await office.failure { try await office.approve(request, by: office.security) }
            #expect(late?.code == .conflict)
            #expect(try await office.grants().isEmpty)
        }
    }

    @Test("I3: an approver may give less or for a shorter time with a reason, never more or other")
    func reduced() async throws {
        try await Office.onEach { office in
            let request = try await office.open()
            func decide(_ action: ActionClass, _ resource: String, days: Int64) async throws -> Failure? {
                let path = try #require(ResourcePath(resource))
                let less = ProposedGrant(action: action, resource: path, ends: office.clock.now + .days(days))
                return try await office.failure {
                    _ = try await office.control.decideRequest(
                        request.id.text,
                        RequestDecision(.approved, reason: "a week will do", reduction: [less]),
                        by: .user(office.approver),
                    )
                }
            }
            #expect(try await decide(.write, "crm/contacts", days: 7)?.code == .invalid)
            #expect(try await decide(.read, "crm", days: 7)?.code == .invalid)
            #expect(try await decide(.read, "crm/contacts", days: 31)?.code == .invalid)
            #expect(try await office.grants().isEmpty)
            #expect(try await decide(.read, "crm/contacts/eu", days: 7) == nil)
            let grant = try #require(try await office.grants().first)
            #expect(grant.resource.description == "crm/contacts/eu")
            #expect(grant.ends == office.clock.now + .days(7))
            #expect(grant.digest != request.digest)
        }
    }

    @Test("I11 R6 D14: what is in a hurry cannot leave out owner, time limit and rollback plan, and needs two people")
    func expedited() async throws {
        try await Office.onEach { office in
            var new = office.asked(days: 2)
            new.expedited = .init(owner: nil, until: nil, rollback: " ")
            let bare = new
            let failure = try await office.failure { _ = try await office.open(bare) }
            #expect(failure?.fields.map(\.field) == ["owner", "until", "rollback"])
            new.expedited = .init(
                owner: "olga@example.com",
                until: office.clock.now + .days(3),
                rollback: "take the grant back",
            )
            let request = try await office.open(new)
            #expect(request.route.seats.map(\.rawValue) == ["approver", "security"])
            #expect(request.due == request.opened + .days(1))
            new.grants[0].ends = office.clock.now + .days(4)
            let long = new
            #expect(try await office.failure { _ = try await office.open(long) }?.code == .invalid)
        }
    }

    @Test("E8 Y11: what policy wants is said before the form is sent, with the reason")
    func preview() async throws {
        try await Office.onEach { office in
            let owner = Caller.user(office.owner)
            let one = try await office.control.previewRequest(office.asked(), by: owner)
            #expect(
                one.route.sentence
                    == "this needs one approval (approver) because somebody else than who asks has to agree"
            )
            let two = try await office.control.previewRequest(office.asked(.admin), by: owner)
            #expect(two.route.seats.map(\.rawValue) == ["approver", "security"])
            #expect(two.route.sentence.hasPrefix("this needs two approvals (approver, security) because "))
            let list = try await office.control.requests(RequestFilter(), page: PageRequest(), by: office.boss)
            #expect(list.items.allSatisfy { $0.kind == .register })
        }
    }

    @Test("E8 X2: an owner may do alone what only reads, outside production, for 30 days")
    func alone() async throws {
        try await Office.onEach(environment: "test") { office in
            let request = try await office.open()
            #expect(request.state == .approved)
            #expect(try await office.grants().count == 1)
            let approvals = try await office.control.request(request.id.text, by: office.boss).approvals
            #expect(approvals.map(\.by.id) == ["route.alone"])
            #expect(try await office.open(office.asked(days: 31)).state == .open)
            #expect(try await office.open(office.asked(.write)).state == .open)
            #expect(try await office.open(by: office.technical).state == .open)
        }
    }

    @Test("An approver gives directly only what policy lets one give alone")
    func direct() async throws {
        try await Office.onEach { office in
            let path = try #require(ResourcePath("crm/contacts"))
            func grant(_ action: ActionClass, _ life: Duration, by user: User) async throws -> Failure? {
                try await office.failure {
                    _ = try await office.control.grant(
                        "sync",
                        action: action,
                        resource: path,
                        until: office.clock.now + life,
                        reason: nil,
                        by: .user(user),
                    )
                }
            }
            #expect(try await grant(.read, .days(30), by: office.approver) == nil)
            #expect(try await grant(.admin, .hours(8), by: office.approver)?.code == .conflict)
            #expect(try await grant(.write, .days(120), by: office.approver)?.code == .conflict)
            #expect(try await grant(.read, .days(30), by: office.owner)?.code == .forbidden)
            #expect(try await office.grants().count == 1)
        }
    }

    @Test("A purpose of a megabyte, an empty reason and a date gone by are refused")
    func badInput() async throws {
        try await Office.onEach { office in
            for change: @Sendable (inout NewRequest) -> Void in [
                { $0.reason = " " }, { $0.reason = String(repeating: "x", count: 1_000_000) },
                { $0.terms = ["a": String(repeating: "x", count: 1_000_000)] },
                { $0.callback = "http://example.com/hook" }, { $0.callback = "file:///etc/passwd" },
                { $0.grants[0].ends = Instant(seconds: 0) }, { $0.grants = [] },
                { $0.grants[0].conditions.networks = ["10.0.0.0/99"] },
                { $0.grants[0].direction = .into },
                { $0.grants[0].resource = ResourcePath("nowhere/at/all") ?? $0.grants[0].resource },
            ] {
                var new = office.asked()
                change(&new)
                let bad = new
                let failure = try await office.failure { _ = try await office.open(bad) }
                #expect(
                    failure?.code == .invalid,
                    "\(bad.terms.keys) \(bad.reason.prefix(20)) \(failure?.message ?? "")"
                )
            }
        }
    }
}
