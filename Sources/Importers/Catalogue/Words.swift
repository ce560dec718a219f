/// The words of a name written as programs write it: `getAllUsers` and `get_all-users` are `get`, `all`, `users`.
func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasSmall = false
    for byte in name.utf8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            if wasSmall, !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word = []
            }
            word.append(byte | 0x20)
            wasSmall = false
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            word.append(byte)
            wasSmall = true
        default:
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
            wasSmall = false
        }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
}
