import Domain
import Foundation
import Importers
import TestSupport
import Testing

struct InventoryTests {
    private func estate(_ files: [String: String], options: ImportOptions = ImportOptions()) async throws -> Estate {
        var options = options
        options.name = "estate"
        return try await withFiles(files) { folder in
            let estates = try await ImportRun(InventoryImporter(), options: options).estates(at: folder)
            return try #require(estates.first)
        }
    }

    private let table = """
        Kind,Name,Key,Owner,Technical owner,Environment,System,Resource,Operations,Scopes,Credential kind,Credential name,\
        Created,Last used,Expires,Vendor,Grantor,Purpose,Active,Schedule,Callback\r
        serviceAccount,svc-billing,sa-1,ann@example.com,ops@example.com,prod,billing,,invoice.read; invoice.create,,key,\
        billing-key,2025-01-31,2026-02-01T09:30:00Z,2027-01-31,,,"sends ""invoices"", monthly",yes,,\r
        OAuth app,Mail helper,,team:Sales,,staging,mail,,,Mail.Read;User.Write,oauth2,,,,,Acme,bob@example.com,,no,,\r
        certificate,gateway.example.com,,,,,gateway,,,,x509,gateway-2026,2026-01-01,,2026-04-01,,,,,,\r
        file exchange,nightly orders,,ann@example.com,,,sftp.partner.example,,files.put,,key,partner-key,,2026-02-28,,Partner,,\
        orders,yes,0 2 * * *,\r
        vendor managed,CRM sync,,,,,crm,,,,,,,,,CRM Inc,,,yes,,https://crm.example/hook\r

        """

