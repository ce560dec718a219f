/// The directory at the end of a zip archive.
///
/// Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16, 4.4 and 4.5.3.
struct ZipDirectory {
    private(set) var entries: [ZipEntry] = []

    private static let damaged = ArchiveFailure(
        "it is damaged: the directory of the zip archive cannot be read; copy it again"
    )

    init(of archive: [UInt8], limits: ArchiveLimits) throws(ArchiveFailure) {
        let bytes = ZipBytes(archive[...])
        let place = try Self.place(in: bytes)
        guard place.count <= limits.entries else {
            throw ArchiveFailure("it holds more than \(limits.entries) entries; unpack it yourself")
        }
        var offset = place.offset
        for _ in 0..<place.count {
            let (entry, next) = try Self.entry(at: offset, in: bytes)
            entries.append(entry)
            offset = next
        }
        guard offset == place.end else { throw Self.damaged }
        var total = 0
        for entry in entries {
            guard entry.size <= limits.total else {
                throw ArchiveFailure("it unpacks to more than \(limits.total) bytes")
            }
            total += entry.size
            try limits.check(unpacked: total, packed: archive.count)
        }
        try checkOverlap(before: place.offset)
    }

    // MARK: - Where it is

    private struct Place {
        var offset: Int
        var end: Int
        var count: Int
    }

    /// Finds the end record, which only a comment of a stated length may follow.
    private static func place(in bytes: ZipBytes) throws(ArchiveFailure) -> Place {
        let size = 22
        guard bytes.count >= size else { throw damaged }
        for start in stride(from: bytes.count - size, through: max(0, bytes.count - size - 0xFFFF), by: -1) {
            guard bytes.uint32(start) == 0x0605_4B50, bytes.int16(start + 20) == bytes.count - size - start else {
                continue
            }
            return try place(ofEnd: start, in: bytes)
        }
        throw ArchiveFailure("the zip archive ends too early: its directory is missing; copy it again")
    }

    private static func place(ofEnd end: Int, in bytes: ZipBytes) throws(ArchiveFailure) -> Place {
        guard let disk = bytes.int16(end + 4), let first = bytes.int16(end + 6), let here = bytes.int16(end + 8),
            var count = bytes.int16(end + 10), var size = bytes.int32(end + 12), var offset = bytes.int32(end + 16)
        else { throw damaged }
        var directoryEnd = end
        if bytes.uint32(end - 20) == 0x0706_4B50 {
            // Zip64: the locator says where the record with the large numbers is.
            guard let record = bytes.int64(end - 12), bytes.uint32(record) == 0x0606_4B50,
                let length = bytes.int64(record + 4), length >= 44, length <= end, record + 12 + length == end - 20,
                let largeCount = bytes.int64(record + 32), let largeSize = bytes.int64(record + 40),
                let largeOffset = bytes.int64(record + 48)
            else { throw damaged }
            (count, size, offset, directoryEnd) = (largeCount, largeSize, largeOffset, record)
        } else {
            guard disk == 0, first == 0, here == count else {
                throw ArchiveFailure("it is one part of several; join them to one archive")
            }
        }
        guard size >= 0, offset >= 0, offset <= directoryEnd, size == directoryEnd - offset else {
            throw ArchiveFailure("it is damaged, or something stands before the zip archive; copy it again")
        }
        return Place(offset: offset, end: directoryEnd, count: count)
    }

    // MARK: - Entries

    private static func entry(at offset: Int, in bytes: ZipBytes) throws(ArchiveFailure) -> (ZipEntry, next: Int) {
        guard bytes.uint32(offset) == 0x0201_4B50, let madeBy = bytes.int16(offset + 4),
            let flags = bytes.int16(offset + 8), let method = bytes.int16(offset + 10),
            let checksum = bytes.uint32(offset + 16), let packed = bytes.int32(offset + 20),
            let size = bytes.int32(offset + 24), let nameCount = bytes.int16(offset + 28),
            let extraCount = bytes.int16(offset + 30), let commentCount = bytes.int16(offset + 32),
            let attributes = bytes.int32(offset + 38), let header = bytes.int32(offset + 42),
            let name = bytes.slice(offset + 46, nameCount),
            let extra = bytes.slice(offset + 46 + nameCount, extraCount),
            bytes.slice(offset + 46 + nameCount + extraCount, commentCount) != nil
        else { throw damaged }
        // Unix and macOS keep the mode in the upper half of the attributes.
        let isUnix = madeBy >> 8 == 3 || madeBy >> 8 == 19
        var entry = ZipEntry(
            name: name,
            method: method == 0 ? .stored : method == 8 ? .deflated : .other(method),
            isEncrypted: flags & 0x2041 != 0,
            checksum: checksum,
            packedSize: packed,
            size: size,
            offset: header,
            unixType: isUnix ? attributes >> 16 & 0o170000 : nil,
            isDOS: !isUnix,
        )
        try takeLargeNumbers(from: ZipBytes(extra), into: &entry)
        guard entry.offset < offset, entry.packedSize <= bytes.count else { throw damaged }
        return (entry, offset + 46 + nameCount + extraCount + commentCount)
    }

    /// Numbers that do not fit 32 bits stand in an extra field, in a fixed order, each only where it is needed.
    private static func takeLargeNumbers(from extra: ZipBytes, into entry: inout ZipEntry) throws(ArchiveFailure) {
        let full = 0xFFFF_FFFF
        guard entry.size == full || entry.packedSize == full || entry.offset == full else { return }
        var offset = 0
        while let id = extra.int16(offset), let length = extra.int16(offset + 2) {
            guard id == 1, let field = extra.slice(offset + 4, length) else {
                offset += 4 + length
                continue
            }
            let numbers = ZipBytes(field)
            var place = 0
            func next() throws(ArchiveFailure) -> Int {
                defer { place += 8 }
                guard let number = numbers.int64(place) else { throw damaged }
                return number
            }
            if entry.size == full { entry.size = try next() }
            if entry.packedSize == full { entry.packedSize = try next() }
            if entry.offset == full { entry.offset = try next() }
            return
        }
        throw damaged
    }

    /// Entries that share their bytes multiply what an archive unpacks to; no tool writes such.
    private func checkOverlap(before end: Int) throws(ArchiveFailure) {
        var last = 0
        for entry in entries.sorted(by: { $0.offset < $1.offset }) {
            guard entry.offset >= last else { throw ArchiveFailure("its entries overlap, as only an attack has them") }
            last = entry.offset + 30 + entry.name.count + entry.packedSize
        }
        guard last <= end else { throw Self.damaged }
    }
}
