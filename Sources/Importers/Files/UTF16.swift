/// The text of a file as UTF-8: UTF-16 that begins with its mark is turned into it, everything else stays as it is.
///
/// Windows tools write UTF-16 where nobody asked for it. Half a surrogate pair and a last odd byte become U+FFFD.
func asUTF8(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 2 else { return bytes }
    let isLittle = (bytes[0], bytes[1]) == (0xFF, 0xFE)
    guard isLittle || (bytes[0], bytes[1]) == (0xFE, 0xFF) else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var units = UnitIterator(bytes: bytes, isLittle: isLittle)
    var decoder = UTF16()
    while true {
        switch decoder.decode(&units) {
        case .scalarValue(let scalar): text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        case .error: text.append(contentsOf: UTF8.encodedReplacementCharacter)
        case .emptyInput: return text
        }
    }
}

private struct UnitIterator: IteratorProtocol {
    let bytes: [UInt8]
    let isLittle: Bool
    var position = 2

    mutating func next() -> UInt16? {
        guard position < bytes.count else { return nil }
        let first = UInt16(bytes[position])
        // A half unit at the end can be no character.
        let second = position + 1 < bytes.count ? UInt16(bytes[position + 1]) : 0xD8
        position += 2
        return isLittle ? second << 8 | first : first << 8 | second
    }
}
