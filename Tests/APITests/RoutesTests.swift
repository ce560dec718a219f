import Audit
import ControlPlane
import Domain
import Foundation
import HTTPTypes
import MerkleLog
import Testing
import Wire

@testable import API

struct RoutesTests {
    @Test("No route but the open ones answers without knowing who asks")
    func unauthenticated() async throws {
        try await Installation.with { installation, caller in
            let nobody = Visitor(client: caller.client, token: nil)
            let stranger = Visitor(client: caller.client, token: "pnst_0000000000000000000000000000000000000000000")
            for route in installation.routes.all where !route.isOpen {
                let path = route.path.replacing(#/\{[^}]+\}/#, with: "x")
                for each in [nobody, stranger] {
                    let answer = try await each.send(route.method, path, route.method == .get ? nil : "{}")
                    #expect(answer.status == 401, "\(route.method) \(path)")
                    #expect(answer.problem == "unauthenticated")
                    #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") ?? false)
                }
            }
        }
    }

    @Test("A member that a body does not have is refused by its name, on every route that takes one")
    func unknownMember() async throws {
        try await Installation.with { installation, caller in
            for route in installation.routes.all where route.body != nil {
                let path = route.path.replacing(#/\{[^}]+\}/#, with: "x")
                let answer = try await caller.send(route.method, path, #"{"surprise":1}"#)
                #expect(answer.status == 400, "\(path)")
                #expect((answer.members["detail"] as? String)?.contains("`surprise`") ?? false, "\(answer.text)")
            }
        }
    }

    private static let samples = [
        "owner": "usr_1", "source": "src_1", "identity": "idn_1", "webhook": "whk_1", "review": "rvw_1",
        "exception": "exc_1", "team": "team_1",
    ]

    /// Routes that need a person, or a finding that is there.
    private static let particular = [
        Paths.inbox, Paths.exceptionWays + "/wrap", Paths.exceptionWays + "/split",
    ]

    @Test("A parameter that a route does not have is refused, each that it has is taken")
    func parameters() async throws {
        try await Installation.with { installation, caller in
            try await Installation.settle(caller)
            for route in installation.routes.all
            where !route.query.isEmpty && !route.path.contains("{") && route.path != Paths.growthProof {
                let path = route.path.replacing("{id}", with: "Sync%20leads")
                let unknown = try await caller.send(.get, path + "?surprise=1")
                #expect(unknown.status == 400, "\(route.path)")
                if Self.particular.contains(route.path) { continue }
                for parameter in route.query where parameter.name != "cursor" {
                    let value =
                        switch parameter.form {
                        case .text: Self.samples[parameter.name] ?? "x"
                        case .flag: "true"
                        case .time: "2026-01-01T00:00:00Z"
                        case .number(let range): String(range.upperBound)
                        case .one(let choices): choices[choices.count - 1]
                        case .several(let choices): choices.joined(separator: ",")
                        }
                    let answer = try await caller.send(.get, "\(path)?\(parameter.name)=\(value)")
                    #expect(answer.status == 200, "\(route.path)?\(parameter.name)=\(value): \(answer.text)")
                    guard parameter.form != .text else { continue }
                    let wrong = try await caller.send(.get, "\(path)?\(parameter.name)=nonsense")
                    #expect(wrong.status == 400, "\(route.path)?\(parameter.name)=nonsense")
                }
            }
        }
    }

    @Test("A workspace of more than a megabyte is planned")
    func largeWorkspace() async throws {
        try await Installation.with { _, caller in
            let declared = (0..<4000).map { number in
                IdentityDeclaration(
                    id: ID(at: Installation.now),
                    name: "flow \(number)",
                    fields: ["purpose": String(repeating: "keeps contacts in step ", count: 12)],
                )
            }
            let order = PlanOrder(workspace: Workspace(identities: declared), since: Installation.now - .days(1))
            let body = String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
            #expect(body.utf8.count > 1024 * 1024)
            let answer = try await caller.send(.post, Paths.plans, body)
            #expect(answer.status == 200)
        }
    }

    @Test("Answers are of the shape that the description gives")
    func answers() async throws {
        try await Installation.with { installation, caller in
            try await Installation.settle(caller)
            let one = "/api/v1/identities/Sync%20leads"
            let calls: [(HTTPRequest.Method, String, String, String?)] = [
                (.get, "/api/v1/overview", "/api/v1/overview", nil),
                (.get, "/api/v1/identities", "/api/v1/identities", nil),
                (
                    .post, "/api/v1/identities/{id}/grants", one + "/grants",
                    #"{"action":"read","resource":"crm/contacts","until":"2026-09-01T00:00:00Z"}"#
                ),
                (.post, "/api/v1/identities/{id}/tokens", one + "/tokens", #"{"task":"run-1"}"#),
                (.post, "/api/v1/identities/{id}/clients", one + "/clients", "{}"),
                (.post, "/api/v1/stops", "/api/v1/stops", #"{"identity":"Sync leads","reason":"drill"}"#),
                (.get, "/api/v1/stops", "/api/v1/stops", nil),
                (.get, "/api/v1/identities/{id}", one, nil),
                (.post, "/api/v1/identities/{id}/resume", one + "/resume", #"{"reason":"over"}"#),
                (.get, "/api/v1/sources", "/api/v1/sources", nil),
                (.get, "/api/v1/sources/{id}", "/api/v1/sources/n8n", nil),
                (.get, "/api/v1/identities/{id}/family", one + "/family", nil),
                (.get, "/api/v1/identities/{id}/right-size", one + "/right-size", nil),
                (.get, "/api/v1/levels", "/api/v1/levels", nil),
                (.get, "/api/v1/systems", "/api/v1/systems", nil),
                (.get, "/api/v1/users", "/api/v1/users", nil),
                (.get, "/api/v1/findings", "/api/v1/findings", nil),
                (.get, "/api/v1/events", "/api/v1/events?limit=1000", nil),
                (.get, "/api/v1/log/checkpoint", "/api/v1/log/checkpoint", nil),
                (.post, "/api/v1/fingerprints", "/api/v1/fingerprints", #"{"values":["a","a"]}"#),
                (.get, "/healthz", "/healthz", nil), (.get, "/readyz", "/readyz", nil),
            ]
            for (method, template, path, body) in calls {
                let route = try #require(
                    installation.routes.all.first { $0.method == method && $0.path == template },
                    "\(template)",
                )
                let answer = try await caller.send(method, path, body)
                #expect(answer.status == route.status.code, "\(method) \(path): \(answer.text)")
                guard case .json(let type) = route.answer, let json = answer.json else { continue }
                let shape = try ShapeRecorder.shape(of: type)
                #expect(shape.differences(from: json, at: "\(method) \(template)").isEmpty)
            }
        }
    }

    @Test("A path that there is not, and a body that is no JSON, are problems too")
    func problems() async throws {
        try await Installation.with { _, caller in
            let unknown = try await caller.send(.get, "/api/v1/nothing")
            #expect(unknown.status == 404)
            #expect(unknown.problem == "noSuchRoute")
            let cases: [(String, String)] = [
                ("not json", "not JSON"), ("[1]", "not a JSON object"), (#"{"reason":1,"identity":"x"}"#, "`reason`"),
                (#"{"identity":"x"}"#, "`reason` is missing"), (#"{"identity":null,"reason":"x"}"#, "`identity`"),
            ]
            for (body, says) in cases {
                let answer = try await caller.send(.post, "/api/v1/stops", body)
                #expect(answer.status == 400)
                #expect(answer.problem == "invalid")
                #expect((answer.members["detail"] as? String)?.contains(says) ?? false, "\(answer.text)")
            }
            let missing = try await caller.send(.get, "/api/v1/identities/nobody")
            #expect(missing.status == 404)
            #expect(missing.members["remedy"] != nil)
            let large = try await caller.send(.post, "/api/v1/stops", String(repeating: " ", count: 1_100_000))
            #expect(large.status == 413)
        }
    }

    @Test("What is missing for a registration is named field by field")
    func missingFields() async throws {
        try await Installation.with { _, caller in
            try await Installation.settle(caller)
            let answer = try await caller.send(
                .post,
                "/api/v1/identities/Sync%20leads/register",
                #"{"backupApprover":"mira@example.com"}"#,
            )
            #expect(answer.status == 422)
            #expect(answer.problem == "missingFields")
            let fields = answer.members["fields"] as? [[String: String]] ?? []
            #expect(fields.map { $0["field"] } == ["backupApprover"])
        }
    }

    @Test("Whoever may not gets the decision with the policy and the reason")
    func forbidden() async throws {
        try await Installation.with { installation, caller in
            try await Installation.settle(caller)
            let token = try await installation.control.oneTimeLink(
                for: "jonas@example.com",
                by: .localOperator(name: "t")
            )
            let session = try await installation.control.redeemLink(token)
            let text = session.token.withBytes { String(decoding: $0, as: UTF8.self) }
            let jonas = Visitor(client: caller.client, token: text)
            #expect(try await jonas.send(.get, "/api/v1/identities").status == 200)
            let answer = try await jonas.send(.put, "/api/v1/systems/crm/credential", #"{"value":"x"}"#)
            #expect(answer.status == 403)
            #expect(answer.problem == "forbidden")
            let decision = try #require(answer.members["decision"] as? [String: Any])
            #expect(decision["verdict"] as? String != "allow")
        }
    }

    @Test("A secret that was sealed or issued is in no later answer")
    func secretsStay() async throws {
        try await Installation.with { installation, caller in
            try await Installation.settle(caller)
            let sealed = try await caller.send(.put, "/api/v1/systems/crm/credential", #"{"value":"s3aled-value"}"#)
            #expect(sealed.status == 200)
            let one = "/api/v1/identities/Sync%20leads"
            let client = try await caller.send(.post, one + "/clients", "{}")
            let token = try await caller.send(.post, one + "/tokens", "{}")
            let secrets = [
                "s3aled-value", client.members["secret"] as? String, token.members["accessToken"] as? String,
            ]
            #expect(secrets.compactMap(\.self).count == 3)
            for path in ["/api/v1/systems", one, "/api/v1/events?limit=1000", "/api/v1/log/bundle"] {
                let answer = try await caller.send(.get, path)
                #expect(answer.status == 200)
                for secret in secrets.compactMap(\.self) { #expect(!answer.text.contains(secret), "\(path)") }
            }
        }
    }

    @Test("A client gets a token with its secret, and is told why when it is wrong")
    func oauth() async throws {
        try await Installation.with { _, caller in
            try await Installation.settle(caller)
            let made = try await caller.send(.post, "/api/v1/identities/Sync%20leads/clients", "{}")
            let id = try #require(made.members["id"] as? String)
            let secret = try #require(made.members["secret"] as? String)
            let machine = Visitor(client: caller.client, token: nil)
            let form = "application/x-www-form-urlencoded"
            let right = "grant_type=client_credentials&client_id=\(id)&client_secret=\(secret)"
            let granted = try await machine.send(.post, "/oauth/token", right, type: form)
            #expect(granted.status == 200, "\(granted.text)")
            #expect(granted.members["token_type"] as? String == "Bearer")
            #expect(granted.headers[.cacheControl] == "no-store")
            let wrong = try await machine.send(.post, "/oauth/token", right + "x", type: form)
            #expect(wrong.status == 401)
            #expect(wrong.members["error"] as? String == "invalid_client")
            let metadata = try await machine.send(.get, "/.well-known/oauth-authorization-server")
            #expect(metadata.members["issuer"] as? String == "http://127.0.0.1:8420")
            let keys = try await machine.send(.get, "/oauth/jwks")
            #expect((keys.members["keys"] as? [[String: Any]])?.first?["d"] == nil)
            #expect((keys.members["keys"] as? [[String: Any]])?.first?["kty"] as? String == "EC")
        }
    }

    @Test("A change that is sent again with its key is carried out once, and answered alike")
    func idempotency() async throws {
        try await Installation.with { _, caller in
            try await Installation.settle(caller)
            let path = "/api/v1/identities/Sync%20leads/grants"
            let body = #"{"action":"read","resource":"crm/contacts","until":"2026-09-01T00:00:00Z"}"#
            let name = try #require(HTTPField.Name("Idempotency-Key"))
            let first = try await caller.send(.post, path, body, headers: [name: "k-1"])
            let second = try await caller.send(.post, path, body, headers: [name: "k-1"])
            #expect(first.status == 201)
            #expect(second.status == 201)
            #expect(first.text == second.text)
            let other = try await caller.send(.post, path, body + " ", headers: [name: "k-1"])
            #expect(other.status == 409)
            #expect(other.problem == "keyReused")
            let refused = try await caller.send(.post, path, "{}", headers: [name: "k-2"])
            #expect(refused.status == 400)
            #expect(try await caller.send(.post, path, "{}", headers: [name: "k-2"]).text == refused.text)
            let shown = try await caller.send(.get, "/api/v1/identities/Sync%20leads")
            #expect((shown.members["grants"] as? [Any])?.count == 1)
            #expect(try await caller.send(.post, path, body, headers: [name: "has space"]).status == 400)

            let clients = "/api/v1/identities/Sync%20leads/clients"
            #expect(try await caller.send(.post, clients, "{}", headers: [name: "k-3"]).status == 201)
            let again = try await caller.send(.post, clients, "{}", headers: [name: "k-3"])
            #expect(again.status == 409)
            #expect(again.problem == "answerNotKept")
        }
    }

    @Test("Proofs hold against the log's own key and checkpoints")
    func proofs() async throws {
        try await Installation.with { installation, caller in
            let before = try await caller.send(.get, "/api/v1/log/checkpoint")
            try await Installation.settle(caller)
            let after = try await caller.send(.get, "/api/v1/log/checkpoint")
            let sizes = [before, after].compactMap { $0.members["size"] as? Int }
            let roots = [before, after].compactMap {
                ($0.members["root"] as? String).flatMap { Data(base64Encoded: $0) }
            }
            try #require(sizes.count == 2 && roots.count == 2)
            let path = "/api/v1/log/consistency?from=\(sizes[0])&to=\(sizes[1])"
            let grown = try await caller.send(.get, path)
            let hashes = (grown.members["hashes"] as? [String] ?? []).compactMap {
                Data(base64Encoded: $0).flatMap { Digest($0) }
            }
            let proof = ConsistencyProof(oldSize: sizes[0], newSize: sizes[1], hashes: hashes)
            try proof.verify(old: try #require(Digest(roots[0])), new: try #require(Digest(roots[1])))
            #expect(throws: ProofError.self) {
                try proof.verify(old: try #require(Digest(roots[1])), new: try #require(Digest(roots[1])))
            }
            let entry = try await caller.send(.get, "/api/v1/log/entries/0/proof")
            let file = try TransparencyProof(entry.text.utf8)
            let leaf = try #require(file.extra)
            let key = installation.control.keys.log.verifier
            try file.verify(leaf: Digest.leaf(leaf), key: key, origin: try #require(after.members["origin"] as? String))
            #expect(try await caller.send(.get, "/api/v1/log/entries/9999/proof").status == 404)
            #expect(try await caller.send(.get, "/api/v1/log/entries/x/proof").status == 400)
            for wrong in ["from=0&to=1", "from=2&to=1", "from=1&to=99999", "from=1"] {
                #expect(try await caller.send(.get, "/api/v1/log/consistency?\(wrong)").status == 400, "\(wrong)")
            }
        }
    }

    @Test("A list is paged by its cursor without loss or repetition")
    func pages() async throws {
        try await Installation.with { _, caller in
            try await Installation.settle(caller)
            var indices: [Int] = []
            var cursor: String?
            repeat {
                let path = "/api/v1/events?limit=3" + (cursor.map { "&cursor=\($0)" } ?? "")
                let page = try await caller.send(.get, path)
                #expect(page.status == 200)
                indices += (page.members["items"] as? [[String: Any]] ?? []).compactMap { $0["index"] as? Int }
                cursor = page.members["next"] as? String
            } while cursor != nil && indices.count < 100
            #expect(indices == Array((0..<indices.count).reversed()))
            #expect(try await caller.send(.get, "/api/v1/events?cursor=nonsense").status == 400)
        }
    }
}

extension Shape {
    /// Where a value of JSON is not of this shape.
    func differences(from json: Any, at place: String) -> [String] {
        switch self {
        case .any: return []
        case .text: return json is String ? [] : ["\(place): no text but \(json)"]
        case .number, .integer: return json is NSNumber ? [] : ["\(place): no number but \(json)"]
        case .flag: return json is Bool ? [] : ["\(place): no flag but \(json)"]
        case .choice(let texts):
            return (json as? String).map(texts.contains) ?? false ? [] : ["\(place): \(json) is none of \(texts)"]
        case .list(let element):
            guard let list = json as? [Any] else { return ["\(place): no list but \(json)"] }
            return list.flatMap { element.differences(from: $0, at: place + "[]") }
        case .map(let element):
            guard let map = json as? [String: Any] else { return ["\(place): no object but \(json)"] }
            return map.values.flatMap { element.differences(from: $0, at: place + ".*") }
        case .object(_, let members):
            guard let object = json as? [String: Any] else { return ["\(place): no object but \(json)"] }
            let known = Set(members.map(\.name))
            let strange = object.keys.filter { !known.contains($0) }.map { "\(place).\($0): not described" }
            return strange
                + members.flatMap { member -> [String] in
                    guard let value = object[member.name] else {
                        return member.isRequired ? ["\(place).\(member.name): absent"] : []
                    }
                    return member.shape.differences(from: value, at: "\(place).\(member.name)")
                }
        }
    }
}
