import AsyncHTTPClient
import ControlPlane
import Domain
import Foundation
import NIOCore
import NIOHTTP1

/// Sends notifications over HTTP: no redirects, no proxy, a short wait, and only to addresses that policy allows.
///
/// The name is resolved here and the connection pinned to what it resolved to, so that a name that changes its mind
/// between check and connection leads nowhere.
enum WebhookSender {
    private static let limit = TimeAmount.seconds(15)

    static let send: SendOut = { message in
        guard let url = URL(string: message.url), let host = url.host else {
            throw SendFailure("the address cannot be read")
        }
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        let addresses = try await resolve(bare)
        guard let address = addresses.first(where: { WebhookAddress.mayConnect(to: $0, under: message.terms) }),
            addresses.allSatisfy({ WebhookAddress.mayConnect(to: $0, under: message.terms) })
        else {
            throw SendFailure("`\(host)` leads into a network that policy does not allow")
        }
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: .seconds(5), read: .seconds(10))
        configuration.dnsOverride = [host: address]
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            var request = HTTPClientRequest(url: message.url)
            request.method = .POST
            for header in message.headers { request.headers.add(name: header.name, value: header.value) }
            request.headers.add(name: "user-agent", value: "penstock/\(Penstock.version)")
            request.body = .bytes(message.body)
            let answer = try await client.execute(request, timeout: limit)
            try await client.shutdown()
            return Int(answer.status.code)
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    /// The numeric addresses of a name; blocking, so on a thread of its own.
    private static func resolve(_ host: String) async throws -> [String] {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try lookUp(host) }) }
        }
    }

    private static func lookUp(_ host: String) throws -> [String] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &found) == 0 else {
            throw SendFailure("the name `\(host)` is not known")
        }
        defer { freeaddrinfo(found) }
        var addresses: [String] = []
        var next = found
        while let entry = next {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let info = entry.pointee
            if getnameinfo(info.ai_addr, info.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 {
                let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
                addresses.append(String(decoding: bytes, as: UTF8.self))
            }
            next = info.ai_next
        }
        return addresses
    }
}

/// Why a message was not sent, as it stands in the list of deliveries.
private struct SendFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
