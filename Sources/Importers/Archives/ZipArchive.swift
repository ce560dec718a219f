/// A zip archive in memory; files are unpacked one by one when they are read.
struct ZipArchive: Sendable {
    private let bytes: [UInt8]
    private let directory: [ZipEntry]

    init(_ bytes: [UInt8], limits: ArchiveLimits) throws(ArchiveFailure) {
        self.bytes = bytes
        directory = try ZipDirectory(of: bytes, limits: limits).entries
    }

    /// What it holds; nothing is unpacked yet.
    func content(limits: ArchiveLimits) throws(ArchiveFailure) -> ArchiveContent {
        var content = ArchiveContent(limits: limits)
        for entry in directory {
            try content.count()
            let isFolder =
                entry.name.last.map { $0 == UInt8(ascii: "/") || entry.isDOS && $0 == UInt8(ascii: "\\") } ?? true
            guard let path = content.path(of: entry.name, isDOS: entry.isDOS) else { continue }
            switch entry.unixType {
            case 0o120000: content.remark(path, ArchiveContent.linkReason)
            case 0o040000: content.addFolder(path)
            case nil, 0, 0o100000:
                if isFolder { content.addFolder(path) } else { content.add(.zipped(entry, in: self), at: path) }
            default: content.remark(path, ArchiveContent.deviceReason)
            }
        }
        return content
    }

    /// Unpacks a file.
    ///
    /// - Throws: When it is encrypted, packed in another way, too large or damaged.
    func bytes(of entry: ZipEntry, limit: Int) throws(Unreadable) -> [UInt8] {
        guard !entry.isEncrypted else {
            throw Unreadable(reason: "it is encrypted; unpack the archive with its password and import the folder")
        }
        guard entry.size <= limit else {
            throw Unreadable(reason: "it holds \(entry.size) bytes, more than the limit of \(limit); split it")
        }
        let packed = try packedBytes(of: entry)
        let result: [UInt8]
        switch entry.method {
        case .stored:
            guard entry.packedSize == entry.size else { throw Self.damaged("its sizes differ") }
            result = Array(packed)
        case .deflated:
            result = try inflated(packed, size: entry.size)
        case .other(let method):
            throw Unreadable(reason: "it is packed by method \(method), which is not read; pack it again with deflate")
        }
        guard Inflater.checksum(result) == entry.checksum else { throw Self.damaged("its checksum is another") }
        return result
    }

    /// The bytes behind the entry's own header, which has to name the same file as the directory does.
    private func packedBytes(of entry: ZipEntry) throws(Unreadable) -> ArraySlice<UInt8> {
        let all = ZipBytes(bytes[...])
        guard all.uint32(entry.offset) == 0x0403_4B50, let nameCount = all.int16(entry.offset + 26),
            let extraCount = all.int16(entry.offset + 28), let name = all.slice(entry.offset + 30, nameCount),
            let packed = all.slice(entry.offset + 30 + nameCount + extraCount, entry.packedSize)
        else { throw Self.damaged("its header cannot be read") }
        guard name == entry.name else {
            throw Unreadable(reason: "the archive names it twice and differently; pack it again")
        }
        return packed
    }

    private func inflated(_ packed: ArraySlice<UInt8>, size: Int) throws(Unreadable) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(size)
        do throws(ArchiveFailure) {
            var inflater = try Inflater(.none)
            try inflater.unpack(packed) { piece throws(ArchiveFailure) in
                guard result.count + piece.count <= size else { throw ArchiveFailure("it is longer than stated") }
                result += piece
            }
        } catch {
            throw Self.damaged(error.reason)
        }
        guard result.count == size else { throw Self.damaged("it is shorter than stated") }
        return result
    }

    private static func damaged(_ what: String) -> Unreadable {
        Unreadable(reason: "it is damaged in the archive: \(what); copy the archive again")
    }
}
