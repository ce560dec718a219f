import Domain
import Synchronization
import Testing

@testable import Importers

/// Reading an account over its interface, from a server that also misbehaves.
struct AWSLiveTests {
    private static func source(_ server: FakeAWS) throws -> AWSLiveSource {
        try source("aws://127.0.0.1:\(server.port)")
    }

    private static func source(_ address: String) throws -> AWSLiveSource {
        let secret = (0..<3).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }.joined()
        let secrets = try LiveSecrets(environment: ["AWS_ACCESS_KEY_ID": "AKIATEST", "AWS_SECRET_ACCESS_KEY": secret])
        var source = try AWSLiveSource(try LiveAddress(address), secrets: secrets)
        source.patience.pause = .milliseconds(1)
        source.patience.reportPause = .milliseconds(1)
        return source
    }

    private func reading(
        _ answer: @escaping @Sendable (_ fields: [String: String], _ number: Int) -> FakeAWS.Answer
    ) async throws -> (result: Result<Estate, LiveFailure>, requests: [[String: String]]) {
        let server = try await FakeAWS { fields, number in FakeAWS.usual(fields) ?? answer(fields, number) }
        let source = try Self.source(server)
        let result: Result<Estate, LiveFailure>
        do throws(LiveFailure) {
            result = .success(try await source.estate(options: ImportOptions(), progress: nil))
        } catch {
            result = .failure(error)
        }
        let requests = server.requests
        await server.close()
        return (result, requests)
    }

    @Test("Pages are read to the last, each from the marker of the one before")
    func pages() async throws {
        let (result, requests) = try await reading { fields, _ in
            switch fields["Marker"] {
            case nil: FakeAWS.page(users: ["ann", "bob"], marker: "m/1+=")
            case "m/1+=": FakeAWS.page(users: [], marker: "m2")
            default: FakeAWS.page(users: ["cid"])
            }
        }
        let estate = try result.get()
        #expect(estate.principals.map(\.name) == ["ann", "bob", "cid"])
        #expect(estate.source.root == testAccount)
        #expect(estate.source.kind == .live)
        #expect(requests.compactMap { $0["Marker"] } == ["m/1+=", "m2"])
        #expect(estate.remarks.contains { $0.reason.contains("no credential report") })
        #expect(estate.source.capabilities.answer(.activeFlag) == .no)
    }

    @Test("A page that is throttled, cut in the middle or answered with a broken server is asked for again")
    func resumes() async throws {
        let tries = Mutex<[String: Int]>([:])
        let (result, requests) = try await reading { fields, _ in
            let marker = fields["Marker"] ?? "-"
            let number = tries.withLock { tries in
                tries[marker, default: 0] += 1
                return tries[marker] ?? 0
            }
            let page = marker == "-" ? FakeAWS.page(users: ["ann"], marker: "next") : FakeAWS.page(users: ["bob"])
            switch number {
            case 1: return FakeAWS.refusal("Throttling", status: 400)
            case 2:
                var cut = page
                cut.cut = 120
                return cut
            case 3: return FakeAWS.Answer(status: 503, body: "<html>busy")
            default: return page
            }
        }
        #expect(try result.get().principals.map(\.name) == ["ann", "bob"])
        let asked = requests.filter { $0["Action"] == "GetAccountAuthorizationDetails" }.map { $0["Marker"] ?? "-" }
        #expect(asked == ["-", "-", "-", "-", "next", "next", "next", "next"])
    }

    @Test(
        "A source that contradicts itself is refused",
        arguments: [
            FakeAWS.page(users: ["bob"], marker: "first"), FakeAWS.page(users: ["ann"]),
            FakeAWS.page(users: ["bob"], isTruncated: true),
        ]
    )
    func lies(second: FakeAWS.Answer) async throws {
        let (result, _) = try await reading { fields, _ in
            fields["Marker"] == nil ? FakeAWS.page(users: ["ann"], marker: "first") : second
        }
        #expect(throws: LiveFailure.self) { try result.get() }
        if case .failure(let failure) = result { #expect(failure.reason == .inconsistent) }
    }

    @Test(
        "What an answer means is told apart",
        arguments: [
            (FakeAWS.refusal("InvalidClientTokenId", status: 403), LiveFailure.Reason.unauthorised),
            (FakeAWS.refusal("ExpiredToken", status: 403), .unauthorised),
            (FakeAWS.refusal("AccessDenied", status: 403), .refused),
            (FakeAWS.refusal("Throttling", status: 400), .rateLimited),
            (FakeAWS.Answer(body: "<html><body>hello</body></html>"), .otherSystem),
            (FakeAWS.Answer(body: "{\"hello\": 1}"), .otherSystem),
            (FakeAWS.Answer(status: 302, body: "<a/>", headers: [("location", "http://192.0.2.1/")]), .otherSystem),
            (FakeAWS.result("GetAccountAuthorizationDetails", "<IsTruncated>false</IsTruncated>"), .inconsistent),
        ]
    )
    func refusals(answer: FakeAWS.Answer, reason: LiveFailure.Reason) async throws {
        let (result, _) = try await reading { _, _ in answer }
        switch result {
        case .failure(let failure): #expect(failure.reason == reason, "\(failure)")
        // An account without anything is an account.
        case .success(let estate): #expect(reason == .inconsistent && estate.principals.isEmpty)
        }
    }

    @Test("Nobody there is told after all attempts, and the secret is nowhere in the words")
    func unreachable() async throws {
        let server = try await FakeAWS { _, _ in FakeAWS.page() }
        let port = server.port
        await server.close()
        var source = try Self.source("aws://127.0.0.1:\(port)")
        source.patience.attempts = 2
        do throws(LiveFailure) {
            _ = try await source.estate(options: ImportOptions(), progress: nil)
            Issue.record("it was read from nobody")
        } catch {
            #expect(error.reason == .unreachable)
        }
    }

    @Test("A report that is still being made is waited for, and people and keys come from it")
    func report() async throws {
        let asked = Mutex(0)
        let text = """
            user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated
            ann,arn:aws:iam::\(testAccount):user/ann,2024-01-02T03:04:05+00:00,true,2026-01-02T03:04:05+00:00,false,false,N/A
            bot,arn:aws:iam::\(testAccount):user/bot,2024-01-02T03:04:05+00:00,false,N/A,false,true,2024-01-02T03:04:05+00:00
            """
        let server = try await FakeAWS { fields, _ in
            switch fields["Action"] {
            case "GetAccountAuthorizationDetails": return FakeAWS.page(users: ["ann", "bot"])
            case "GenerateCredentialReport":
                let number = asked.withLock { asked in
                    asked += 1
                    return asked
                }
                return FakeAWS.result(
                    "GenerateCredentialReport",
                    "<State>\(number < 3 ? "STARTED" : "COMPLETE")</State>"
                )
            case "GetCredentialReport":
                return FakeAWS.result("GetCredentialReport", "<Content>\(base64(text))</Content>")
            default: return FakeAWS.usual(fields) ?? FakeAWS.refusal("InvalidAction", status: 400)
            }
        }
        let estate = try await Self.source(server).estate(options: ImportOptions(), progress: nil)
        await server.close()
        #expect(asked.withLock { $0 } == 3)
        #expect(estate.principals.map(\.isPerson) == [true, false])
        #expect(estate.principals.map(\.kind) == [.user, .serviceAccount])
        #expect(estate.credentials.map(\.reference.kind) == ["awsConsolePassword", "awsAccessKey"])
    }

    @Test(
        "Addresses are the vendor's, or of this machine without TLS, or with TLS",
        arguments: [
            ("aws://", "https://iam.amazonaws.com", "us-east-1"),
            ("aws://aws-cn", "https://iam.cn-north-1.amazonaws.com.cn", "cn-north-1"),
            ("aws://127.0.0.1:5000", "http://127.0.0.1:5000", "us-east-1"),
            ("aws://iam.example.org:8443", "https://iam.example.org:8443", "us-east-1"),
        ]
    )
    func addresses(text: String, base: String, region: String) throws {
        let endpoint = try AWSEndpoint(try LiveAddress(text))
        #expect(endpoint.iam == base)
        #expect(endpoint.region == region)
    }

    @Test(
        "Addresses with a path, a user or an unknown partition are refused",
        arguments: ["aws://x/y", "aws://me@aws", "aws://mars", "aws://aws?a=b"]
    )
    func badAddresses(text: String) throws {
        let address = try LiveAddress(text)
        #expect(throws: LiveFailure.self) { try AWSEndpoint(address) }
    }

    @Test("Without keys nothing is asked")
    func keys() throws {
        let address = try LiveAddress("aws://")
        let secrets = try LiveSecrets(environment: ["AWS_ACCESS_KEY_ID": "AKIATEST"])
        #expect(throws: LiveFailure.self) { try AWSLiveSource(address, secrets: secrets) }
    }
}

/// Text in base64.
func base64(_ text: String) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = Array(text.utf8)
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let part = bytes[start..<min(start + 3, bytes.count)]
        let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
        for place in 0..<4 {
            result.append(place <= part.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
        }
    }
    return result
}
