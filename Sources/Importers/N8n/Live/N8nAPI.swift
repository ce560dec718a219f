import AsyncHTTPClient
import Domain
import NIOCore
import NIOHTTP1

/// n8n's public API, as far as it is read: `GET` of lists in pages, and nothing else.
///
/// A page that cannot be had now is asked for again, from the same cursor: after 429 and answers from 500 on, after a
/// connection that failed or was cut. Redirects are not followed: the key would go to whoever they name.
struct N8nAPI: Sendable {
    /// Ends in `/api/v1`.
    let base: String
    let key: Secret
    /// The most bytes of one answer.
    var sizeLimit: Int
    /// Waits before another attempt; tests do not.
    var pause: @Sendable (Duration) async throws -> Void

    /// How often one page is asked for.
    static let attempts = 5
    /// The longest that an answer is waited for, and the longest wait that a server may ask for.
    static let patience = Duration.seconds(60)

    /// One answer, whatever its status.
    struct Answer: Sendable {
        var status: Int
        var body: [UInt8]
        var retryAfter: Duration?
        var redirect: String?
    }

    /// Asks for a page until it is there, or nothing more can be hoped for.
    ///
    /// - Parameters:
    ///   - path: With its query, from the base on.
    ///   - attempt: What is being done, in words, for the failure.
    ///   - client: Carries the request.
    /// - Returns: An answer that is neither a request for patience nor a passing failure.
    /// - Throws: When all attempts failed, or one in a way that another would not mend.
    func get(_ path: String, _ attempt: String, over client: HTTPClient) async throws(LiveFailure) -> Answer {
        var last = LiveFailure(.unreachable, attempt, "nothing was tried")
        for turn in 1...Self.attempts {
            var wait = Duration.milliseconds(500 << (turn - 1))
            do throws(LiveFailure) {
                let answer = try await once(path, attempt, over: client)
                guard answer.status == 429 || answer.status >= 500 else { return answer }
                last = Self.passing(answer, attempt)
                if let asked = answer.retryAfter {
                    guard asked <= Self.patience else {
                        let detail = "the server asks to wait \(asked.components.seconds) s; try again then"
                        throw LiveFailure(.rateLimited, attempt, detail)
                    }
                    wait = asked
                }
            } catch {
                guard error.reason == .unreachable || error.reason == .cutOff else { throw error }
                last = error
            }
            guard turn < Self.attempts else { break }
            do {
                try await pause(wait)
            } catch {
                throw LiveFailure(.cancelled, attempt, "the import was ended")
            }
        }
        throw last
    }

    private static func passing(_ answer: Answer, _ attempt: String) -> LiveFailure {
        answer.status == 429
            ? LiveFailure(.rateLimited, attempt, "the server asks for patience again and again (429); try later")
            : LiveFailure(
                .unreachable,
                attempt,
                "the server answers \(answer.status) \(attempts) times; look at its log"
            )
    }

    private func once(_ path: String, _ attempt: String, over client: HTTPClient) async throws(LiveFailure) -> Answer {
        var request = HTTPClientRequest(url: base + path)
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "penstock")
        key.withBytes { request.headers.add(name: "X-N8N-API-KEY", value: String(decoding: $0, as: UTF8.self)) }
        let response: HTTPClientResponse
        do {
            response = try await client.execute(request, timeout: .seconds(60))
        } catch {
            throw Self.failure(error, attempt, isAnswering: false)
        }
        var answer = Answer(status: Int(response.status.code), body: [])
        answer.retryAfter = response.headers.first(name: "Retry-After").flatMap { Int($0) }.map { .seconds(max(0, $0)) }
        answer.redirect = response.headers.first(name: "Location")
        do {
            for try await piece in response.body {
                guard answer.body.count + piece.readableBytes <= sizeLimit else {
                    let detail = "the answer holds more than \(sizeLimit) bytes"
                    throw LiveFailure(.tooLarge, attempt, detail)
                }
                answer.body.append(contentsOf: piece.readableBytesView)
            }
        } catch let failure as LiveFailure {
            throw failure
        } catch {
            throw Self.failure(error, attempt, isAnswering: true)
        }
        return answer
    }

    private static func failure(_ error: any Error, _ attempt: String, isAnswering: Bool) -> LiveFailure {
        if error is CancellationError || (error as? HTTPClientError) == .cancelled {
            return LiveFailure(.cancelled, attempt, "the import was ended")
        }
        if isAnswering { return LiveFailure(.cutOff, attempt, "the connection ended in the middle of the answer") }
        if let error = error as? HTTPClientError {
            switch error {
            case .connectTimeout, .deadlineExceeded, .readTimeout:
                return LiveFailure(.unreachable, attempt, "no answer within \(patience.components.seconds) s")
            case .remoteConnectionClosed:
                return LiveFailure(.cutOff, attempt, "the connection was closed before the answer")
            case .invalidURL, .emptyHost:
                return LiveFailure(.address, attempt, "the address is none of a server")
            default: break
            }
        }
        // The module of TLS is not imported for its errors alone.
        if String(reflecting: type(of: error)).contains("NIOSSL") {
            return LiveFailure(.untrusted, attempt, "the server's certificate is not to be trusted: \(error)")
        }
        return LiveFailure(.unreachable, attempt, "no connection: \(error)")
    }
}
