import Decisions
import Domain
import SQLEngine
import Sealing
import Store
import TestSupport
import Testing

@testable import ControlPlane

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A house with an active identity, a system behind the gateway, and people whom the terms name.
struct GlassHouse {
    let house: House
    let identity: Identity
    let ira: User
    let sam: User
    var control: ControlPlane { house.control }

    init(_ house: House, named: [String] = ["ira@example.com", "sam@example.com"]) async throws {
        self.house = house
        identity = try await house.active()
        let system = System(name: "crm", title: "CRM", environment: "production", upstream: "http://127.0.0.1:9")
        _ = try await house.control.putSystem(system, by: house.boss)
        ira = try await house.person("ira")
        sam = try await house.person("sam", roles: [.security])
        var terms = GovernanceTerms()
        terms.breakGlass.people = named
        _ = try await house.control.setTerms(terms, by: house.boss)
    }

    func order(minutes: Int? = nil) throws -> BreakGlassOrder {
        BreakGlassOrder(
            identity: "sync",
            action: .admin,
            resource: try #require(ResourcePath("crm/contacts")),
            reason: "the import deletes customers",
            ticket: "INC-7",
            rollback: "restore the backup of 09:00",
            minutes: minutes,
        )
    }

    func decision(task: String?) throws -> AccessDecision.Verdict? {
        let request = AccessRequest(
            identity: identity.id,
            action: .admin,
            resource: try #require(ResourcePath("crm/contacts/7")),
            now: house.clock.now,
            task: task,
        )
        return control.world.snapshot?.decide(request).verdict
    }
}

