/// One header block of a tar archive.
///
/// Source: POSIX.1-2024, pax, "ustar Interchange Format"; GNU tar 1.35, "Basic Tar Format".
struct TarHeader {
    enum Kind: Hashable {
        case file, folder, link, device
        /// Extended attributes of the entry that follows, or of all that follow.
        case attributes, globalAttributes
        /// The name of the entry that follows.
        case longName
        /// What is passed over: the target of a link, the label of a volume.
        case other
        case sparse
    }

    static let size = 512

    let kind: Kind
    /// Without the bytes after the first zero.
    let name: ArraySlice<UInt8>
    /// Bytes that follow the header.
    let size: Int

    /// - Parameter block: 512 bytes.
    /// - Throws: When the checksum or a number is wrong.
    init(_ block: ArraySlice<UInt8>) throws(ArchiveFailure) {
        guard block.count == Self.size, Self.isChecksumRight(block) else {
            throw ArchiveFailure("it is damaged: a header of the tar archive has a wrong checksum; copy it again")
        }
        let start = block.startIndex
        func field(_ offset: Int, _ count: Int) -> ArraySlice<UInt8> {
            block[(start + offset)..<(start + offset + count)]
        }
        guard let size = Self.number(field(124, 12)) else {
            throw ArchiveFailure("it is damaged: a size in the tar archive is no number; copy it again")
        }
        let type = block[start + 156]
        var name = Array(field(0, 100).prefix { $0 != 0 })
        // GNU's own headers use the place of the prefix for dates.
        if Array(field(257, 6)) == Array("ustar\0".utf8) {
            let prefix = field(345, 155).prefix { $0 != 0 }
            if !prefix.isEmpty { name = prefix + [UInt8(ascii: "/")] + name }
        }
        self.name = name[...]
        switch type {
        case UInt8(ascii: "0"), UInt8(ascii: "7"), 0: kind = .file
        case UInt8(ascii: "1"), UInt8(ascii: "2"): kind = .link
        case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"): kind = .device
        case UInt8(ascii: "5"), UInt8(ascii: "D"): kind = .folder
        case UInt8(ascii: "x"), UInt8(ascii: "X"): kind = .attributes
        case UInt8(ascii: "g"): kind = .globalAttributes
        case UInt8(ascii: "L"): kind = .longName
        case UInt8(ascii: "S"): kind = .sparse
        default: kind = .other
        }
        // Links, folders and devices have nothing behind them, whatever their size says; pax lets hard links have.
        switch kind {
        case .link where type == UInt8(ascii: "2"), .device: self.size = 0
        case .folder where type != UInt8(ascii: "D"): self.size = 0
        default: self.size = size
        }
    }

    /// Whether the checksum of 512 bytes is that of a header; never that of zeros.
    static func isChecksumRight(_ block: ArraySlice<UInt8>) -> Bool {
        let place = (block.startIndex + 148)..<(block.startIndex + 156)
        guard let wanted = number(block[place]), wanted > 0 else { return false }
        var sum = 0
        var signed = 0
        for index in block.indices {
            let byte = place.contains(index) ? UInt8(ascii: " ") : block[index]
            sum += Int(byte)
            signed += Int(Int8(bitPattern: byte))
        }
        return sum == wanted || signed == wanted
    }

    /// An octal number between blanks, or GNU's binary form for large ones; nil for anything else.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        guard let first = field.first else { return nil }
        if first & 0x80 != 0 {
            guard first == 0x80 else { return nil }
            var value = 0
            for byte in field.dropFirst() {
                guard value < 1 << 54 else { return nil }
                value = value << 8 | Int(byte)
            }
            return value
        }
        var value = 0
        for byte in field.drop(while: { $0 == UInt8(ascii: " ") }) {
            guard byte != 0, byte != UInt8(ascii: " ") else { break }
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte), value < 1 << 54 else { return nil }
            value = value << 3 | Int(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
