import Domain
import SQLEngine
import Store
import TestSupport
import Testing

@testable import ControlPlane

/// A month in the life of an estate, day by day, with everything that is due done on the way.
struct MonthTests {
    @Test(
        "C9, C10, D4, D5: a month of registering, approving, expanding, copying, leaving, renewing, reviewing, accepting, emergencies and retiring is in the log, the same on every store"
    )
    func month() async throws {
        try await Office.onEach { office in
            let month = Month(office)
            try await month.firstWeek()
            try await month.secondWeek()
            try await month.thirdWeek()
            try await month.fourthWeek()
            #expect(try await office.control.logVerification(by: office.boss).problems.isEmpty)
            try expectGolden(try await month.log(), named: "month.txt")
        }
    }
}

private struct Month {
    let office: Office
    let start: Instant
    var control: ControlPlane { office.control }

    init(_ office: Office) {
        self.office = office
        start = office.clock.now
    }

    /// Goes on to a day, doing each day what is due.
    func day(_ day: Int64) async throws {
        while office.clock.now < start + .days(day) {
            office.clock.advance(by: .days(1))
            try await due()
        }
    }

    func due() async throws {
        try await control.scheduleRounds()
        try await control.runDue(as: "node") { job, error in Issue.record("\(job.kind) \(job.key): \(error)") }
    }

    func reimport(_ workflows: [Workflow]) async throws {
        _ = try await control.importEstates([Office.estate(workflows)], dryRun: false, by: office.boss)
    }

    private static let original = {
        var workflow = Office.workflow()
        workflow.graphKey = "contacts graph"
        workflow.digest = "read with its graph"
        return workflow
    }()

    private static func copy(credential: String) -> Workflow {
        var workflow = Office.workflow("sync (2)", credential: credential)
        workflow.graphKey = "contacts graph"
        return workflow
    }

    private static let report = {
        var workflow = Office.workflow("report", credential: "5")
        workflow.steps[0].target = "reports"
        return workflow
    }()
    private static let invoices = {
        var workflow = Office.workflow("invoices", credential: "5")
        workflow.steps[0].target = "invoices"
        return workflow
    }()

    /// Registered by request, approved, granted, widened.
    func firstWeek() async throws {
        // One after the other: ids of one moment have no order of their own.
        office.clock.advance(by: .minutes(1))
        try await reimport([Self.original, Self.report])
        office.clock.advance(by: .minutes(1))
        try await reimport([Self.original, Self.report, Self.invoices])
        for name in ["report", "invoices"] {
            var registration = Office.registration(office.house)
            registration.purpose = "\(name) of each day"
            let request = try await office.open(
                NewRequest(.register, identity: name, registration: registration, reason: "it runs since spring")
            )
            try await day(1)
            try await office.approve(request, by: office.approver)
        }
        try await day(2)
        try await office.approve(try await office.open(office.asked(.write, days: 20)), by: office.approver)
        _ = try await control.issueToken("sync", task: nil, life: nil, by: office.boss)
        try await day(4)
        var much = office.asked(.admin, "crm", days: 5)
        much.grants[0].task = "cleaning"
        let refused = try await office.open(much)
        _ = try await control.decideRequest(
            refused.id.text,
            RequestDecision(.refused, reason: "reading and writing is enough"),
            by: .user(office.security),
        )
        try await day(5)
        let wider = try await office.open(office.asked(.read, "warehouse/orders", days: 25, kind: .expand))
        try await office.approve(wider, by: office.approver)
    }

    /// Copied with its credential, which is shared by two others meanwhile; an emergency.
    func secondWeek() async throws {
        try await day(8)
        try await reimport([Self.original, Self.report, Self.invoices, Self.copy(credential: "1")])
        try await day(9)
        try await reimport([Self.original, Self.report, Self.invoices, Self.copy(credential: "77")])
        var registration = Office.registration(office.house)
        registration.purpose = "contacts of the second shop"
        let clone = try await office.open(
            NewRequest(.clone, identity: "sync (2)", registration: registration, reason: "a second shop opens")
        )
        try await office.approve(clone, by: office.approver)
        try await day(10)
        try await acceptSharing()
        try await day(12)
        try await breakGlass()
    }

    private func acceptSharing() async throws {
        let finding = try await control.currentFindings().first { $0.rule == "shared-credential" }
        let order = ExceptionOrder(
            finding: try #require(finding).id,
            reason: "the vendor offers one credential",
            ends: office.clock.now + .days(10),
            controls: [.separateEnvironments(environment: "production")],
        )
        let exception = try await control.proposeException(order, by: .user(office.owner))
        _ = try await control.acceptException(exception.id, by: .user(office.security))
    }

