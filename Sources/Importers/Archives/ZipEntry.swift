/// One file of a zip archive, as its directory describes it.
struct ZipEntry: Sendable {
    enum Method: Sendable, Hashable {
        case stored, deflated
        case other(Int)
    }

    var name: ArraySlice<UInt8>
    var method: Method
    var isEncrypted: Bool
    var checksum: UInt32
    /// Bytes as they are packed.
    var packedSize: Int
    /// Bytes when they are unpacked.
    var size: Int
    /// Where its own header stands in the archive.
    var offset: Int
    /// The kind of file by the mode that Unix keeps; nil where the archive was made elsewhere.
    var unixType: Int?
    /// Whether `\` parts names.
    var isDOS: Bool
}
