import Domain
import Testing

@testable import ControlPlane

struct TemporaryAccessTests {
    private func asked(_ office: Office, _ occasion: Occasion, days: Int64 = 2) -> NewRequest {
        var new = office.asked(.write, days: days)
        new.terms = ["occasion": occasion.rawValue, "rollback": "restore the dump of this morning"]
        new.grants[0].task = "move-7"
        return new
    }

    @Test(
        "R5 R4 D14: access for a migration or an incident is a grant of its own kind, for a task, with an end and a way back"
    )
    func kinds() async throws {
        try await Office.onEach { office in
            for occasion in Occasion.allCases {
                let request = try await office.open(asked(office, occasion))
                try await office.approve(request, by: office.approver)
                let grant = try #require(try await office.grants().first { $0.request == request.id })
                #expect(grant.occasion == occasion)
                #expect(grant.task == "move-7")
                #expect(grant.ends <= office.clock.now + occasion.longest)
                let added = try await office.control.identity("sync", by: office.boss).events.map(\.event).first {
                    $0.kind == .grantAdded && $0.detail["grant"] == grant.id.text
                }
                #expect(added?.detail["rollback"] == "restore the dump of this morning")
                #expect(added?.detail["occasion"] == occasion.rawValue)
            }
            let request = try await office.open()
            try await office.approve(request, by: office.approver)
            #expect(try await office.grants().first { $0.request == request.id }?.occasion == nil)
            // Both are over with their task.
            _ = try await office.control.closeTask("move-7", of: "sync", by: .identity(office.identity.id))
            let open = try await office.grants().filter { $0.isOpen(at: office.clock.now) }
            #expect(open.map(\.occasion) == [nil])
        }
    }

    @Test(
        "R5 D14: it is refused without a way back, without task or hours, for longer than it may last, and for what is none"
    )
    func refused() async throws {
        try await Office.onEach { office in
            let whole = asked(office, .migration)
            var changed = whole
            changed.terms["rollback"] = " "
            try await expect(["rollback"], changed, office)
            changed = whole
            changed.grants[0].task = nil
            try await expect(["task"], changed, office)
            changed.grants[0].conditions.hours = DailyWindow("22:00-04:00")
            let inHours = changed
            #expect(try await office.failure { _ = try await office.open(inHours) } == nil)
            try await expect(["until"], asked(office, .migration, days: 15), office)
            try await expect(["until"], asked(office, .incident, days: 4), office)
            changed = whole
            changed.terms["occasion"] = "holiday"
            try await expect(["occasion"], changed, office)
        }
    }

    private func expect(_ fields: [String], _ new: NewRequest, _ office: Office) async throws {
        let failure = try await office.failure { _ = try await office.open(new) }
        #expect(failure?.fields.map(\.field) == fields)
    }
}
