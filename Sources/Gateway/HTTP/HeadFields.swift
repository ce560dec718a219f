/// The header fields of a head and what they say about its body and connection.
struct HeadFields {
    private(set) var all: [HeaderField] = []
    /// nil when there is no `Content-Length`.
    private(set) var contentLength: Int?
    private(set) var isChunked = false
    private(set) var hosts = 0
    private(set) var host: Range<Int>?
    private(set) var authorizations = 0
    private(set) var authorization: Range<Int>?
    private(set) var expectsContinue = false
    /// An `Expect` that asks for something else than `100-continue`.
    private(set) var expectsOther = false
    private(set) var asksUpgrade = false
    private(set) var says = ConnectionOptions()

    /// What `Connection` fields say.
    struct ConnectionOptions {
        var close = false
        var keepAlive = false
        /// Names of further fields that belong to this connection only.
        var nominated: [Range<Int>] = []
    }

    /// Reads the lines from `start` to the empty line that ends `bytes`.
    init(_ bytes: UnsafeRawBufferPointer, from start: Int, limit: Int) throws(HTTPFault) {
        all.reserveCapacity(16)
        var position = start
        while bytes[position] != ByteClass.carriageReturn {
            let field = try Self.field(bytes, &position)
            guard all.count < limit else { throw .tooManyFields }
            all.append(field)
            try note(field, bytes)
        }
        guard position + 2 == bytes.count else { throw .bareCarriageReturn }
        if isChunked, contentLength != nil { throw .lengthAndCoding }
    }

    /// Whether the field at `range` is named in `Connection` and so must not be passed on.
    func isNominated(_ name: Slice<UnsafeRawBufferPointer>, in bytes: UnsafeRawBufferPointer) -> Bool {
        says.nominated.contains { range in
            range.count == name.count
                && zip(bytes[range], name).allSatisfy { ByteClass.lowercased($0) == ByteClass.lowercased($1) }
        }
    }

    private mutating func note(_ field: HeaderField, _ bytes: UnsafeRawBufferPointer) throws(HTTPFault) {
        let value = bytes[field.value]
        switch field.kind {
        case .other, .dropped, .cookie, .location: break
        case .host:
            hosts += 1
            host = field.value
        case .authorization:
            authorizations += 1
            authorization = field.value
        case .contentLength:
            if contentLength != nil { throw .severalLengths }
            contentLength = try Self.length(value)
        case .transferEncoding:
            guard !isChunked, ByteClass.equal(value, "chunked") else { throw .badCoding }
            isChunked = true
        case .expect:
            if ByteClass.equal(value, "100-continue") { expectsContinue = true } else { expectsOther = true }
        case .upgrade: asksUpgrade = true
        case .connection:
            for token in listMembers(of: field.value, in: bytes) {
                if ByteClass.equal(bytes[token], "close") {
                    says.close = true
                } else if ByteClass.equal(bytes[token], "keep-alive") {
                    says.keepAlive = true
                } else {
                    says.nominated.append(token)
                }
            }
        }
    }

    private static func length(_ value: Slice<UnsafeRawBufferPointer>) throws(HTTPFault) -> Int {
        guard !value.isEmpty, value.count <= 18 else { throw .badLength }
        var length = 0
        for byte in value {
            guard ByteClass.isDigit(byte) else {
                throw value.contains(UInt8(ascii: ",")) ? .severalLengths : .badLength
            }
            length = length * 10 + Int(byte - 0x30)
        }
        return length
    }

    private static func field(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) throws(HTTPFault) -> HeaderField {
        let start = position
        if bytes[start] == ByteClass.space || bytes[start] == ByteClass.tab { throw .foldedField }
        while ByteClass.isToken(bytes[position]) { position += 1 }
        guard position > start, bytes[position] == ByteClass.colon else { throw .badFieldName }
        let name = start..<position
        position += 1
        while bytes[position] == ByteClass.space || bytes[position] == ByteClass.tab { position += 1 }
        let valueStart = position
        while ByteClass.isFieldContent(bytes[position]) { position += 1 }
        guard bytes[position] == ByteClass.carriageReturn else {
            throw bytes[position] == ByteClass.lineFeed ? .bareLineFeed : .badFieldValue
        }
        guard bytes[position + 1] == ByteClass.lineFeed else { throw .bareCarriageReturn }
        var valueEnd = position
        while valueEnd > valueStart, bytes[valueEnd - 1] == ByteClass.space || bytes[valueEnd - 1] == ByteClass.tab {
            valueEnd -= 1
        }
        position += 2
        return HeaderField(name: name, value: valueStart..<valueEnd, kind: .init(bytes[name]))
    }
}

/// The members of a comma-separated list, without the white space around them; empty ones are left out.
func listMembers(of range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
    var members: [Range<Int>] = []
    var start = range.lowerBound
    var position = start
    while position <= range.upperBound {
        if position == range.upperBound || bytes[position] == UInt8(ascii: ",") {
            var lower = start
            var upper = position
            while lower < upper, bytes[lower] == ByteClass.space || bytes[lower] == ByteClass.tab { lower += 1 }
            while upper > lower, bytes[upper - 1] == ByteClass.space || bytes[upper - 1] == ByteClass.tab { upper -= 1 }
            if lower < upper { members.append(lower..<upper) }
            start = position + 1
        }
        position += 1
    }
    return members
}
