import AsyncHTTPClient
import Domain
import NIOCore
import NIOHTTP1

/// Asks AWS one thing at a time; waits and asks again when told to slow down or when the connection breaks.
struct AWSClient: Sendable {
    enum Service: String, Sendable {
        case iam, sts

        /// The version of its interface.
        var version: String { self == .iam ? "2010-05-08" : "2011-06-15" }
    }

    /// How often and how long to wait.
    struct Patience: Sendable {
        /// Attempts at one question, the first included.
        var attempts = 8
        /// The first pause; each further one is up to twice as long.
        var pause = Duration.milliseconds(250)
        var longestPause = Duration.seconds(20)
        /// Attempts at a report that is being made.
        var reportAttempts = 30
        var reportPause = Duration.seconds(2)
    }

    /// An error that the interface itself answered with.
    struct Refusal: Error {
        var code: String
        var message: String
        var status: Int
        /// Seconds to wait, when it said.
        var wait: Int?

        var asksForPatience: Bool {
            [
                "Throttling", "ThrottlingException", "RequestLimitExceeded", "RequestThrottled", "ServiceUnavailable",
                "InternalFailure", "ServiceFailure", "SlowDown", "TooManyRequestsException",
            ].contains(code)
                || status == 429 || status >= 500
        }
    }

    let http: HTTPClient
    let endpoint: AWSEndpoint
    let credentials: AWSCredentials
    let patience: Patience
    /// The time that requests are signed with.
    let now: @Sendable () -> Instant

    /// The most bytes of one answer.
    private static let answerLimit = 256 << 20

    /// Asks, and asks again as long as that may help.
    ///
    /// - Returns: What stands in the answer's element `<Action>Result`.
    /// - Throws: `Refusal` when the interface says no, else `LiveFailure`.
    func ask(
        _ service: Service,
        _ action: String,
        _ parameters: [(name: String, value: String)] = [],
        attempt: String,
    ) async throws -> XMLElement {
        var tries = 0
        while true {
            tries += 1
            do {
                return try await askOnce(service, action, parameters, attempt: attempt)
            } catch let refusal as Refusal where refusal.asksForPatience {
                guard tries < patience.attempts else {
                    throw LiveFailure(
                        .rateLimited,
                        attempt,
                        "AWS answered `\(refusal.code)` \(tries) times; try again later"
                    )
                }
                try await pause(after: tries, atLeast: refusal.wait, attempt: attempt)
            } catch let failure as LiveFailure where failure.reason == .cutOff || failure.reason == .unreachable {
                guard tries < patience.attempts else { throw failure }
                try await pause(after: tries, atLeast: nil, attempt: attempt)
            }
        }
    }

    func pause(_ duration: Duration, attempt: String) async throws(LiveFailure) {
        do {
            try await Task.sleep(for: duration)
        } catch {
            throw LiveFailure(.cancelled, attempt, "the import was ended")
        }
    }

    private func pause(after tries: Int, atLeast seconds: Int?, attempt: String) async throws(LiveFailure) {
        let longest = min(patience.pause * (1 << min(tries - 1, 20)), patience.longestPause)
        let random = longest * Double.random(in: 0.5...1)
        let told = seconds.map { min(Duration.seconds($0), patience.longestPause) } ?? .zero
        try await pause(max(random, told), attempt: attempt)
    }

