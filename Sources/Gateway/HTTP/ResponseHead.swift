import NIOCore

/// The head of an upstream's answer: its bytes and where the parts stand in them.
struct ResponseHead {
    let bytes: ByteBuffer
    let status: Int
    /// Status code and reason phrase.
    let statusRange: Range<Int>
    let isVersion10: Bool
    let fields: HeadFields

    init(_ bytes: ByteBuffer, limits: ProxySettings.Limits) throws(HTTPFault) {
        self.bytes = bytes
        let line: StatusLine
        (line, fields) = try bytes.withUnsafeReadableBytes { raw throws(HTTPFault) in
            let line = try StatusLine(raw)
            return (line, try HeadFields(raw, from: line.end, limit: limits.fields * 2))
        }
        status = line.status
        statusRange = line.range
        isVersion10 = line.isVersion10
    }

    /// An answer before the final one.
    var isInterim: Bool { status < 200 }

    /// The body that follows.
    ///
    /// Source: RFC 9112, section 6.3.
    func framing(answering method: RequestHead.Method) -> BodyFraming {
        if method == .head || status < 200 || status == 204 || status == 304 { return .none }
        if fields.isChunked { return .chunked }
        guard let length = fields.contentLength else { return .untilClose }
        return length == 0 ? .none : .length(length)
    }

    /// Whether the upstream takes another request on this connection.
    var keepsAlive: Bool {
        isVersion10 ? fields.says.keepAlive && !fields.says.close : !fields.says.close
    }
}

/// The first line of an answer.
private struct StatusLine {
    let status: Int
    let range: Range<Int>
    let isVersion10: Bool
    let end: Int

    init(_ bytes: UnsafeRawBufferPointer) throws(HTTPFault) {
        guard bytes.count > 14, bytes[8] == ByteClass.space else { throw .badStartLine }
        let version = bytes[0..<8]
        guard version.elementsEqual("HTTP/1.1".utf8) || version.elementsEqual("HTTP/1.0".utf8) else {
            throw .badVersion
        }
        isVersion10 = bytes[7] == UInt8(ascii: "0")
        let digits = bytes[9..<12]
        guard digits.allSatisfy(ByteClass.isDigit), bytes[9] != UInt8(ascii: "0") else { throw .badStartLine }
        status = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        var position = 12
        guard bytes[position] == ByteClass.space || bytes[position] == ByteClass.carriageReturn else {
            throw .badStartLine
        }
        while ByteClass.isFieldContent(bytes[position]) { position += 1 }
        guard bytes[position] == ByteClass.carriageReturn else { throw .badStartLine }
        guard bytes[position + 1] == ByteClass.lineFeed else { throw .bareCarriageReturn }
        range = 9..<position
        end = position + 2
    }
}