struct BreakGlassTests {
    @Test("R1: Off unless the terms name the person; nobody does it for somebody else")
    func off() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house, named: ["sam@example.com"])
            let refused = try await house.failure {
                _ = try await glass.control.breakGlass(try glass.order(), by: .user(glass.ira))
            }
            #expect(refused?.code == .forbidden)
            var other = try glass.order()
            other.person = "sam@example.com"
            let proxy = try await house.failure {
                _ = try await glass.control.breakGlass(other, by: .user(glass.ira))
            }
            #expect(proxy?.code == .forbidden)
        }
    }

    @Test(
        "R2, R4: It opens for its own tokens only, closes by itself at its end, and stays closed when the clock goes back"
    )
    func timeBox() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house)
            #expect(try glass.decision(task: nil) == .deny)
            let open = try await glass.control.breakGlass(try glass.order(minutes: 30), by: .user(glass.ira))
            #expect(open.ends == house.clock.now + .minutes(30))
            #expect(try glass.decision(task: nil) == .deny)
            #expect(try glass.decision(task: open.task) == .allow)
            let token = try await glass.control.breakGlassToken(open.id, by: .user(glass.ira))
            #expect(token.lease.task == open.task)
            house.clock.advance(by: .minutes(30))
            try await glass.control.runDue(as: "node")
            #expect(try glass.decision(task: open.task) != .allow)
            house.clock.advance(by: .zero - .minutes(20))
            #expect(try glass.decision(task: open.task) != .allow)
            let again = try await house.failure {
                _ = try await glass.control.breakGlassToken(open.id, by: .user(glass.ira))
            }
            #expect(again?.code == .conflict)
        }
    }

    @Test("R6: Reason, ticket, rollback plan and a time box within the terms are needed, however urgent it is")
    func fields() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house)
            var order = try glass.order(minutes: 61)
            order.reason = " "
            order.ticket = ""
            order.rollback = String(repeating: "x", count: 1_000_000)
            let failure = try await house.failure {
                _ = try await glass.control.breakGlass(order, by: .user(glass.ira))
            }
            #expect(failure?.code == .invalid)
            #expect(failure?.fields.map(\.field) == ["reason", "ticket", "rollback", "minutes"])
        }
    }

    @Test("Owner, backup and security are told at once")
    func told() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house)
            _ = try await glass.control.breakGlass(try glass.order(), by: .user(glass.ira))
            for name in ["ana", "ben", "sam"] {
                let roles: Set<Role> = name == "sam" ? [.security] : [.owner]
                let person = try await house.person(name, roles: roles)
                let inbox = try await glass.control.inbox(unreadOnly: true, page: PageRequest(), by: .user(person))
                #expect(inbox.items.contains { $0.kind == .breakGlassOpened }, "\(name)")
            }
        }
    }

    @Test("R3: Until somebody else has reviewed it, neither the person nor the identity can do it again")
    func review() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house)
            let open = try await glass.control.breakGlass(try glass.order(), by: .user(glass.ira))
            let second = try await house.failure {
                _ = try await glass.control.breakGlass(try glass.order(), by: .user(glass.sam))
            }
            #expect(second?.code == .conflict)
            _ = try await glass.control.closeBreakGlass(open.id, by: .user(glass.ira))
            let unreviewed = try await house.failure {
                _ = try await glass.control.breakGlass(try glass.order(), by: .user(glass.ira))
            }
            #expect(unreviewed?.code == .conflict)
            let own = try await house.failure {
                _ = try await glass.control.reviewBreakGlass(open.id, .justified, note: "fine", by: .user(glass.ira))
            }
            #expect(own?.code == .forbidden)
            _ = try await glass.control.reviewBreakGlass(
                open.id,
                .justified,
                note: "backup restored",
                by: .user(glass.sam)
            )
            let twice = try await house.failure {
                _ = try await glass.control.reviewBreakGlass(open.id, .justified, note: "x", by: .user(glass.sam))
            }
            #expect(twice?.code == .conflict)
            _ = try await glass.control.breakGlass(try glass.order(), by: .user(glass.ira))
        }
    }

    @Test("R7: Repeated use of one identity is a finding, and worse when one was unjustified")
    func repeated() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house)
            for verdict in [BreakGlass.Verdict.justified, .unjustified] {
                let open = try await glass.control.breakGlass(try glass.order(), by: .user(glass.ira))
                house.clock.advance(by: .hours(1))
                try await glass.control.runDue(as: "node")
                _ = try await glass.control.reviewBreakGlass(open.id, verdict, note: "seen", by: .user(glass.sam))
                house.clock.advance(by: .hours(1))
            }
            let findings = try await glass.control.currentFindings().filter { $0.rule == "repeated-break-glass" }
            #expect(findings.map(\.severity) == [.critical])
            #expect(findings.first?.evidence["times"] == .number(2))
        }
    }

    @Test(
        "I3 R6: Opening is a request that policy lets named people do alone, kept with ticket, time box and rollback plan"
    )
    func request() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house)
            let order = try glass.order(minutes: 30)
            let preview = try await glass.control.previewRequest(NewRequest(order), by: .user(glass.ira))
            #expect(preview.route.policies == ["route.break-glass"])
            #expect(
                preview.route.sentence.hasPrefix("you may do this alone because the organisation's terms name them")
            )
            let open = try await glass.control.breakGlass(order, by: .user(glass.ira))
            let id = try #require(open.request)
            let request = try await glass.control.request(id.text, by: house.boss)
            #expect(request.request.kind == .breakGlass)
            #expect(request.request.state == .approved)
            #expect(request.request.reason == order.reason)
            #expect(request.request.proposal.terms["ticket"] == "INC-7")
            #expect(request.request.proposal.terms["rollback"] == order.rollback)
            #expect(request.request.proposal.ends == open.ends)
            #expect(request.approvals.map(\.by.kind) == [.policy])
            #expect(request.approvals.map(\.ends) == [open.ends])
            _ = try await glass.control.closeBreakGlass(open.id, by: .user(glass.ira))
            #expect(try await glass.control.request(id.text, by: house.boss).request.state == .closed)
        }
    }

    @Test("A policy of the organisation can name a team; one that asks for approvals opens nothing")
    func named() async throws {
        try await Office.onEach { office in
            let team = try await office.control.putTeam(
                NewTeam(name: "on call", members: [office.technical.email]),
                by: office.boss,
            )
            try await office.put(
                policies: """
                    @id("shop.on-call") @alone @because("they are on call")
                    permit (principal in Team::"\(team.id)", action == Action::"route", resource is Request)
                    when { resource.kind == "breakGlass" };
                    @id("shop.asks") @requires("approver")
                    permit (principal == User::"\(office.backup.id)", action == Action::"route", resource is Request)
                    when { resource.kind == "breakGlass" };
                    """
            )
            let order = BreakGlassOrder(
                identity: "sync",
                action: .write,
                resource: try #require(ResourcePath("crm/contacts")),
                reason: "it deletes customers",
                ticket: "INC-8",
                rollback: "restore the backup",
            )
            for user in [office.owner, office.backup] {
                let failure = try await office.failure {
                    _ = try await office.control.breakGlass(order, by: .user(user))
                }
                #expect(failure?.code == .forbidden)
            }
            #expect(try await office.grants().isEmpty)
            let open = try await office.control.breakGlass(order, by: .user(office.technical))
            #expect(open.state == .open)
        }
    }

    @Test("Replayed, a break-glass opens nothing: neither its request, nor its token, nor its order a second time")
    func replay() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house)
            let open = try await glass.control.breakGlass(try glass.order(minutes: 30), by: .user(glass.ira))
            let id = try #require(open.request)
            house.clock.advance(by: .minutes(31))
            try await glass.control.runDue(as: "node")
            // Back to when it was open: what is over stays over.
            house.clock.advance(by: .zero - .minutes(25))
            let decided = try await house.failure {
                _ = try await glass.control.decideRequest(id.text, RequestDecision(.approved), by: .user(glass.sam))
            }
            #expect(decided?.code == .conflict)
            let token = try await house.failure {
                _ = try await glass.control.breakGlassToken(open.id, by: .user(glass.ira))
            }
            #expect(token?.code == .conflict)
            let again = try await house.failure {
                _ = try await glass.control.breakGlass(try glass.order(minutes: 30), by: .user(glass.ira))
            }
            #expect(again?.code == .conflict)
            #expect(try glass.decision(task: open.task) != .allow)
        }
    }

    @Test(
        "I5: A break-glass is over when the person is not named any more, or when what runs is not what it was opened for"
    )
    func overtaken() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house)
            let open = try await glass.control.breakGlass(try glass.order(), by: .user(glass.ira))
            let other = try await house.failure {
                _ = try await glass.control.breakGlassToken(open.id, by: .user(glass.sam))
            }
            #expect(other?.code == .forbidden)
            _ = try await glass.control.setTerms(GovernanceTerms(), by: house.boss)
            let unnamed = try await house.failure {
                _ = try await glass.control.breakGlassToken(open.id, by: .user(glass.ira))
            }
            #expect(unnamed?.code == .forbidden)
            var workflow = House.workflow("sync")
            workflow.steps[0].target = "elsewhere.example"
            workflow.digest = "changed"
            _ = try await glass.control.importEstates([House.estate([workflow])], dryRun: false, by: house.boss)
            let closed = try await glass.control.breakGlasses(state: .closed, page: PageRequest(), by: house.boss)
            #expect(closed.items.map(\.id) == [open.id])
            #expect(try glass.decision(task: open.task) != .allow)
        }
    }

    @Test("Who opened it for somebody else does not review it")
    func opener() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house)
            var order = try glass.order()
            order.person = "ira@example.com"
            let open = try await glass.control.breakGlass(order, by: house.boss)
            _ = try await glass.control.closeBreakGlass(open.id, by: house.boss)
            let own = try await house.failure {
                _ = try await glass.control.reviewBreakGlass(open.id, .justified, note: "fine", by: house.boss)
            }
            #expect(own?.code == .forbidden)
        }
    }

    @Test("No other token can carry the task of a break-glass")
    func forged() async throws {
        try await House.onEach { house in
            let glass = try await GlassHouse(house)
            let open = try await glass.control.breakGlass(try glass.order(), by: .user(glass.ira))
            let failure = try await house.failure {
                _ = try await glass.control.issueToken("sync", task: open.task, life: nil, by: house.boss)
            }
            #expect(failure?.code == .invalid)
        }
    }
}