    private func breakGlass() async throws {
        var terms = GovernanceTerms()
        terms.breakGlass.people = ["theo@example.com"]
        _ = try await control.setTerms(terms, by: office.boss)
        let order = BreakGlassOrder(
            identity: "sync",
            action: .admin,
            resource: try #require(ResourcePath("crm/contacts")),
            reason: "the import deletes customers",
            ticket: "INC-7",
            rollback: "restore the backup of 09:00",
            minutes: 30,
        )
        let glass = try await control.breakGlass(order, by: .user(office.technical))
        office.clock.advance(by: .minutes(30))
        try await due()
        try await day(13)
        _ = try await control.reviewBreakGlass(
            glass.id,
            .justified,
            note: "the backup was restored",
            by: .user(office.security),
        )
    }

    /// The owner leaves and the backup takes over; a vendor's contract comes to its end.
    func thirdWeek() async throws {
        try await day(15)
        _ = try await control.putUser(
            NewUser(email: "olga@example.com", name: "olga", status: .left, roles: [.owner]),
            by: office.boss,
        )
        try await day(17)
        _ = try await office.house.person("carl")
        for name in ["sync", "sync (2)"] {
            var registration = Registration()
            registration.owner = "bea@example.com"
            registration.backupApprover = "carl@example.com"
            _ = try await control.registerIdentity(name, registration, by: .user(office.admin))
        }
        try await day(18)
        var vendor = Vendor(name: "Acme", runtimeOwner: office.backup.id, contractEnds: start + .days(50))
        vendor.stopContact = "soc@acme.example"
        _ = try await control.putVendor(vendor, by: office.boss)
        var registration = Registration()
        registration.vendor = "Acme"
        _ = try await control.registerIdentity("sync (2)", registration, by: .user(office.admin))
        try await day(19)
        for item in try await openItems() { try await decide(item, .keep) }
        try await day(20)
        vendor.contractEnds = start + .days(415)
        _ = try await control.putVendor(vendor, by: office.boss)
    }

    /// Reviewed, and one of them retired; what nobody took over is suspended.
    func fourthWeek() async throws {
        try await day(24)
        for item in try await openItems() { try await decide(item, .keep) }
        _ = try await control.openReview("What the shop runs", of: ["sync"], by: .user(office.security))
        for item in try await openItems() { try await decide(item, .revoke) }
        try await day(28)
        _ = try await control.retireIdentity("invoices", reason: "the new shop bills itself", by: .user(office.admin))
        try await day(30)
    }

    private func openItems() async throws -> [ReviewItem] {
        try await control.reviewItems(of: nil, state: .open, mine: false, page: PageRequest(), by: office.boss).items
            .sorted { $0.subject.name < $1.subject.name }
    }

    private func decide(_ item: ReviewItem, _ outcome: ReviewItem.Outcome) async throws {
        _ = try await control.decideReview(
            item.id,
            outcome,
            note: "looked at with the team",
            by: .user(item.identity == nil ? office.admin : office.security),
        )
    }

    /// The log, oldest first, with what is made at random left out.
    func log() async throws -> String {
        var lines: [String] = []
        var page = PageRequest(limit: 500)
        while true {
            let entries = try await control.events(EventFilter(), page: page, by: office.boss)
            lines += entries.items.map { line($0.event) }
            guard let next = entries.next else { break }
            page = PageRequest(limit: 500, cursor: next)
        }
        return lines.reversed().joined(separator: "\n") + "\n"
    }

    private func line(_ event: Event) -> String {
        let minutes = (event.at - start).components.seconds / 60
        let when = "day \(minutes / 1440)" + (minutes % 1440 == 0 ? "" : " +\(minutes % 1440) min")
        var words = [when, event.kind.rawValue, event.subject.map { "\($0.kind) \($0.name)" } ?? "-"]
        words.append("by \(event.actor.name)")
        words += event.changes.map { "\($0.field): \($0.before ?? "-") → \($0.after ?? "-")" }
        words += event.detail.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return Self.steady(words.joined(separator: " | "))
    }

    /// Ids and digests as what they are instead of what they were this time.
    private static func steady(_ text: String) -> String {
        text.replacing(#/\b([a-z]{3})_[0-9a-z]{26}\b/#) { "\($0.output.1)_…" }
            .replacing(#/\b[0-9a-f]{64}\b/#) { _ in "sha256" }
            .replacing(#/-[0-9a-f]{12}\b/#) { _ in "-…" }
            .replacing(#/tokens=\S+/#) { _ in "tokens=…" }
    }
}
