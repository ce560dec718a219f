import Domain
import Testing

@testable import ControlPlane

/// Many identities at once, as after a merger.
struct OwnershipTests {
    @Test(
        "T8: owners are assigned in bulk; what is in use asks for approval, and one that cannot be changed stops no other"
    )
    func bulk() async throws {
        try await Office.onEach { office in
            try await office.house.take(["inventory.csv": EstateFiles.table], named: "acme")
            let source = try await office.control.source("acme", by: office.boss).source.id
            let mia = try await office.house.person("mia")
            var filter = IdentityFilter()
            filter.source = source
            let order = OwnershipOrder(
                filter: filter,
                owner: mia.email,
                backupApprover: office.backup.email,
                reason: "merger with Acme",
            )
            let report = try await office.control.assignOwners(order, by: .user(office.security))
            #expect(report.assigned.count == 7)
            #expect(report.asked.isEmpty && report.refused.isEmpty)
            let theirs = try await office.house.all(filter)
            #expect(theirs.allSatisfy { $0.owner == mia.id && $0.backupApprover == office.backup.id })
            #expect(theirs.allSatisfy { $0.state == .discovered })
            let events = try await office.control.identity(theirs[0].id.text, by: office.boss).events.map(\.event)
            #expect(events.first?.detail["reason"] == "merger with Acme")
            // The owner of one that is in use asks, and somebody else agrees.
            var own = IdentityFilter()
            own.owner = office.owner.id
            let leave = OwnershipOrder(filter: own, owner: mia.email, reason: "Olga leaves")
            let asked = try await office.control.assignOwners(leave, by: .user(office.owner))
            #expect(asked.assigned.isEmpty && asked.asked.count == 1)
            let request = try await office.control.request(asked.asked[0].text, by: office.boss).request
            try await office.approve(request, by: office.approver)
            #expect(try await office.control.identity("sync", by: office.boss).identity.owner == mia.id)
            // Nobody is owner and backup at once.
            let same = OwnershipOrder(filter: filter, owner: office.backup.email, reason: "wrong")
            let refused = try await office.control.assignOwners(same, by: .user(office.security))
            #expect(refused.assigned.isEmpty && refused.refused.count == 7)
        }
    }

    @Test("T8: systems that are kept twice, and what several sources act on, are shown together")
    func overlaps() async throws {
        try await House.onEach { house in
            for (name, address) in [
                ("crm", "https://crm.example"), ("customers", "https://CRM.example"), ("shop", "https://shop.example"),
            ] {
                let system = System(name: name, title: name, environment: "production", upstream: address)
                _ = try await house.control.putSystem(system, by: house.boss)
            }
            func sheet(_ credential: String) -> String {
                EstateFiles.n8n(
                    "report",
                    [
                        EstateFiles.node(
                            "read",
                            "n8n-nodes-base.googleSheets",
                            credential: ("googleSheetsOAuth2Api", credential, "Sheets")
                        ),
                        EstateFiles.node(
                            "send",
                            "n8n-nodes-base.httpRequest",
                            #"{"method": "POST", "url": "https://crm.example/contacts"}"#
                        ),
                    ],
                )
            }
            try await house.take(["a.json": sheet("1")], named: "ours")
            try await house.take(["a.json": sheet("9")], named: "theirs")
            let overlaps = try await house.control.systemOverlaps(by: house.boss)
            #expect(
                overlaps.map { "\($0.kind.rawValue) \($0.name)" } == [
                    "sameConnector n8n-nodes-base.googleSheets", "sameTarget crm.example",
                    "sameAddress https://crm.example",
                ]
            )
            #expect(overlaps[0].sources == ["ours", "theirs"])
            #expect(overlaps[0].workflows == 2 && overlaps[0].credentials == 2)
            #expect(overlaps[2].systems == ["crm", "customers"])
        }
    }
}
