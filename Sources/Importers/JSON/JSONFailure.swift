/// Why a text is not JSON that can be read here, and where.
struct JSONFailure: Error, Hashable {
    /// Offset in bytes from the start of the text.
    var offset: Int
    var reason: String
}

extension JSONFailure {
    /// Line and column of the failure, both counted from 1; columns count Unicode scalars.
    func position(in bytes: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}
