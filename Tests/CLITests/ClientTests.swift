import Client
import Domain
import Foundation
import Testing
import Wire

@testable import CLI

struct ClientTests {
    private func client(status: Int, _ text: String) -> PenstockClient {
        PenstockClient(
            transport: Transport { _, receive in for byte in text.utf8 { try receive(status, [byte]) } }
        )
    }

    @Test("A problem is told with its fields and its remedy")
    func problem() async throws {
        let problem = Problem(
            kind: "invalid",
            title: "t",
            status: 400,
            detail: "`x` is no mail address",
            remedy: "give one",
            fields: [MissingField("email", why: "must have the form name@example.com")],
        )
        let text = String(decoding: try JSONEncoder().encode(problem), as: UTF8.self)
        await #expect {
            let _: [User] = try await client(status: 400, text).get("/x")
        } throws: { error in
            "\(error)" == "`x` is no mail address\n  email: must have the form name@example.com\nremedy: give one"
        }
    }

    @Test("A failure without a problem is told by its status", arguments: [301, 404, 502])
    func unexpected(status: Int) async throws {
        await #expect {
            let _: [User] = try await client(status: status, "<html>").get("/x")
        } throws: { error in
            "\(error)".hasPrefix("the answer has status \(status)")
        }
        await #expect {
            try await client(status: status, "<html>").download("/x") { _ in }
        } throws: { error in
            "\(error)".hasPrefix("the answer has status \(status)")
        }
    }

    @Test("An answer of another shape is told with the place")
    func unreadable() async throws {
        await #expect {
            let _: [User] = try await client(status: 200, #"[{"id":"usr_x","email":7}]"#).get("/x")
        } throws: { error in
            "\(error)".contains("`Index 0.email` is of another type") || "\(error)".contains("email")
        }
    }

    @Test("What a download cannot write ends it")
    func full() async throws {
        struct Full: Error {}
        await #expect(throws: Full.self) {
            try await client(status: 200, "abc").download("/x") { _ in throw Full() }
        }
    }

    @Test("Where nobody listens, the complaint says how to start the server")
    func unreachable() async throws {
        await #expect {
            // Port 1 of loopback: nothing listens there.
            let _: [User] = try await PenstockClient(base: "http://127.0.0.1:1", token: Secret("t")).get("/x")
        } throws: { error in
            "\(error)".contains("nothing answers at http://127.0.0.1:1") && "\(error)".contains("penstock serve")
        }
    }
}