    @Test("A table gives accounts with owners, rights, credentials and dates, and jobs with their schedule")
    func accounts() async throws {
        let estate = try await estate(["inventory.csv": table])
        #expect(estate.rejected.isEmpty)
        #expect(estate.remarks.isEmpty)
        #expect(estate.principals.map(\.kind) == [.serviceAccount, .oauthApp, .certificate, .vendorManaged])
        let account = try #require(estate.principals.first)
        #expect(account.key == "sa-1")
        #expect(account.owner == OwnerHint(kind: .person, text: "ann@example.com"))
        #expect(account.environment == "production")
        #expect(account.purpose == "sends \"invoices\", monthly")
        #expect(account.active == true)
        #expect(account.createdAt == Instant("2025-01-31"))
        #expect(account.lastUsed == Instant("2026-02-01T09:30:00Z"))
        #expect(account.expires == Instant("2027-01-31"))
        #expect(account.rights.map(\.operations) == [["invoice.read"], ["invoice.create"]])
        #expect(account.rights.map(\.action) == [.read, .write])
        #expect(account.rights.map(\.resource) == ["billing", "billing"])
        #expect(account.credentials == [CredentialReference(kind: "key", id: nil, name: "billing-key")])
        #expect(account.detail == ["technicalOwner": "ops@example.com", "system": "billing"])
        let app = estate.principals[1]
        #expect(app.key == "oauthApp:Mail helper")
        #expect(app.owner == OwnerHint(kind: .team, text: "Sales"))
        #expect(app.grantor == "bob@example.com")
        #expect(app.vendor == "Acme")
        #expect(app.rights.map(\.action) == [.read, .admin])
        let job = try #require(estate.workflows.first)
        #expect(job.kind == .scheduledJob)
        #expect(job.triggers == [Trigger(kind: .schedule, step: "nightly orders", schedule: "0 2 * * *")])
        #expect(job.steps.map(\.target) == ["sftp.partner.example"])
        #expect(job.lastRun == Instant("2026-02-28"))
        let credential = try #require(estate.credentials.first { $0.reference.name == "gateway-2026" })
        #expect(credential.expires == Instant("2026-04-01"))
        #expect(credential.declared)
        let expected = [
            "serviceAccounts": 1, "oauthApps": 1, "certificates": 1, "jobs": 1, "vendorManaged": 1, "entries": 5,
        ]
        for (name, count) in expected { #expect(estate.counts[name] == count, "\(name)") }
        #expect(estate.source.capabilities.expiry)
        #expect(!estate.source.capabilities.secretValues)
    }

    @Test("The same as JSON gives the same, and each wrong entry is rejected with its place")
    func json() async throws {
        let text = """
            {"inventory": 1, "entries": [
              {"kind": "api-token", "name": "deploy", "scopes": ["repo:read", "admin:org"], "active": true, "colour": "red"},
              {"kind": "robot", "name": "x"},
              {"kind": "agent"},
              {"kind": "agent", "name": "y", "expires": "soon"},
              {"kind": "agent", "name": "z",
               "operations": {"a": 1}},
              7
            ]}
            """
        let estate = try await estate(["inventory.json": text])
        #expect(estate.principals.map(\.name) == ["deploy"])
        #expect(estate.principals.first?.rights.map(\.operations) == [["repo:read"], ["admin:org"]])
        #expect(estate.rejected.map(\.line) == [3, 4, 5, 7])
        #expect(estate.remarks.map(\.line) == [2])
        #expect(estate.counts["rejected"] == 4)
    }

    @Test(
        "A wrong row is rejected with line and column, and the others stay",
        arguments: [
            ("agent,x,2026-13-01,", 2, 9), ("agent,x,,perhaps", 2, 10), ("robot,x,,", 2, 1), ("agent,,,", 2, nil),
            ("agent,x", 2, nil), ("agent,x,,yes,more", 2, nil), ("agent,\"x\"y,,", 2, 10), ("agent,x\"y,,", 2, 8),
        ] as [(String, Int, Int?)]
    )
    func row(row: String, line: Int, column: Int?) async throws {
        let estate = try await estate(["a.csv": "kind,name,expires,active\n\(row)\nagent,good,,yes\n"])
        #expect(estate.principals.map(\.name) == ["good"])
        #expect(estate.rejected.map(\.line) == [line])
        #expect(estate.rejected.map(\.column) == [column])
    }

    @Test("A key that comes twice is rejected the second time")
    func twice() async throws {
        let estate = try await estate([
            "a.csv": "kind,name\nagent,x\nagent,x\n", "b.csv": "kind,name,key\nuser,y,agent:x\n",
        ])
        #expect(estate.principals.count == 1)
        #expect(estate.rejected.map(\.path) == ["a.csv", "b.csv"])
        #expect(estate.rejected.map(\.line) == [3, 2])
    }

    @Test("A secret in any column rejects its row without repeating it")
    func secrets() async throws {
        let token =
            "ghp_"
            + String(
                (0..<36).map { _ in
                    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".randomElement() ?? "a"
                }
            )
        let random = "aB3" + UUID().uuidString.replacingOccurrences(of: "-", with: "") + "xY9"
        let estate = try await estate([
            "a.csv":
                "kind,name,purpose,credentialName\nagent,x,uses \(token) daily,\nagent,y,,\(random)\nagent,z,,billing-key-2026\n"
        ])
        #expect(estate.principals.map(\.name) == ["z"])
        #expect(estate.rejected.count == 2)
        #expect(!estate.rejected.contains { $0.reason.contains(token) || $0.reason.contains(random) })
    }

    @Test("Tables of other kinds, unclosed quotes and doubled columns are told from inventories")
    func others() async throws {
        let estate = try await estate([
            "a.csv": "kind;name\nagent;x\n", "b.csv": "date,amount\n1,2\n", "c.csv": "kind,name\nagent,\"x\n",
            "d.csv": "",
            "e.csv": "kind,name,Name\n", "f.json": "{\"entries\": [{\"kind\": \"agent\", \"name\": \"q\"}]}",
        ])
        #expect(estate.principals.map(\.name) == ["x"])
        #expect(estate.rejected.map(\.path) == ["c.csv", "d.csv", "e.csv"])
        #expect(estate.rejected.map(\.line) == [2, nil, 1])
        #expect(estate.counts["otherFiles"] == 2)
        #expect(!InventoryImporter().recognises(SourceFile(path: "b.csv", bytes: Array("date,amount\n".utf8))))
        #expect(InventoryImporter().recognises(SourceFile(path: "a.csv", bytes: Array("kind;name\n".utf8))))
    }

    @Test("The templates can be imported as they are")
    func templates() async throws {
        for (name, text) in [("a.csv", InventoryTemplate.csv), ("a.json", InventoryTemplate.json)] {
            let estate = try await estate([name: text])
            #expect(estate.principals.map(\.name) == ["example-to-replace"])
            #expect(estate.rejected.isEmpty)
            #expect(estate.remarks.isEmpty)
        }
    }

    @Test("A change of what an entry may do changes a job's digest; a later use does not")
    func digest() async throws {
        func digest(_ row: String) async throws -> String? {
            try await estate(["a.csv": "kind,name,operations,lastUsed\n\(row)\n"]).workflows.first?.digest
        }
        let first = try await digest("job,x,read,2026-01-01")
        #expect(try await digest("job,x,read,2026-02-01") == first)
        #expect(try await digest("job,x,write,2026-01-01") != first)
    }
}