struct EnvelopeTests {
    private func prepared(_ house: House) async throws -> (GlassHouse, NewEnvelope) {
        let glass = try await GlassHouse(house)
        try await glass.control.sealCredential(system: "crm", value: Secret("made for this test"), by: house.boss)
        let envelope = try await glass.control.prepareEnvelope(
            "sync",
            person: "ira@example.com",
            system: "crm",
            by: house.boss,
        )
        return (glass, envelope)
    }

    /// Opens an envelope as the command line does without the server.
    private func open(_ new: NewEnvelope, at now: Instant) throws -> (credential: String, record: EnvelopeRecordFile) {
        let id = new.file.envelope.id
        let inside = try EnvelopeSealing.open(try #require(new.file.sealed), id: id.text, code: new.code)
        let content = try inside.withBytes { try JSONDecoder().decode(EnvelopeContent.self, from: Data($0)) }
        let record = EnvelopeRecord(
            envelope: id,
            opened: now,
            minutes: 30,
            reason: "Penstock is down",
            ticket: "INC-9",
            rollback: "undo the change",
        )
        let key = Secret(try #require(EnvelopeSealing.bytes(hex: content.recordKey)))
        let bytes = Secret(Array(try JSONEncoder().encode(record)))
        let sealed = try EnvelopeSealing.seal(record: bytes, id: id.text, key: key)
        return (content.credential, EnvelopeRecordFile(envelope: id, sealed: sealed))
    }

    @Test(
        "R1: An envelope made beforehand opens without the server; its record is imported once and waits for its review"
    )
    func sealed() async throws {
        try await House.onEach { house in
            let (glass, new) = try await prepared(house)
            let opened = try open(new, at: house.clock.now)
            #expect(opened.credential == "made for this test")
            house.clock.advance(by: .hours(3))
            let imported = try await glass.control.importEnvelopeRecord(opened.record, by: .user(glass.ira))
            #expect(imported.state == .closed)
            #expect(imported.ticket == "INC-9")
            let replay = try await house.failure {
                _ = try await glass.control.importEnvelopeRecord(opened.record, by: house.boss)
            }
            #expect(replay?.code == .conflict)
            let blocked = try await house.failure {
                _ = try await glass.control.breakGlass(try glass.order(), by: .user(glass.ira))
            }
            #expect(blocked?.code == .conflict)
            var filter = EventFilter()
            filter.kinds = [.breakGlassImported, .rotationAsked]
            let events = try await glass.control.events(filter, page: PageRequest(), by: house.boss)
            #expect(events.items.map(\.event.kind) == [.rotationAsked, .breakGlassImported])
        }
    }

    @Test("A record that was changed, and an envelope with another code, are refused")
    func tampered() async throws {
        try await House.onEach { house in
            let (glass, new) = try await prepared(house)
            var record = try open(new, at: house.clock.now).record
            record.sealed = String(record.sealed.dropLast(2)) + (record.sealed.hasSuffix("00") ? "01" : "00")
            let failure = try await house.failure {
                _ = try await glass.control.importEnvelopeRecord(record, by: house.boss)
            }
            #expect(failure?.code == .invalid)
            #expect(throws: SealingError.self) {
                _ = try EnvelopeSealing.open(
                    new.file.sealed ?? "",
                    id: new.file.envelope.id.text,
                    code: RandomToken(prefix: "pnbg_").text,
                )
            }
        }
    }

    @Test("An envelope that was given back opens nothing here any more")
    func returned() async throws {
        try await House.onEach { house in
            let (glass, new) = try await prepared(house)
            let record = try open(new, at: house.clock.now).record
            _ = try await glass.control.returnEnvelope(new.file.envelope.id, by: house.boss)
            let failure = try await house.failure {
                _ = try await glass.control.importEnvelopeRecord(record, by: house.boss)
            }
            #expect(failure?.code == .conflict)
        }
    }

    @Test("An envelope that did not come back in time is a critical finding, and its person gets no other")
    func missed() async throws {
        try await House.onEach { house in
            let (glass, new) = try await prepared(house)
            house.clock.advance(by: .days(90))
            try await glass.control.runDue(as: "node")
            _ = try await glass.control.putSystem(
                System(name: "hr", title: "HR", environment: "production"),
                by: house.boss
            )
            let findings = try await glass.control.currentFindings().filter { $0.rule == "missed-envelope" }
            #expect(findings.map(\.severity) == [.critical])
            let another = try await house.failure {
                _ = try await glass.control.prepareEnvelope(
                    "sync",
                    person: "ira@example.com",
                    system: "crm",
                    by: house.boss
                )
            }
            #expect(another?.code == .conflict)
            let late = try open(new, at: house.clock.now).record
            _ = try await glass.control.importEnvelopeRecord(late, by: house.boss)
        }
    }
}
