import Domain
import NIOCore

/// Writes the head that the caller gets of an upstream's answer.
struct ReturnedResponse {
    let head: ResponseHead
    /// How the body goes out; ``BodyFraming/untilClose`` only to HTTP/1.0 clients.
    let framing: BodyFraming
    let route: Route
    let decision: AccessDecision
    /// Whether the caller is told that its request would be refused.
    let warns: Bool
    let connection: ConnectionField

    enum ConnectionField {
        case none, close, keepAlive
    }

    func write(to buffer: inout ByteBuffer) {
        head.bytes.withUnsafeReadableBytes { bytes in
            buffer.writeStaticString("HTTP/1.1 ")
            buffer.write(head.statusRange, of: bytes)
            buffer.writeStaticString("\r\n")
            for field in head.fields.all { write(field, bytes, to: &buffer) }
        }
        if framing == .chunked { buffer.writeStaticString("Transfer-Encoding: chunked\r\n") }
        buffer.writeField("X-Penstock-Decision", decision.id.text)
        if warns { buffer.writeField("X-Penstock-Warning", decision.verdict == .deny ? "denied" : "no-permit") }
        switch connection {
        case .none: break
        case .close: buffer.writeStaticString("Connection: close\r\n")
        case .keepAlive: buffer.writeStaticString("Connection: keep-alive\r\n")
        }
        buffer.writeStaticString("\r\n")
    }

    private func write(_ field: HeaderField, _ bytes: UnsafeRawBufferPointer, to buffer: inout ByteBuffer) {
        if !head.fields.says.nominated.isEmpty, head.fields.isNominated(bytes[field.name], in: bytes) { return }
        switch field.kind {
        case .other, .cookie, .host, .authorization, .expect: buffer.write(field, of: bytes)
        case .contentLength:
            if head.status != 204, framing != .chunked { buffer.write(field, of: bytes) }
        case .location:
            buffer.writeStaticString("Location: ")
            buffer.writeString(location(String(decoding: bytes[field.value], as: UTF8.self)))
            buffer.writeStaticString("\r\n")
        case .transferEncoding, .connection, .upgrade, .dropped: return
        }
    }

    /// A redirection within the system leads back through the gateway; others are left alone.
    private func location(_ value: String) -> String {
        guard let upstream = route.upstream else { return value }
        var path = value[...]
        if value.hasPrefix("//") { return value }
        if !value.hasPrefix("/") {
            guard value.hasPrefix(upstream.origin) else { return value }
            path = value.dropFirst(upstream.origin.count)
            guard path.isEmpty || "/?#".contains(path.prefix(1)) else { return value }
        }
        guard path.hasPrefix(upstream.prefix) else { return value }
        let below = path.dropFirst(upstream.prefix.count)
        guard below.isEmpty || "/?#".contains(below.prefix(1)) else { return value }
        return "/\(route.system.name)\(below)"
    }
}
