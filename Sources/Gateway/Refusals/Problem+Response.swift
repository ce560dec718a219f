import Domain
import NIOCore

extension Problem {
    /// Writes the whole answer.
    ///
    /// - Parameters:
    ///   - buffer: Where to.
    ///   - closes: Whether the connection ends after it.
    ///   - withBody: False in answer to `HEAD`.
    func write(to buffer: inout ByteBuffer, closes: Bool, withBody: Bool) {
        let body = json
        buffer.writeStaticString("HTTP/1.1 ")
        buffer.writeString("\(status) \(Self.phrase(status))\r\n")
        buffer.writeStaticString("Content-Type: application/problem+json\r\n")
        buffer.writeField("Content-Length", String(body.utf8.count))
        buffer.writeStaticString("Cache-Control: no-store\r\n")
        if let decision { buffer.writeField("X-Penstock-Decision", decision.id.text) }
        if let challenge { buffer.writeField("WWW-Authenticate", challenge) }
        if let retryAfter { buffer.writeField("Retry-After", String(retryAfter)) }
        if closes { buffer.writeStaticString("Connection: close\r\n") }
        buffer.writeStaticString("\r\n")
        if withBody { buffer.writeString(body) }
    }

    private static func phrase(_ status: Int) -> String {
        switch status {
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 408: "Request Timeout"
        case 414: "URI Too Long"
        case 417: "Expectation Failed"
        case 421: "Misdirected Request"
        case 431: "Request Header Fields Too Large"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        default: "Error"
        }
    }
}
