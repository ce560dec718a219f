package import AsyncHTTPClient
import Domain
import Foundation
import NIOCore
import NIOHTTP1

/// One call of the HTTP API.
package struct Call: Sendable {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    package var method: String
    /// With its query.
    package var path: String
    /// JSON; nil for none.
    package var body: [UInt8]?

    package init(method: String, path: String, body: [UInt8]? = nil) {
        self.method = method
        self.path = path
        self.body = body
    }
}

/// How calls reach a server: over HTTP, or in tests nowhere.
package struct Transport: Sendable {
    /// Carries out a call and hands over its answer in pieces, each with the status; at least one piece, perhaps empty.
    package var send:
        @Sendable (_ call: Call, _ receive: (_ status: Int, _ piece: [UInt8]) throws -> Void) async throws -> Void

    package init(
        send:
            @escaping @Sendable (_ call: Call, _ receive: (_ status: Int, _ piece: [UInt8]) throws -> Void)
            async throws -> Void
    ) {
        self.send = send
    }
}

extension Transport {
    /// An answer has to be complete within this time; an import of a large estate takes the most of it.
    private static let patience = TimeAmount.minutes(10)

    /// Calls over HTTP; the token goes into every request.
    ///
    /// The base is `http://host:port`, `https://…` or `http+unix://…`, without a slash at its end.
    static func http(_ http: HTTPClient, base: String, token: Secret?) -> Transport {
        Transport { call, receive in
            var request = HTTPClientRequest(url: base + call.path)
            request.method = HTTPMethod(rawValue: call.method)
            request.headers.add(name: "Accept", value: "application/json")
            request.headers.add(name: "User-Agent", value: "penstock")
            if let token {
                let text = token.withBytes { String(decoding: $0, as: UTF8.self) }
                request.headers.add(name: "Authorization", value: "Bearer \(text)")
            }
            if let body = call.body {
                request.headers.add(name: "Content-Type", value: "application/json")
                request.body = .bytes(ByteBuffer(bytes: body))
            }
            let response: HTTPClientResponse
            do {
                response = try await http.execute(request, timeout: patience)
            } catch let error as HTTPClientError where error == .invalidURL || error == .emptyHost {
                throw ClientError.unreachable(base: base, cause: "it is no address of a server")
            } catch let error as HTTPClientError where error == .connectTimeout {
                throw ClientError.unreachable(base: base, cause: "no connection came about in time")
            } catch let error as HTTPClientError where error == .deadlineExceeded {
                throw ClientError.interrupted(base: base, cause: "no answer within ten minutes")
            } catch let error as HTTPClientError where error == .remoteConnectionClosed {
                throw ClientError.interrupted(base: base, cause: "the connection was closed before the answer")
            } catch let error as IOError {
                throw ClientError.unreachable(base: base, cause: String(cString: strerror(error.errnoCode)))
            } catch {
                throw ClientError.unreachable(base: base, cause: "\(error)")
            }
            let status = Int(response.status.code)
            try receive(status, [])
            var pieces = response.body.makeAsyncIterator()
            while true {
                let piece: ByteBuffer?
                do {
                    piece = try await pieces.next()
                } catch {
                    throw ClientError.interrupted(base: base, cause: "\(error)")
                }
                guard let piece else { break }
                try receive(status, [UInt8](buffer: piece))
            }
        }
    }
}

extension HTTPClient {
    /// The client of this process.
    ///
    /// A server that is not there is told at once: who waits for one asks again.
    package static let penstock: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.redirectConfiguration = .disallow
        return HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }()
}
