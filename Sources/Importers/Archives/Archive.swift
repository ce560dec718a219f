/// Reads an archive in memory: nothing is written anywhere, and no other program is run.
enum Archive {
    /// What the archive holds.
    ///
    /// - Parameters:
    ///   - bytes: All of the archive.
    ///   - kind: What it is, by its first bytes.
    ///   - limits: How much it may hold.
    ///   - fileSizeLimit: Files above this many bytes are rejected.
    ///   - wants: Whether the bytes of the file at a path will be asked for.
    /// - Returns: Its files, unpacked or ready to be, and what is to be said of the rest.
    /// - Throws: `ArchiveFailure` when it is damaged, ends too early or goes beyond a limit; nothing of it is taken then.
    static func content(
        of bytes: [UInt8],
        kind: ArchiveKind,
        limits: ArchiveLimits = ArchiveLimits(),
        fileSizeLimit: Int,
        wants: @escaping (String) -> Bool,
    ) throws(ArchiveFailure) -> ArchiveContent {
        if kind == .zip { return try ZipArchive(bytes, limits: limits).content(limits: limits) }
        var reader = TarReader(limits: limits, fileSizeLimit: fileSizeLimit, wants: wants)
        var total = 0
        var isTar: Bool?
        func take(_ piece: UnsafeBufferPointer<UInt8>) throws(ArchiveFailure) {
            total += piece.count
            try limits.check(unpacked: total, packed: bytes.count)
            if isTar == nil {
                isTar =
                    piece.count >= TarHeader.size && TarHeader.isChecksumRight(Array(piece.prefix(TarHeader.size))[...])
                // An archive without entries is nothing but zeros.
                let isEmpty = piece.count >= TarHeader.size && piece.allSatisfy { $0 == 0 }
                guard isTar == true || isEmpty else {
                    throw ArchiveFailure("what is packed is no tar archive; unpack it and import the file itself")
                }
            }
            try reader.take(piece)
        }
        switch kind {
        case .gzip:
            var inflater = try Inflater(.gzip)
            try inflater.unpack(bytes[...], take: take)
        case .xz:
            var decoder = try XZDecoder()
            try decoder.unpack(bytes[...], take: take)
        case .tar, .zip:
            var failure: ArchiveFailure?
            bytes.withUnsafeBufferPointer { buffer in
                do throws(ArchiveFailure) { try take(buffer) } catch { failure = error }
            }
            if let failure { throw failure }
        }
        return try reader.finish()
    }
}
