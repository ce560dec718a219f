import Domain
import NIOHTTP1
import Synchronization
import Testing

@testable import Importers

/// The reader of a running n8n, beside a server of our own that follows the documented API.
struct N8nLiveTests {
    private let key = "n8n_" + String(UInt64.random(in: .max / 2 ... .max), radix: 36)

    /// What the waits between attempts were.
    private final class Pauses: Sendable {
        private let all = Mutex<[Duration]>([])

        var value: [Duration] { all.withLock { $0 } }

        func add(_ pause: Duration) { all.withLock { $0.append(pause) } }
    }

    private func source(_ stub: HTTPStub, _ pauses: Pauses = Pauses(), path: String = "") throws -> N8nLiveSource {
        let address = try LiveAddress("http://127.0.0.1:\(stub.port)\(path)")
        var source = try N8nLiveSource(address, secrets: LiveSecrets(environment: ["N8N_API_KEY": key]))
        source.pause = { pauses.add($0) }
        return source
    }

    private func estate(
        _ stub: HTTPStub,
        _ pauses: Pauses = Pauses(),
        options: ImportOptions = ImportOptions()
    ) async throws -> Estate {
        try await source(stub, pauses).estate(options: options, progress: nil)
    }

    private func failure(
        _ answer: @escaping @Sendable (HTTPStub.Request) -> HTTPStub.Answer
    ) async throws -> LiveFailure {
        try await HTTPStub.serving(answer) { stub in
            try await #require(throws: LiveFailure.self) { try await estate(stub) }
        }
    }