    private func askOnce(
        _ service: Service,
        _ action: String,
        _ parameters: [(name: String, value: String)],
        attempt: String,
    ) async throws -> XMLElement {
        let all = [(name: "Action", value: action), (name: "Version", value: service.version)] + parameters
        let form = all.map { "\(AWSSignature.encoded($0.name))=\(AWSSignature.encoded($0.value))" }.joined(
            separator: "&"
        )
        let request = signed(service, body: Array(form.utf8))
        let (status, wait, body) = try await send(request, attempt: attempt)
        let root: XMLElement
        do throws(Unreadable) {
            root = try XMLReader.root(of: SourceFile(path: action, bytes: body))
        } catch {
            if status >= 500 { throw Refusal(code: "status \(status)", message: "", status: status, wait: wait) }
            throw LiveFailure(
                .otherSystem,
                attempt,
                "the answer of status \(status) is no XML: is this an endpoint of AWS?"
            )
        }
        if let error = root.all(named: "Error").first ?? (status >= 400 ? root : nil) {
            let code = error["Code"]?.trimmed ?? "status \(status)"
            throw Refusal(code: code, message: error["Message"]?.trimmed ?? "", status: status, wait: wait)
        }
        guard status == 200, root.name == "\(action)Response" else {
            throw LiveFailure(.otherSystem, attempt, "`\(root.name)` came for an answer: is this an endpoint of AWS?")
        }
        return root["\(action)Result"] ?? XMLElement(name: "\(action)Result")
    }

    private func signed(_ service: Service, body: [UInt8]) -> HTTPClientRequest {
        let base = service == .iam ? endpoint.iam : endpoint.sts
        let time = now()
        var headers = [
            (name: "content-type", value: "application/x-www-form-urlencoded; charset=utf-8"),
            (name: "host", value: String(base.drop { $0 != "/" }.dropFirst(2))),
            (name: "x-amz-date", value: AWSSignature.stamp(time)),
        ]
        if let token = credentials.sessionToken {
            headers.append(("x-amz-security-token", token.withBytes { String(decoding: $0, as: UTF8.self) }))
        }
        let signature = AWSSignature(credentials: credentials, region: endpoint.region, service: service.rawValue)
        let authorization = signature.authorization(method: "POST", path: "/", headers: headers, body: body, time: time)
        var request = HTTPClientRequest(url: base + "/")
        request.method = .POST
        for header in headers where header.name != "host" {
            request.headers.add(name: header.name, value: header.value)
        }
        request.headers.add(name: "authorization", value: authorization)
        request.headers.add(name: "accept", value: "application/xml")
        request.headers.add(name: "user-agent", value: "penstock")
        request.body = .bytes(ByteBuffer(bytes: body))
        return request
    }

    private func send(
        _ request: HTTPClientRequest,
        attempt: String,
    ) async throws(LiveFailure) -> (status: Int, wait: Int?, body: [UInt8]) {
        do {
            let response = try await http.execute(request, timeout: .seconds(60))
            let body = try await response.body.collect(upTo: Self.answerLimit)
            let wait = response.headers.first(name: "retry-after").flatMap { Int($0) }
            return (Int(response.status.code), wait, Array(body.readableBytesView))
        } catch is NIOTooManyBytesError {
            throw LiveFailure(.tooLarge, attempt, "the answer is larger than \(Self.answerLimit >> 20) MB")
        } catch is CancellationError {
            throw LiveFailure(.cancelled, attempt, "the import was ended")
        } catch let error as HTTPClientError where error == .connectTimeout {
            throw LiveFailure(.unreachable, attempt, "no connection to `\(request.url)` came about in time")
        } catch let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout {
            throw LiveFailure(.cutOff, attempt, "no whole answer came within a minute")
        } catch let error as HTTPClientError where error == .remoteConnectionClosed {
            throw LiveFailure(.cutOff, attempt, "the connection was closed before the whole answer was there")
        } catch {
            let kind = String(reflecting: type(of: error))
            if kind.contains("SSL") {
                throw LiveFailure(.untrusted, attempt, "`\(request.url)` did not prove who it is: \(kind)")
            }
            if kind.contains("HTTPParserError") || error is HTTPClientError {
                throw LiveFailure(.cutOff, attempt, "the answer broke off: \(error)")
            }
            throw LiveFailure(.unreachable, attempt, "`\(request.url)` cannot be reached: \(error)")
        }
    }
}
