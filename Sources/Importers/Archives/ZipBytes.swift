/// Little-endian numbers in bytes that may end too early.
struct ZipBytes {
    let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    /// The bytes from `offset` on; nil when there are fewer than `count`.
    func slice(_ offset: Int, _ count: Int) -> ArraySlice<UInt8>? {
        guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
        return bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + count)]
    }

    func number(_ offset: Int, _ count: Int) -> UInt64? {
        slice(offset, count)?.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    func int16(_ offset: Int) -> Int? { number(offset, 2).map { Int($0) } }

    func int32(_ offset: Int) -> Int? { number(offset, 4).map { Int($0) } }

    /// nil also for what is larger than any archive.
    func int64(_ offset: Int) -> Int? { number(offset, 8).flatMap { Int(exactly: $0) } }

    func uint32(_ offset: Int) -> UInt32? { number(offset, 4).map { UInt32(truncatingIfNeeded: $0) } }
}
