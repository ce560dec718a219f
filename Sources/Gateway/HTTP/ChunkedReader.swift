import NIOCore

/// Takes the chunked transfer coding apart: data comes out, extensions and trailers are checked and dropped.
///
/// Source: RFC 9112, section 7.1; bare line feeds, white space around sizes and sizes of more than 15 digits are refused.
struct ChunkedReader {
    private var state = State.size(0, digits: 0)
    /// Bytes of extensions and trailers so far.
    private var extra = 0

    private static let extraLimit = 16_384

    private enum State {
        case size(Int, digits: Int)
        case sizeExtension(Int)
        case sizeLineFeed(Int)
        case data(Int)
        case dataReturn
        case dataLineFeed
        /// At the beginning of a trailer line, or of the empty line that ends it all.
        case trailerStart
        case trailerName
        case trailerValue
        case trailerLineFeed
        case lastLineFeed
        case end
    }

    mutating func next(_ buffer: inout ByteBuffer) throws(HTTPFault) -> BodyReader.Part {
        while true {
            if case .end = state { return .end }
            if case .data(let remaining) = state {
                guard let data = buffer.readSlice(length: min(remaining, buffer.readableBytes)), data.readableBytes > 0
                else { return .wait }
                state = data.readableBytes == remaining ? .dataReturn : .data(remaining - data.readableBytes)
                return .data(data)
            }
            guard let byte = buffer.readInteger(as: UInt8.self) else { return .wait }
            state = try after(byte)
        }
    }

    private mutating func after(_ byte: UInt8) throws(HTTPFault) -> State {
        switch state {
        case .size(let size, let digits):
            if let digit = ByteClass.hexValue(byte) {
                guard digits < 15 else { throw .badChunk }
                return .size(size << 4 | Int(digit), digits: digits + 1)
            }
            guard digits > 0 else { throw .badChunk }
            if byte == ByteClass.carriageReturn { return .sizeLineFeed(size) }
            guard byte == UInt8(ascii: ";") else { throw .badChunk }
            return .sizeExtension(size)
        case .sizeExtension(let size):
            if byte == ByteClass.carriageReturn { return .sizeLineFeed(size) }
            guard ByteClass.isFieldContent(byte) else { throw .badChunk }
            try countExtra()
            return state
        case .sizeLineFeed(let size):
            guard byte == ByteClass.lineFeed else { throw .badChunk }
            return size == 0 ? .trailerStart : .data(size)
        case .dataReturn:
            guard byte == ByteClass.carriageReturn else { throw .badChunk }
            return .dataLineFeed
        case .dataLineFeed:
            guard byte == ByteClass.lineFeed else { throw .badChunk }
            return .size(0, digits: 0)
        case .trailerStart:
            if byte == ByteClass.carriageReturn { return .lastLineFeed }
            guard ByteClass.isToken(byte) else { throw .badTrailer }
            return .trailerName
        case .trailerName:
            try countExtra()
            if byte == ByteClass.colon { return .trailerValue }
            guard ByteClass.isToken(byte) else { throw .badTrailer }
            return state
        case .trailerValue:
            try countExtra()
            if byte == ByteClass.carriageReturn { return .trailerLineFeed }
            guard ByteClass.isFieldContent(byte) else { throw .badTrailer }
            return state
        case .trailerLineFeed:
            guard byte == ByteClass.lineFeed else { throw .badTrailer }
            return .trailerStart
        case .lastLineFeed:
            guard byte == ByteClass.lineFeed else { throw .badTrailer }
            return .end
        case .data, .end: return state
        }
    }

    private mutating func countExtra() throws(HTTPFault) {
        extra += 1
        if extra > Self.extraLimit { throw .badTrailer }
    }
}
