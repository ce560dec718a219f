/// How much an archive may hold; what goes beyond makes it refused as a whole.
struct ArchiveLimits: Sendable {
    /// Bytes of the archive itself.
    var archive = 512 << 20
    /// Bytes of all files in it, unpacked.
    var total = 1 << 30
    /// Files, folders and whatever else has a name in it.
    var entries = 200_000
    /// How many times larger than itself it may unpack to; real exports reach some twenty.
    var ratio = 250
    /// Below this many bytes unpacked the ratio is not looked at.
    var ratioFloor = 64 << 20

    /// - Throws: `ArchiveFailure` when `unpacked` bytes are too many for an archive of `packed` bytes.
    func check(unpacked: Int, packed: Int) throws(ArchiveFailure) {
        guard unpacked <= total else {
            throw ArchiveFailure("it unpacks to more than \(total) bytes; unpack it yourself")
        }
        guard unpacked <= ratioFloor || unpacked / ratio <= packed else {
            throw ArchiveFailure("it unpacks to more than \(ratio) times its own size, as only an attack does")
        }
    }
}

/// Why an archive is refused as a whole: lower case, one line, what follows "cannot be read:".
struct ArchiveFailure: Error, Hashable {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
