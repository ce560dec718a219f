import ControlPlane
import Domain
import Foundation
import HTTPTypes
import Testing

@testable import API

/// What a machine may do at the API with its own token.
struct MachineTests {
    private struct Machine {
        let visitor: Visitor
        let id: String
        let path: String
    }

    private func machine(_ caller: Visitor, task: String = "run-1") async throws -> Machine {
        let list = try await caller.send(.get, "/api/v1/identities")
        let items = try #require(list.members["items"] as? [[String: Any]])
        let identity = try #require(items.first?["identity"] as? [String: Any])
        let id = try #require(identity["id"] as? String)
        let path = "/api/v1/identities/\(id)"
        let issued = try await caller.send(.post, path + "/tokens", #"{"task":"\#(task)"}"#)
        let token = try #require(issued.members["accessToken"] as? String)
        return Machine(visitor: Visitor(client: caller.client, token: token), id: id, path: path)
    }

    private func order(_ identity: String? = nil) -> String {
        let named = identity.map { #","identity":"\#($0)""# } ?? ""
        return #"""
            {"kind":"grant","reason":"nightly sync"\#(named),
             "grants":[{"action":"write","resource":"crm/contacts","until":"2026-07-01T00:00:00Z","task":"run-1"}]}
            """#
    }

    @Test("A machine asks with its own token for itself, and reads its own request, and nobody else's")
    func asks() async throws {
        try await Installation.with { _, caller in
            try await Installation.settle(caller)
            let machine = try await machine(caller)
            let asked = try await machine.visitor.send(.post, "/api/v1/requests", order())
            #expect(asked.status == 201, "\(asked.text)")
            #expect(asked.members["identity"] as? String == machine.id)
            let requester = asked.members["requester"] as? [String: Any]
            #expect(requester?["kind"] as? String == "identity")
            let id = try #require(asked.members["id"] as? String)
            let read = try await machine.visitor.send(.get, "/api/v1/requests/\(id)")
            #expect(read.status == 200)
            #expect(read.members["state"] as? String == "open")
            let decided = try await machine.visitor.send(
                .post,
                "/api/v1/requests/\(id)/decision",
                #"{"decision":"approved"}"#,
            )
            #expect(decided.status == 403)
            let peoples = try await caller.send(.post, "/api/v1/requests", order(machine.id))
            let other = try #require(peoples.members["id"] as? String)
            #expect(try await machine.visitor.send(.get, "/api/v1/requests/\(other)").status == 403)
            #expect(try await machine.visitor.send(.get, "/api/v1/identities").status == 403)
            let own = try await machine.visitor.send(.post, "/api/v1/requests", order("idn_somebodyelse"))
            #expect([403, 404].contains(own.status))
        }
    }

    @Test("G3: a machine closes a task of its own and of nobody else, and its token ends with it")
    func closes() async throws {
        try await Installation.with { _, caller in
            try await Installation.settle(caller)
            let machine = try await machine(caller)
            let stranger = try await machine.visitor.send(.post, "/api/v1/identities/idn_other/tasks/run-1/close")
            #expect([403, 404].contains(stranger.status))
            let closed = try await machine.visitor.send(.post, machine.path + "/tasks/run-1/close")
            #expect(closed.status == 200, "\(closed.text)")
            #expect(try await machine.visitor.send(.post, machine.path + "/tasks/run-1/close").status == 401)
        }
    }

    @Test("A machine's token that was stopped is nobody's")
    func stopped() async throws {
        try await Installation.with { _, caller in
            try await Installation.settle(caller)
            let machine = try await machine(caller)
            let stop = try await caller.send(
                .post,
                "/api/v1/stops",
                #"{"identity":"\#(machine.id)","reason":"drill"}"#,
            )
            #expect(stop.status == 201, "\(stop.text)")
            for (path, body) in [
                ("/api/v1/requests", order()), ("/api/v1/events", #"{"type":"release","system":"crm"}"#),
            ] {
                let answer = try await machine.visitor.send(.post, path, body)
                #expect(answer.status == 401, "\(path)")
                #expect(answer.problem == "unauthenticated")
            }
        }
    }

    @Test("What happened outside is reported by a machine that policy allows, and by no account without a role for it")
    func reports() async throws {
        try await Installation.with { installation, caller in
            try await Installation.settle(caller)
            let machine = try await machine(caller)
            let body = #"{"type":"release","system":"crm","detail":"4.2"}"#
            let taken = try await machine.visitor.send(.post, "/api/v1/events", body)
            #expect((200..<300).contains(taken.status), "\(taken.text)")
            let log = try await caller.send(.get, "/api/v1/events?kind=outsideEvent")
            #expect(log.text.contains(machine.id))
            let viewer = try await caller.send(
                .post,
                "/api/v1/users",
                #"{"email":"vera@example.com","name":"Vera","roles":["viewer"]}"#,
            )
            #expect(viewer.status == 201)
            let link = try await installation.control.oneTimeLink(
                for: "vera@example.com",
                by: .localOperator(name: "t"),
            )
            let session = try await installation.control.redeemLink(link)
            let text = session.token.withBytes { String(decoding: $0, as: UTF8.self) }
            let vera = Visitor(client: caller.client, token: text)
            #expect(try await vera.send(.post, "/api/v1/events", body).status == 403)
        }
    }
}
