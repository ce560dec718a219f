import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// What dates do by themselves, through the schedule.
struct GovernanceScheduleTests {
    private func run(_ office: Office, as node: String = "node") async throws {
        try await office.control.scheduleRounds()
        try await office.control.runDue(as: node) { Issue.record("\($0.kind) \($0.key): \($1)") }
    }

    private func events(_ office: Office, _ kind: Event.Kind) async throws -> [Event] {
        var filter = EventFilter()
        filter.kinds = [kind]
        return try await office.control.events(filter, page: PageRequest(limit: 200), by: office.boss).items.map(
            \.event
        )
    }

    private func told(_ office: Office, _ user: User) async throws -> [Event.Kind] {
        try await office.control.inbox(unreadOnly: false, page: PageRequest(), by: .user(user)).items.map(\.kind)
    }

    private func sync(_ office: Office) async throws -> Identity {
        try await office.control.identity("sync", by: office.boss).identity
    }

    @Test("C11: a request nobody decides is escalated, then lapses, by itself and once, and those concerned are told")
    func request() async throws {
        try await Office.onEach { office in
            try await run(office)
            let request = try await office.open()
            office.clock.advance(by: request.escalates - office.clock.now)
            try await run(office)
            try await run(office)
            #expect(try await events(office, .accessRequestEscalated).count == 1)
            #expect(try await told(office, office.backup).contains(.accessRequestEscalated))
            #expect(try await told(office, office.security).contains(.accessRequestEscalated))
            office.clock.advance(by: request.lapses - office.clock.now)
            try await run(office)
            try await run(office)
            #expect(try await office.control.request(request.id.text, by: office.boss).request.state == .expired)
            #expect(try await events(office, .accessRequestClosed).count == 1)
            #expect(try await told(office, office.owner).contains(.accessRequestClosed))
        }
    }

    @Test(
        "D5: a renewal date that passed suspends by itself after the class's grace, to the second, and takes leases back"
    )
    func renewal() async throws {
        try await Office.onEach { office in
            let renewal = try #require(office.identity.renewal)
            let end = renewal + office.identity.classification.identityClass.renewalGrace
            office.clock.advance(by: end - .seconds(1) - office.clock.now)
            try await run(office)
            #expect(try await sync(office).state == .active)
            let next = try await office.house.database.read { try JobTable.find(.checkGovernance, "all", in: $0) }
            #expect(next?.due == end)
            office.clock.advance(by: .seconds(1))
            try await run(office)
            #expect(try await sync(office).suspension == .renewalPassed)
            for user in [office.owner, office.technical, office.backup, office.security] {
                #expect(try await told(office, user).contains(.identityStateChanged), "\(user.email)")
            }
        }
    }

