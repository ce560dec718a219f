import Domain
import NIOCore

/// Writes the head that the upstream gets.
///
/// The caller's `Authorization`, our cookies, fields of the connection, and fields that speak for us or for another
/// request are left out; the system's credential and the decision's id are put in.
struct ForwardedRequest {
    let head: RequestHead
    let target: RequestTarget
    let upstream: UpstreamAddress
    let credential: InjectedCredential
    let decision: ID<AccessDecision>?
    /// nil when upstreams are not told.
    let identity: ID<Identity>?

    func write(to buffer: inout ByteBuffer) {
        let replaced = credential.replacedField
        head.bytes.withUnsafeReadableBytes { bytes in
            buffer.write(head.methodRange, of: bytes)
            buffer.writeInteger(ByteClass.space)
            buffer.writeString(upstream.prefix)
            if upstream.prefix.isEmpty, target.path.isEmpty { buffer.writeInteger(UInt8(ascii: "/")) }
            buffer.writeString(target.path)
            buffer.writeString(target.query)
            buffer.writeStaticString(" HTTP/1.1\r\n")
            buffer.writeField("Host", upstream.authority)
            for field in head.fields.all { write(field, replaced: replaced, bytes, to: &buffer) }
        }
        if head.fields.isChunked {
            buffer.writeStaticString("Transfer-Encoding: chunked\r\n")
        } else if let length = head.fields.contentLength {
            buffer.writeField("Content-Length", String(length))
        }
        buffer.writeStaticString("Via: 1.1 penstock\r\n")
        if let decision { buffer.writeField("X-Penstock-Decision", decision.text) }
        if let identity { buffer.writeField("X-Penstock-Identity", identity.text) }
        credential.write(to: &buffer)
        buffer.writeStaticString("\r\n")
    }

    private func write(
        _ field: HeaderField,
        replaced: [UInt8]?,
        _ bytes: UnsafeRawBufferPointer,
        to buffer: inout ByteBuffer,
    ) {
        let name = bytes[field.name]
        if !head.fields.says.nominated.isEmpty, head.fields.isNominated(name, in: bytes) { return }
        if let replaced, name.count == replaced.count,
            zip(name, replaced).allSatisfy({ dashed(ByteClass.lowercased($0)) == dashed($1) })
        {
            return
        }
        switch field.kind {
        case .other, .location: buffer.write(field, of: bytes)
        case .cookie:
            let pairs = CookieFilter.foreignPairs(in: field.value, of: bytes)
            if pairs.isEmpty { return }
            buffer.writeStaticString("Cookie: ")
            for (index, pair) in pairs.enumerated() {
                if index > 0 { buffer.writeStaticString("; ") }
                buffer.write(pair, of: bytes)
            }
            buffer.writeStaticString("\r\n")
        case .host, .contentLength, .transferEncoding, .connection, .expect, .upgrade, .authorization, .dropped: return
        }
    }

    private func dashed(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : byte }
}
