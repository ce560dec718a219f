/// The archives that are read, told by their first bytes.
enum ArchiveKind: Sendable {
    case zip, tar, gzip, xz

    /// - Parameter start: The first 512 bytes of a file, or all of a shorter one.
    init?(start: ArraySlice<UInt8>) {
        func begins(_ bytes: UInt8...) -> Bool { start.starts(with: bytes) }
        if begins(0x50, 0x4B, 3, 4) || begins(0x50, 0x4B, 5, 6) {
            self = .zip
        } else if begins(0x1F, 0x8B) {
            self = .gzip
        } else if begins(0xFD, 0x37, 0x7A, 0x58, 0x5A, 0) {
            self = .xz
        } else if start.count == TarHeader.size, TarHeader.isChecksumRight(start) {
            self = .tar
        } else {
            return nil
        }
    }

    private static let endings = [
        ".tar.gz", ".tar.xz", ".tar.bz2", ".tar.zst", ".zip", ".tar", ".tgz", ".txz", ".tbz2",
    ]

    /// The name without the ending of an archive; nil when it has none.
    static func stem(of name: String) -> String? {
        let lower = name.lowercased()
        guard let ending = endings.first(where: { lower.hasSuffix($0) && lower.utf8.count > $0.utf8.count }) else {
            return nil
        }
        return String(name.dropLast(ending.count))
    }
}
