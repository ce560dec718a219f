import NIOCore

/// The head of a request: its bytes and where the parts stand in them.
///
/// Accepts exactly what RFC 9112 calls well formed, without its leniencies: what two servers could read in two ways is
/// refused.
struct RequestHead {
    /// The head as it came, empty line included; indices of parts count from its reader index.
    let bytes: ByteBuffer
    let method: Method
    let methodRange: Range<Int>
    let target: Range<Int>
    let isVersion10: Bool
    let fields: HeadFields

    enum Method {
        case get, head, options, connect, trace, other
    }

    init(_ bytes: ByteBuffer, limits: ProxySettings.Limits) throws(HTTPFault) {
        self.bytes = bytes
        let line: StartLine
        (line, fields) = try bytes.withUnsafeReadableBytes { raw throws(HTTPFault) in
            let line = try StartLine(raw)
            if line.target.count > limits.targetBytes { throw .targetTooLong }
            return (line, try HeadFields(raw, from: line.end, limit: limits.fields))
        }
        method = line.method
        methodRange = line.methodRange
        target = line.target
        isVersion10 = line.isVersion10
        if isVersion10, fields.isChunked { throw .codingInOldVersion }
        if isVersion10 ? fields.hosts > 1 : fields.hosts != 1 { throw .badHost }
        if let host = fields.host {
            let valid = bytes.withUnsafeReadableBytes { raw in
                raw[host].allSatisfy { $0 > 0x20 && $0 < 0x7F && !"/?#@\\\"<>,".utf8.contains($0) }
            }
            if !valid || host.isEmpty { throw .badHost }
        }
    }

    /// The body that follows.
    var framing: BodyFraming {
        if fields.isChunked { return .chunked }
        let length = fields.contentLength ?? 0
        return length == 0 ? .none : .length(length)
    }

    /// Whether the client wants to send another request on this connection.
    var keepsAlive: Bool {
        isVersion10 ? fields.says.keepAlive && !fields.says.close : !fields.says.close
    }

    func text(_ range: Range<Int>) -> String {
        bytes.withUnsafeReadableBytes { String(decoding: $0[range], as: UTF8.self) }
    }
}

/// The first line of a request.
private struct StartLine {
    let method: RequestHead.Method
    let methodRange: Range<Int>
    let target: Range<Int>
    let isVersion10: Bool
    /// Where the next line begins.
    let end: Int

    init(_ bytes: UnsafeRawBufferPointer) throws(HTTPFault) {
        var position = 0
        while ByteClass.isToken(bytes[position]) { position += 1 }
        methodRange = 0..<position
        guard position > 0, bytes[position] == ByteClass.space else { throw .badStartLine }
        position += 1
        let start = position
        while bytes[position] > 0x20, bytes[position] != 0x7F { position += 1 }
        target = start..<position
        guard position > start, bytes[position] == ByteClass.space else { throw .badStartLine }
        position += 1
        guard position + 9 < bytes.count else { throw .badVersion }
        let version = bytes[position..<position + 8]
        guard version.elementsEqual("HTTP/1.1".utf8) || version.elementsEqual("HTTP/1.0".utf8) else {
            throw .badVersion
        }
        isVersion10 = bytes[position + 7] == UInt8(ascii: "0")
        position += 8
        guard bytes[position] == ByteClass.carriageReturn else { throw .badVersion }
        guard bytes[position + 1] == ByteClass.lineFeed else { throw .bareCarriageReturn }
        end = position + 2
        method = Self.method(bytes[methodRange])
    }

    private static func method(_ bytes: Slice<UnsafeRawBufferPointer>) -> RequestHead.Method {
        if bytes.elementsEqual("GET".utf8) { return .get }
        if bytes.elementsEqual("HEAD".utf8) { return .head }
        if bytes.elementsEqual("OPTIONS".utf8) { return .options }
        if bytes.elementsEqual("CONNECT".utf8) { return .connect }
        if bytes.elementsEqual("TRACE".utf8) { return .trace }
        return .other
    }
}
