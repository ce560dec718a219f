/// Whether the last six of the characters are CRC-32 of those before, in base 62 with digits first.
func hasTrailingCRC32(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.count > 6 else { return false }
    var value = crc32(token.dropLast(6))
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    for index in (0..<6).reversed() {
        guard token[token.count - 6 + index] == alphabet[Int(value % 62)] else { return false }
        value /= 62
    }
    return true
}

/// CRC-32 with the reflected polynomial 0xEDB88320.
///
/// Source: ISO/IEC 3309; RFC 1952, section 8.
func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
}
