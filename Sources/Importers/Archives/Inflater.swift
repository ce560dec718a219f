import CZlib

/// Unpacks what deflate packed, piece by piece.
struct Inflater: ~Copyable {
    enum Wrapping: Int32 {
        /// Bare, as in a zip archive.
        case none = -15
        /// With gzip's header and checksum, which is checked.
        case gzip = 31
    }

    private var stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let wrapping: Wrapping

    init(_ wrapping: Wrapping) throws(ArchiveFailure) {
        self.wrapping = wrapping
        stream.initialize(to: z_stream())
        guard inflateInit2_(stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw ArchiveFailure("zlib cannot be started")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks `packed` and hands the result over in pieces.
    ///
    /// Several members of gzip behind each other are one, and zeros behind them are passed over.
    ///
    /// - Parameters:
    ///   - packed: All of the packed bytes.
    ///   - take: What to do with a piece of what comes out, which is valid during the call only.
    /// - Throws: When it is damaged, ends too early or is followed by something else; what `take` throws.
    mutating func unpack(
        _ packed: ArraySlice<UInt8>,
        take: (UnsafeBufferPointer<UInt8>) throws(ArchiveFailure) -> Void,
    ) throws(ArchiveFailure) {
        let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 17)
        defer { room.deallocate() }
        var position = packed.startIndex
        while true {
            // zlib counts in 32 bits.
            let piece = packed[position..<min(packed.endIndex, position + (1 << 30))]
            let (status, taken, made) = step(piece, into: room)
            position += taken
            if made > 0 { try take(UnsafeBufferPointer(rebasing: room[..<made])) }
            switch status {
            case Z_STREAM_END:
                while position < packed.endIndex, packed[position] == 0 { position += 1 }
                guard position < packed.endIndex else { return }
                guard wrapping == .gzip, packed[position] == 0x1F, inflateReset(stream) == Z_OK else {
                    throw ArchiveFailure("something follows the end of the packed data")
                }
            case Z_OK where taken > 0 || made > 0: continue
            case Z_OK, Z_BUF_ERROR: throw ArchiveFailure("it ends too early; copy it again")
            default: throw ArchiveFailure("it is damaged: what is packed cannot be unpacked; copy it again")
            }
        }
    }

    private func step(
        _ piece: ArraySlice<UInt8>,
        into room: UnsafeMutableBufferPointer<UInt8>,
    ) -> (status: Int32, taken: Int, made: Int) {
        piece.withUnsafeBufferPointer { bytes in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            stream.pointee.avail_in = UInt32(truncatingIfNeeded: bytes.count)
            stream.pointee.next_out = room.baseAddress
            stream.pointee.avail_out = UInt32(truncatingIfNeeded: room.count)
            let status = inflate(stream, Z_NO_FLUSH)
            return (status, bytes.count - Int(stream.pointee.avail_in), room.count - Int(stream.pointee.avail_out))
        }
    }

    /// The CRC-32 of bytes, as zip archives hold it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
    }
}
