import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A blocking TCP client that sends and receives bytes exactly as told.
final class RawClient {
    private let socket: Int32
    private(set) var received: [UInt8] = []
    private(set) var isAtEnd = false

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    deinit { Glibc.close(socket) }

    func send(_ text: String) { send(Array(text.utf8)) }

    /// Sends as much as the peer takes.
    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return }
            sent += count
        }
    }

    /// Receives once; false at the end or after ten seconds without a byte.
    @discardableResult
    func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 262_144)
        let count = recv(socket, &buffer, buffer.count, 0)
        if count <= 0 {
            isAtEnd = true
            return false
        }
        received += buffer[..<count]
        return true
    }

    /// Everything until the peer closes.
    func untilEnd() -> String {
        while receive() {}
        return text
    }

    var text: String { String(decoding: received, as: UTF8.self) }

    /// One answer with its body, by its content length or chunks; what follows stays for the next call.
    func answer(toHead: Bool = false) -> Answer? {
        while true {
            if let answer = Answer(&received, toHead: toHead, isAtEnd: isAtEnd) { return answer }
            if isAtEnd { return nil }
            receive()
        }
    }
}

/// A parsed answer, read leniently and on its own so that it can judge the gateway.
struct Answer {
    var status: Int
    var head: String
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    func header(_ name: String) -> String? {
        head.components(separatedBy: "\r\n").dropFirst().compactMap { line -> String? in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == name.lowercased() else { return nil }
            return parts[1].trimmingCharacters(in: .whitespaces)
        }.first
    }

    init?(_ bytes: inout [UInt8], toHead: Bool, isAtEnd: Bool) {
        let data = Data(bytes)
        guard let end = data.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        head = String(decoding: data[..<end.lowerBound], as: UTF8.self)
        status = Int(head.dropFirst(9).prefix(3)) ?? 0
        body = []
        var rest = data[end.upperBound...]
        let isEmpty = toHead || status == 204 || status == 304 || status < 200
        if isEmpty {
            // No body.
        } else if header("Transfer-Encoding") == "chunked" {
            while true {
                guard let line = rest.range(of: Data("\r\n".utf8)),
                    let size = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16),
                    rest.endIndex >= line.upperBound + size + 2
                else { return nil }
                body += rest[line.upperBound..<line.upperBound + size]
                rest = rest[(line.upperBound + size + 2)...]
                if size == 0 { break }
            }
        } else if let length = header("Content-Length").flatMap({ Int($0) }) {
            guard rest.count >= length else { return nil }
            body = Array(rest.prefix(length))
            rest = rest.dropFirst(length)
        } else {
            guard isAtEnd else { return nil }
            body = Array(rest)
            rest = rest.suffix(0)
        }
        bytes = Array(rest)
    }
}
