import ControlPlane
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SQLEngine
import Sealing
import Testing

@testable import API

/// A whole installation on a database in memory, and its API.
struct Installation: Sendable {
    let control: ControlPlane
    let operatorToken: String
    let routes: APIRoutes

    static let now = Instant("2026-06-15T12:00:00Z") ?? Instant(microseconds: 0)

    static func with(_ body: @escaping @Sendable (Installation, Visitor) async throws -> Void) async throws {
        let database = try SQLiteDatabase.inMemory()
        do {
            let installation = try await Installation(database)
            let router = Router(context: APIContext.self)
            installation.routes.add(to: router)
            try await Application(responder: router.buildResponder()).test(.router) { client in
                try await body(installation, Visitor(client: client, token: installation.operatorToken))
            }
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    private init(_ database: any Database) async throws {
        let token = RandomToken()
        let vault = Vault(MasterKey.generate())
        let keys = try await InstallationKeys.open(database, vault: vault, now: Self.now)
        control = ControlPlane(
            database: database,
            world: try await World.load(from: database, vault: vault, now: Self.now),
            vault: vault,
            keys: keys,
            settings: ControlPlane.Settings(
                issuer: "http://127.0.0.1:8420",
                gateway: "http://127.0.0.1:8421",
                operatorDigest: token.digest,
            ),
            now: { Self.now },
        )
        operatorToken = token.text.withBytes { String(decoding: $0, as: UTF8.self) }
        routes = APIRoutes(control, operatorName: "test")
    }

    /// People, a system and an estate with one workflow, all through the API.
    static func settle(_ caller: Visitor) async throws {
        for (email, name) in [
            ("mira@example.com", "Mira"), ("jonas@example.com", "Jonas"), ("tess@example.com", "Tess"),
        ] {
            let person = try await caller.send(
                .post,
                "/api/v1/users",
                #"{"email":"\#(email)","name":"\#(name)","roles":["owner"]}"#,
            )
            #expect(person.status == 201)
        }
        let system = try await caller.send(.put, "/api/v1/systems/crm", #"{"name":"crm","environment":"production"}"#)
        #expect(system.status == 200)
        var workflow = Workflow(key: "wf-1", name: "Sync leads", path: "sync.json", digest: "aa")
        workflow.steps = [Step(name: "Read", connector: "crm", effect: StepEffect(.readOnly, reason: "`read`"))]
        workflow.triggers = [
            Trigger(kind: .webhook, step: "Hook", callback: Callback(methods: ["POST"], path: "hooks/a"))
        ]
        workflow.owner = OwnerHint(kind: .person, text: "mira@example.com")
        var estate = Estate(source: SourceDescription(root: "n8n", format: "n8n", environment: "production"))
        estate.workflows = [workflow]
        estate.counts = ["files": 1]
        estate.rejected = [Rejection(path: "bad.json", line: 1, column: 2, reason: "is not JSON")]
        let text = String(decoding: try JSONEncoder().encode(["estates": [estate]]), as: UTF8.self)
        let body = text.dropLast() + #","dryRun":false}"#
        let taken = try await caller.send(.post, "/api/v1/imports", String(body))
        #expect(taken.status == 200)
        let registered = try await caller.send(
            .post,
            "/api/v1/identities/Sync%20leads/register",
            """
            {"owner":"mira@example.com","technicalOwner":"jonas@example.com","backupApprover":"tess@example.com",
             "purpose":"Keeps records in step","environment":"production",
             "function":"sales","declaredReach":["crm"],"expires":"2026-12-31T00:00:00Z"}
            """,
        )
        #expect(registered.status == 200, "\(registered.text)")
    }
}

/// Somebody who calls the API.
struct Visitor: Sendable {
    let client: any TestClientProtocol
    var token: String?

    struct Answer: Sendable {
        var status: Int
        var text: String
        var headers: HTTPFields

        var json: Any? { try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) }
        var members: [String: Any] { json as? [String: Any] ?? [:] }
        /// The kind of a problem, behind `urn:penstock:problem:`.
        var problem: String? {
            guard headers[.contentType] == "application/problem+json" else { return nil }
            return (members["type"] as? String).map { String($0.dropFirst("urn:penstock:problem:".count)) }
        }
    }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String? = nil,
        type: String = "application/json",
        headers: HTTPFields = [:],
    ) async throws -> Answer {
        var fields = headers
        if let token { fields[.authorization] = "Bearer \(token)" }
        if body != nil { fields[.contentType] = type }
        return try await client.execute(
            uri: path,
            method: method,
            headers: fields,
            body: body.map { ByteBuffer(string: $0) },
        ) { Answer(status: $0.status.code, text: String(buffer: $0.body), headers: $0.headers) }
    }
}