    @Test("D6: an identity whose end has passed is suspended by itself; registered anew it goes on")
    func ended() async throws {
        try await Office.onEach { office in
            let expires = try #require(office.identity.expires)
            let id = office.identity.id
            try await office.house.database.write { connection in
                var identity = try #require(try IdentityTable.find(id, in: connection))
                identity.renewal = expires
                try IdentityTable.update(identity, in: connection)
            }
            office.clock.advance(by: expires - .seconds(1) - office.clock.now)
            try await run(office)
            #expect(try await sync(office).state == .active)
            office.clock.advance(by: .seconds(1))
            try await run(office)
            #expect(try await sync(office).suspension == .ended)
            #expect(
                try await office.failure { _ = try await office.control.resume("sync", reason: "on", by: office.boss) }
                    != nil
            )
            _ = try await office.control.registerIdentity(
                "sync",
                Office.registration(office.house),
                by: office.boss,
            )
            #expect(try await sync(office).state == .active)
        }
    }

    @Test("C7 C9: a hand-over is asked, escalated and ends in suspension on the class's dates, by itself")
    func handover() async throws {
        try await Office.onEach { office in
            try await run(office)
            // As a directory would do that writes people without the use case.
            let (owner, left) = (office.owner.id, office.clock.now)
            try await office.house.database.write { connection in
                var user = try #require(try UserTable.find(owner, in: connection))
                user.status = .left
                try UserTable.update(user, at: left, in: connection)
            }
            office.clock.advance(by: .minutes(5))
            try await run(office)
            #expect(try await events(office, .handoverAsked).count == 1)
            #expect(try await told(office, office.backup).contains(.handoverAsked))
            let dates = office.identity.classification.identityClass.handover
            office.clock.advance(by: dates.escalation)
            try await run(office)
            #expect(try await events(office, .handoverEscalated).count == 1)
            #expect(try await told(office, office.security).contains(.handoverEscalated))
            office.clock.advance(by: dates.suspension - dates.escalation)
            try await run(office)
            #expect(try await sync(office).suspension == .ownerGone)
            #expect(try await events(office, .handoverAsked).count == 1)
        }
    }

    @Test("A grant that ran out is recorded as ended once; one that was taken back before is not")
    func grants() async throws {
        try await Office.onEach { office in
            try await run(office)
            for _ in 0..<2 { try await office.approve(try await office.open(), by: office.approver) }
            let grants = try await office.grants()
            #expect(grants.count == 2)
            _ = try await office.control.revokeGrant(grants[0].id, by: office.boss)
            office.clock.advance(by: grants[1].ends - office.clock.now)
            try await run(office)
            office.clock.advance(by: .minutes(10))
            try await run(office)
            let ended = try await events(office, .grantEnded)
            #expect(ended.map { $0.detail["grant"] } == [grants[1].id.text])
            #expect(ended.first?.subject?.id == office.identity.id.text)
            #expect(try await told(office, office.owner).contains(.grantEnded))
        }
    }

    @Test("What is due happens once when two nodes look at the same moment, and when one died at work on it")
    func nodes() async throws {
        try await Office.onEach { office in
            let requests = [try await office.open(), try await office.open(), try await office.open()]
            office.clock.advance(by: requests[0].lapses - office.clock.now)
            try await office.control.scheduleRounds()
            let moment = office.clock.now
            let dead = try await office.house.database.write {
                try JobTable.claim(at: moment, by: "dead", for: .zero, limit: 10, in: $0)
            }
            #expect(dead.contains { $0.kind == .checkGovernance })
            async let one = office.control.runDue(as: "one", width: 4)
            async let two = office.control.runDue(as: "two", width: 4)
            _ = try await (one, two)
            try await run(office)
            #expect(try await events(office, .accessRequestClosed).count == requests.count)
            for job in dead {
                let late = try await office.house.database.write {
                    try JobTable.finish(job, next: nil, at: moment, in: $0)
                }
                #expect(!late)
            }
        }
    }

    @Test("A webhook hears of what a date did")
    func webhook() async throws {
        try await Office.onEach { office in
            var terms = GovernanceTerms()
            terms.webhooks.hosts = ["hooks.example.com"]
            _ = try await office.control.setTerms(terms, by: office.boss)
            let webhook = try await office.control.addWebhook(
                "https://hooks.example.com/penstock",
                kinds: [.identityStateChanged],
                by: office.boss,
            ).webhook
            let renewal = try #require(office.identity.renewal)
            office.clock.advance(by: renewal + .days(14) - office.clock.now)
            try await run(office)
            let waiting = try await office.control.deliveries(
                state: nil,
                to: webhook.id,
                page: PageRequest(),
                by: office.boss,
            )
            #expect(waiting.items.map(\.kind) == [.identityStateChanged])
        }
    }

    @Test("Every thing that is due is told again by its key, and by no other")
    func keys() {
        let (request, identity) = (ID<ChangeRequest>(at: Instant(seconds: 1)), ID<Identity>(at: Instant(seconds: 1)))
        let all: [DueGovernance] = [
            .requestEscalates(request), .requestLapses(request), .renewalPassed(identity), .identityEnds(identity),
            .handoverBegins(identity), .handoverEscalates(identity), .handoverSuspends(identity),
        ]
        #expect(all.map { DueGovernance(key: $0.key) } == all)
        for key in [
            "", "all", "requestLapses", "requestLapses \(identity)", "renewalPassed \(request)", "x \(identity)",
        ] {
            #expect(DueGovernance(key: key) == nil)
        }
    }
}
