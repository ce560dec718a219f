import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// Rotation as a request: approved, it is an obligation until each secret was replaced.
struct RotationTests {
    private func ask(_ office: Office, _ terms: [String: String], by user: User? = nil) async throws -> ChangeRequest {
        let new = NewRequest(.rotate, identity: office.identity.id.text, terms: terms, reason: "a laptop was lost")
        return try await office.control.openRequest(new, by: .user(user ?? office.owner))
    }

    private func state(_ request: ChangeRequest, _ office: Office) async throws -> ChangeRequest.State {
        try await office.control.request(request.id.text, by: office.boss).request.state
    }

    @Test("H4 I5: an approved rotation makes one new client secret, and the old one ends after the overlap")
    func client() async throws {
        try await Office.onEach { office in
            let control = office.control
            let old = try await control.addClient("sync", publicKey: nil, by: office.boss).client.id
            let request = try await ask(office, ["only": old, "overlapHours": "2"])
            func replace() async throws -> IssuedClient {
                try await control.replaceSecret(by: request.id.text, by: .user(office.technical))
            }
            #expect(try await office.failure { _ = try await replace() }?.code == .conflict)
            #expect(
                try await office.failure { try await office.approve(request, by: office.owner) }?.code == .forbidden
            )
            try await office.approve(request, by: office.approver)
            let stranger = try await office.failure {
                _ = try await control.replaceSecret(by: request.id.text, by: .user(office.approver))
            }
            #expect(stranger?.code == .forbidden)
            let made = try await replace()
            #expect(made.secret != nil && made.client.id != old)
            let kept = try await office.house.database.read { try ClientTable.find(old, in: $0) }
            #expect(kept?.expires == office.clock.now + .hours(2))
            #expect(try await state(request, office) == .closed)
            #expect(try await office.failure { _ = try await replace() }?.code == .conflict)
        }
    }

    @Test("An approval to rotate that is void, for the workflow changed, makes no secret")
    func drifted() async throws {
        try await Office.onEach { office in
            let old = try await office.control.addClient("sync", publicKey: nil, by: office.boss).client.id
            let request = try await ask(office, ["only": old])
            try await office.approve(request, by: office.approver)
            let changed = Office.workflow(target: "elsewhere.example")
            _ = try await office.control.importEstates([Office.estate([changed])], dryRun: false, by: office.boss)
            let failure = try await office.failure {
                _ = try await office.control.replaceSecret(by: request.id.text, by: .user(office.technical))
            }
            #expect(failure?.message.contains("it is void") == true)
        }
    }

    @Test(
        "H4: an approved request opens the rotation of found credentials, done once an import shows another fingerprint"
    )
    func found() async throws {
        try await Office.onEach { office in
            func importing(_ mark: String) async throws {
                var estate = Office.estate([Office.workflow()])
                estate.credentials[0].fingerprint = Fingerprint(hex: String(repeating: mark, count: 64))
                _ = try await office.control.importEstates([estate], dryRun: false, by: office.boss)
            }
            try await importing("a")
            let request = try await ask(office, [:])
            #expect(request.proposal.terms.keys.contains("credential:slackApi|id:1"))
            try await office.approve(request, by: office.approver)
            #expect(try await state(request, office) == .closed)
            func open() async throws -> [Revocation] {
                try await office.house.database.read {
                    try RevocationTable.open(of: office.identity.id, in: $0).filter { $0.kind == .rotation }
                }
            }
            #expect(try await open().map(\.reason) == ["a laptop was lost"])
            try await importing("a")
            #expect(try await open().count == 1)
            try await importing("b")
            #expect(try await open().isEmpty)
        }
    }

    @Test("What is not held, and numbers out of range, are refused")
    func bad() async throws {
        try await Office.onEach { office in
            for terms in [["only": "nothing"], ["overlapHours": "1000"], ["overlapHours": "soon"]] {
                let failure = try await office.failure { _ = try await ask(office, terms) }
                #expect(failure?.code == .invalid)
            }
        }
    }
}