    private static func flow(_ number: Int, extra: String = "") -> String {
        workflow(
            "flow \(number)",
            nodes: [
                node("post", "n8n-nodes-base.slack", credentials: #"{"slackApi": {"id": "c1", "name": "Slack"}}"#)
            ],
            extra: "\"id\": \"w\(number)\", \"active\": true, \(extra)"
        )
    }

    private static func page(_ elements: [String], next: String? = nil) -> String {
        "{\"data\": [\(elements.joined(separator: ", "))], \"nextCursor\": \(next.map { "\"\($0)\"" } ?? "null")}"
    }

    /// Three pages of workflows; all other lists as a small licence has them.
    @Sendable private static func threePages(_ request: HTTPStub.Request) -> HTTPStub.Answer {
        switch (request.path, request.query["cursor"]) {
        case ("/api/v1/workflows", nil): .json(page([flow(1), flow(2)], next: "a+/="))
        case ("/api/v1/workflows", "a+/="): .json(page([flow(3)], next: "b"))
        case ("/api/v1/workflows", "b"): .json(page([flow(4)]))
        case ("/api/v1/executions", _): .json(page([]))
        default: .status(403, body: #"{"message": "Forbidden"}"#)
        }
    }

    @Test("All pages are read, with the key in each request")
    func pages() async throws {
        try await HTTPStub.serving(Self.threePages) { stub in
            let estate = try await estate(stub)
            #expect(estate.workflows.map(\.key) == ["w1", "w2", "w3", "w4"])
            #expect(estate.workflows.map(\.path) == ["workflows/w1", "workflows/w2", "workflows/w3", "workflows/w4"])
            #expect(estate.source.kind == .live)
            #expect(estate.source.root == "127.0.0.1:\(stub.port)")
            #expect(estate.credentials.map(\.key) == ["slackApi|id:c1"])
            #expect(stub.requests.allSatisfy { $0.headers["X-N8N-API-KEY"] == [key] })
            #expect(stub.requests.map(\.path).prefix(3).allSatisfy { $0 == "/api/v1/workflows" })
        }
    }

    @Test("What the key or the licence does not allow is said, and the rest is read")
    func closedLists() async throws {
        try await HTTPStub.serving(Self.threePages) { stub in
            let estate = try await estate(stub)
            #expect(estate.remarks.contains { $0.path == "credentials" && $0.reason.contains("licence") })
            #expect(!estate.source.capabilities.lastUse)
            #expect(estate.source.capabilities.notes[.owners]?.contains("licence") == true)
            #expect(estate.source.capabilities.answer(.secretValues) == .no)
        }
    }

    @Test("Credentials, projects, users, variables and last runs are joined to the workflows")
    func everything() async throws {
        let secret = "v4" + String(UInt64.random(in: .max / 2 ... .max), radix: 36) + "Qz"
        var options = ImportOptions()
        options.fingerprint = { Fingerprint(hex: hex($0)) }
        options.name = "production n8n"
        options.environment = "production"
        try await HTTPStub.serving(
            { request in
                switch request.path {
                case "/api/v1/workflows":
                    .json(
                        Self.page([
                            Self.flow(1, extra: #""shared": [{"role": "workflow:owner", "projectId": "p1"}],"#),
                            Self.flow(2),
                        ])
                    )
                case "/api/v1/credentials":
                    .json(
                        Self.page([
                            #"{"id": "c1", "name": "Slack", "type": "slackApi", "createdAt": "2025-01-01T00:00:00.000Z", "updatedAt": "2025-02-01T00:00:00.000Z"}"#,
                            #"{"id": "c2", "name": "Old", "type": "httpBasicAuth"}"#,
                        ])
                    )
                case "/api/v1/projects": .json(Self.page([#"{"id": "p1", "name": "Sales", "type": "team"}"#]))
                case "/api/v1/users":
                    .json(
                        Self.page([
                            #"{"id": "u1", "email": "ann@x.example", "firstName": "Ann", "isPending": false, "role": "global:owner"}"#
                        ])
                    )
                case "/api/v1/variables":
                    .json(Self.page([#"{"id": "v1", "key": "CRM_API_KEY", "value": "\#(secret)"}"#]))
                case "/api/v1/executions":
                    .json(
                        Self.page([
                            #"{"id": 9, "workflowId": "w1", "startedAt": "2025-03-02T10:00:00.000Z", "stoppedAt": "2025-03-02T10:00:05.000Z"}"#,
                            #"{"id": 8, "workflowId": "w1", "startedAt": "2025-03-01T10:00:00.000Z", "stoppedAt": null}"#,
                        ])
                    )
                default: .status(404)
                }
            },
            { stub in
                let estate = try await estate(stub, options: options)
                #expect(estate.source.root == "production n8n")
                #expect(estate.workflows.map(\.lastRun) == [Instant("2025-03-02T10:00:05Z"), nil])
                #expect(estate.workflows.first?.owner == OwnerHint(kind: .team, text: "Sales"))
                #expect(estate.workflows.allSatisfy { $0.environment == "production" })
                #expect(estate.credentials.map(\.reference.id) == ["c2", "c1", "v1"])
                #expect(estate.credentials.allSatisfy { $0.declared })
                #expect(estate.credentials[1].lastRotated == Instant("2025-02-01T00:00:00Z"))
                #expect(estate.credentials[2].fingerprint == Fingerprint(hex: hex(Array(secret.utf8))))
                #expect(estate.principals.map(\.name) == ["Ann"])
                #expect(estate.principals.allSatisfy { $0.isPerson })
                #expect(estate.source.capabilities.answer(.lastUse) == .partly)
                #expect(estate.source.capabilities.notes[.lastUse]?.contains("since 2025-03-01T10:00:00") == true)
                #expect(estate.counts["unusedCredentials"] == 2)
            }
        )
    }

    @Test("A connection cut in the middle of a page is taken up again at that page's cursor")
    func cut() async throws {
        let pauses = Pauses()
        try await HTTPStub.serving(
            { request in
                if request.query["cursor"] == "a+/=", request.turn < 2 {
                    return .cut(Self.page([Self.flow(3)], next: "b"), after: 60)
                }
                return Self.threePages(request)
            },
            { stub in
                let estate = try await estate(stub, pauses)
                #expect(estate.workflows.map(\.key) == ["w1", "w2", "w3", "w4"])
                #expect(pauses.value == [.milliseconds(500), .milliseconds(1000)])
                #expect(stub.requests.count { $0.path == "/api/v1/workflows" && $0.query["cursor"] == nil } == 1)
            }
        )
    }

    @Test("A list of executions that fails each time leaves the rest, and is told with what it would have said")
    func failingExecutions() async throws {
        let pauses = Pauses()
        try await HTTPStub.serving(
            { request in
                request.path == "/api/v1/executions" ? .status(500) : Self.threePages(request)
            },
            { stub in
                let estate = try await estate(stub, pauses)
                #expect(estate.workflows.map(\.key) == ["w1", "w2", "w3", "w4"])
                #expect(!estate.source.capabilities.lastUse)
                #expect(estate.source.capabilities.notes[.lastUse]?.hasPrefix("executions: the list fails: ") == true)
            }
        )
    }

    @Test("A connection that is cut every time ends the reading, and nothing is taken")
    func alwaysCut() async throws {
        let failure = try await failure { _ in .cut(Self.page([Self.flow(1)]), after: 20) }
        #expect(failure.reason == .cutOff)
        #expect(failure.attempt == "read page 1 of the workflows")
    }

    @Test("A server that asks for patience is given it, as long as it asks for")
    func patience() async throws {
        let pauses = Pauses()
        try await HTTPStub.serving(
            { request in
                if request.path == "/api/v1/workflows", request.query["cursor"] == nil {
                    if request.turn == 0 { return .status(429, headers: ["Retry-After": "7"]) }
                    if request.turn == 1 { return .status(503) }
                }
                return Self.threePages(request)
            },
            { stub in
                let estate = try await estate(stub, pauses)
                #expect(estate.workflows.count == 4)
                #expect(pauses.value == [.seconds(7), .milliseconds(1000)])
            }
        )
    }

    @Test("A server that asks for more patience than there is, or for ever, is left")
    func noPatience() async throws {
        let long = try await failure { _ in .status(429, headers: ["Retry-After": "3600"]) }
        #expect(long.reason == .rateLimited)
        #expect(long.detail.contains("3600"))
        let endless = try await failure { _ in .status(429) }
        #expect(endless.reason == .rateLimited)
        let broken = try await failure { _ in .status(500) }
        #expect(broken.reason == .unreachable)
    }

    @Test("Pages that go round are noticed")
    func cursorLoop() async throws {
        let failure = try await failure { request in
            switch request.query["cursor"] {
            case nil: .json(Self.page([Self.flow(1)], next: "a"))
            case "a": .json(Self.page([Self.flow(2)], next: "b"))
            default: .json(Self.page([Self.flow(3)], next: "a"))
            }
        }
        #expect(failure.reason == .inconsistent)
        #expect(failure.detail.contains("go round"))
    }

    @Test("A page that comes again under a new cursor is noticed")
    func samePage() async throws {
        let failure = try await failure { request in
            .json(Self.page([Self.flow(1), Self.flow(2)], next: "c\(request.query["cursor"] ?? "")"))
        }
        #expect(failure.reason == .inconsistent)
        #expect(failure.attempt == "read page 2 of the workflows")
    }

    @Test("When an element moved to a later page meanwhile, the list is read again from the start")
    func moved() async throws {
        try await HTTPStub.serving(
            { request in
                guard request.path == "/api/v1/workflows" else { return Self.threePages(request) }
                let isSecond = request.query["cursor"] != nil
                // Between the pages of the first reading a workflow was made, which pushed `w1` to the second page.
                if request.turn == 0 {
                    return .json(
                        isSecond
                            ? Self.page([Self.flow(1), Self.flow(2)])
                            : Self.page([Self.flow(0), Self.flow(1)], next: "a")
                    )
                }
                return .json(
                    isSecond
                        ? Self.page([Self.flow(1), Self.flow(2)]) : Self.page([Self.flow(9), Self.flow(0)], next: "a")
                )
            },
            { stub in
                let estate = try await estate(stub)
                #expect(estate.workflows.map(\.key) == ["w9", "w0", "w1", "w2"])
            }
        )
    }

    @Test(
        "An answer that is not what it should be is refused with its reason",
        arguments: [
            (HTTPStub.Answer.json("{\"data\": [{\"id\": \"w1\", "), LiveFailure.Reason.unreadable),
            (.json("<html><body>sign in</body></html>"), .otherSystem),
            (.json("{\"items\": []}"), .otherSystem),
            (.json("[]"), .otherSystem),
            (.status(401, body: #"{"message": "unauthorized"}"#), .unauthorised),
            (.status(403, body: #"{"message": "Forbidden"}"#), .refused),
            (.status(404), .otherSystem),
            (.status(302, headers: ["Location": "https://elsewhere.example/login?x=1"]), .otherSystem),
            (.status(418), .otherSystem),
        ]
    )
    func wrongAnswers(answer: HTTPStub.Answer, reason: LiveFailure.Reason) async throws {
        let failure = try await failure { _ in answer }
        #expect(failure.reason == reason, "\(failure)")
        #expect(!failure.description.contains(key))
    }

    @Test("A redirect is not followed, and says where it leads")
    func redirect() async throws {
        try await HTTPStub.serving(
            { _ in .json("{}") },
            { other in
                let port = other.port
                let failure = try await failure { _ in
                    .status(301, headers: ["Location": "http://other.example:\(port)/api/v1/workflows"])
                }
                #expect(failure.detail.contains("`other.example`"))
                #expect(other.requests.isEmpty)
            }
        )
    }

    @Test("An older version that refuses a parameter is asked without it")
    func olderVersion() async throws {
        try await HTTPStub.serving(
            { request in
                if request.query["excludePinnedData"] != nil {
                    return .status(400, body: #"{"message": "Unknown query parameter"}"#)
                }
                return Self.threePages(request)
            },
            { stub in
                let estate = try await estate(stub)
                #expect(estate.workflows.count == 4)
                #expect(stub.requests.count { $0.query["excludePinnedData"] != nil } == 1)
            }
        )
    }

    @Test("An answer above the size limit is refused")
    func tooLarge() async throws {
        var options = ImportOptions()
        options.fileSizeLimit = 100
        try await HTTPStub.serving(Self.threePages) { stub in
            let failure = try await #require(throws: LiveFailure.self) { try await estate(stub, options: options) }
            #expect(failure.reason == .tooLarge)
        }
    }

    @Test("Nobody there is said after some attempts")
    func nobody() async throws {
        let port = try await HTTPStub.serving({ _ in .json("{}") }, { $0.port })
        var source = try N8nLiveSource(
            LiveAddress("http://127.0.0.1:\(port)"),
            secrets: LiveSecrets(environment: ["N8N_API_KEY": key])
        )
        let pauses = Pauses()
        source.pause = { pauses.add($0) }
        let failure = try await #require(throws: LiveFailure.self) {
            try await source.estate(options: ImportOptions(), progress: nil)
        }
        #expect(failure.reason == .unreachable)
        #expect(pauses.value.count == N8nAPI.attempts - 1)
    }

    @Test("A path of the installation is kept, one that leads to the API itself is the same place")
    func paths() async throws {
        try await HTTPStub.serving(
            { _ in .json(Self.page([])) },
            { stub in
                for path in ["/automation", "/automation/", "/automation/api/v1"] {
                    let estate = try await source(stub, path: path).estate(options: ImportOptions(), progress: nil)
                    #expect(estate.source.root == "127.0.0.1:\(stub.port)/automation")
                }
                #expect(stub.requests.allSatisfy { $0.path.hasPrefix("/automation/api/v1/") })
            }
        )
    }

    @Test(
        "Addresses and keys that cannot be right are refused before anybody is asked",
        arguments: [
            ("http://n8n.example", "k", LiveFailure.Reason.address), ("ftp://n8n.example", "k", .address),
            ("https://ann@n8n.example", "k", .address), ("http://127.example", "k", .address),
            ("https://n8n.example", "", .secret), ("https://n8n.example", "a b", .secret),
            ("https://n8n.example", "a\r\nX: y", .secret),
        ]
    )
    func refused(address: String, key: String, reason: LiveFailure.Reason) throws {
        let failure = try #require(throws: LiveFailure.self) {
            try N8nLiveSource(LiveAddress(address), secrets: LiveSecrets(environment: ["N8N_API_KEY": key]))
        }
        #expect(failure.reason == reason)
    }

    @Test("Plain http to another machine is used only when somebody said so")
    func plainHTTP() throws {
        let address = try LiveAddress("http://n8n.internal:5678")
        let silent = try LiveSecrets(environment: ["N8N_API_KEY": key])
        let failure = try #require(throws: LiveFailure.self) { () throws in
            _ = try N8nLiveSource(address, secrets: silent)
        }
        #expect(failure.reason == .address)
        let said = try LiveSecrets(environment: ["N8N_API_KEY": key, "N8N_ALLOW_PLAIN_HTTP": "yes"])
        _ = try N8nLiveSource(address, secrets: said)
    }
}
