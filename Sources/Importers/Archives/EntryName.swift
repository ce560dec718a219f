/// The name of an entry as a path below the root of its archive.
enum EntryName {
    enum Verdict: Hashable {
        /// With `/` between names and none in front or behind; empty for the root itself.
        case path(String)
        case refused(String)
    }

    /// Names that lead out of the archive, or could not be files, are refused.
    ///
    /// - Parameters:
    ///   - bytes: The name as it stands in the archive.
    ///   - isDOS: Whether `\` parts names, as archives made on Windows have it.
    /// - Returns: The path, with what leads nowhere (`.`, doubled slashes) left out.
    static func verdict(on bytes: ArraySlice<UInt8>, isDOS: Bool = false) -> Verdict {
        guard bytes.count <= 4096 else { return .refused("its name is longer than 4096 bytes") }
        guard !bytes.contains(0) else { return .refused("its name holds a zero byte") }
        let text = String(decoding: bytes, as: UTF8.self)
        let unified = isDOS ? String(text.map { $0 == "\\" ? "/" : $0 }) : text
        guard unified.first != "/" else { return .refused("its name is an absolute path") }
        let bytes = Array(unified.utf8.prefix(3))
        if bytes.count >= 2, bytes[1] == UInt8(ascii: ":"), isLetter(bytes[0]),
            isDOS || bytes.last == UInt8(ascii: "\\")
        {
            return .refused("its name is an absolute path")
        }
        let names = unified.split(separator: "/").filter { $0 != "." }
        guard !names.contains("..") else { return .refused("its name leads out of the archive") }
        guard names.count <= 256 else { return .refused("more than 256 folders within each other") }
        return .path(names.joined(separator: "/"))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
