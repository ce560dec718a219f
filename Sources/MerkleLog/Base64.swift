/// Standard Base64 with padding, strict: one text for one value.
///
/// Source: RFC 4648, section 4.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: .max, count: 256)
        for (value, letter) in alphabet.enumerated() {
            values[Int(letter)] = UInt8(value)
        }
        return values
    }()

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for (place, byte) in group.enumerated() {
                bits |= UInt32(byte) << (16 - 8 * place)
            }
            for place in 0..<4 {
                let letter = alphabet[Int(bits >> (18 - 6 * place) & 63)]
                text.append(place <= group.count ? letter : padding)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Returns nil for any text that ``encode(_:)`` would not have written: line breaks, missing padding, stray bits.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 4) else { return nil }
        let letters = Array(text)
        let padded = letters.suffix(2).filter { $0 == padding }.count
        guard padded == 0 || letters.last == padding else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for letter in letters.dropLast(padded) {
            let value = values[Int(letter)]
            guard value != .max else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
                bits &= 1 << count - 1
            }
        }
        return bits == 0 ? bytes : nil
    }
}
