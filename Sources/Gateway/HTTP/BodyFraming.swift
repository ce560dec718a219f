import NIOCore

/// How the end of a body is found.
enum BodyFraming: Equatable {
    case none
    /// More than zero bytes.
    case length(Int)
    case chunked
    /// Answers only: all until the connection ends.
    case untilClose
}

/// Takes a body apart as it arrives.
enum BodyReader {
    case length(remaining: Int)
    case chunked(ChunkedReader)
    case untilClose

    enum Part {
        case data(ByteBuffer)
        case end
        /// Nothing more can be read from what has arrived.
        case wait
    }

    /// A reader for a framing with a body; nil for none.
    init?(_ framing: BodyFraming) {
        switch framing {
        case .none: return nil
        case .length(let length): self = .length(remaining: length)
        case .chunked: self = .chunked(ChunkedReader())
        case .untilClose: self = .untilClose
        }
    }

    /// Takes the next part from the front of `buffer`.
    mutating func next(_ buffer: inout ByteBuffer) throws(HTTPFault) -> Part {
        switch self {
        case .length(let remaining):
            if remaining == 0 { return .end }
            guard let data = buffer.readSlice(length: min(remaining, buffer.readableBytes)), data.readableBytes > 0
            else {
                return .wait
            }
            self = .length(remaining: remaining - data.readableBytes)
            return .data(data)
        case .chunked(var reader):
            let part = try reader.next(&buffer)
            self = .chunked(reader)
            return part
        case .untilClose:
            guard let data = buffer.readSlice(length: buffer.readableBytes), data.readableBytes > 0 else {
                return .wait
            }
            return .data(data)
        }
    }
}
