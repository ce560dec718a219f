import CLZMA

/// Unpacks what xz packed, piece by piece; checksums are checked.
struct XZDecoder: ~Copyable {
    private var stream = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)

    /// The largest dictionary is 4 GB by the format; real archives need 65 MB at the highest preset.
    private static let memory: UInt64 = 256 << 20

    /// `LZMA_TELL_UNSUPPORTED_CHECK` and `LZMA_CONCATENATED`, macros that Swift does not see.
    private static let flags: UInt32 = 0x02 | 0x08

    init() throws(ArchiveFailure) {
        stream.initialize(to: lzma_stream())
        guard lzma_stream_decoder(stream, Self.memory, Self.flags) == LZMA_OK else {
            throw ArchiveFailure("liblzma cannot be started")
        }
    }

    deinit {
        lzma_end(stream)
        stream.deallocate()
    }

    /// Unpacks `packed`, all of it, and hands the result over in pieces, each valid during the call only.
    ///
    /// - Throws: When it is damaged, ends too early or needs too much memory; what `take` throws.
    mutating func unpack(
        _ packed: ArraySlice<UInt8>,
        take: (UnsafeBufferPointer<UInt8>) throws(ArchiveFailure) -> Void,
    ) throws(ArchiveFailure) {
        let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 17)
        defer { room.deallocate() }
        var position = packed.startIndex
        while true {
            let (status, taken, made) = step(packed[position...], into: room)
            position += taken
            if made > 0 { try take(UnsafeBufferPointer(rebasing: room[..<made])) }
            switch status {
            case LZMA_STREAM_END: return
            case LZMA_OK where taken > 0 || made > 0: continue
            case LZMA_OK, LZMA_BUF_ERROR: throw ArchiveFailure("it ends too early; copy it again")
            case LZMA_MEMLIMIT_ERROR: throw ArchiveFailure("it needs more than 256 MB to unpack; unpack it yourself")
            case LZMA_UNSUPPORTED_CHECK: throw ArchiveFailure("its checksums are of an unknown kind; pack it again")
            default: throw ArchiveFailure("it is damaged: what is packed cannot be unpacked; copy it again")
            }
        }
    }

    private func step(
        _ piece: ArraySlice<UInt8>,
        into room: UnsafeMutableBufferPointer<UInt8>,
    ) -> (status: lzma_ret, taken: Int, made: Int) {
        piece.withUnsafeBufferPointer { bytes in
            stream.pointee.next_in = bytes.baseAddress
            stream.pointee.avail_in = bytes.count
            stream.pointee.next_out = room.baseAddress
            stream.pointee.avail_out = room.count
            let status = lzma_code(stream, LZMA_FINISH)
            return (status, bytes.count - stream.pointee.avail_in, room.count - stream.pointee.avail_out)
        }
    }
}
