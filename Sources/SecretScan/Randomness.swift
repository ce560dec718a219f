/// How far a text is from words that a person would write.
struct Randomness {
    /// Different bytes in it.
    private(set) var distinct = 0
    /// Bits of information per byte, by how often each byte occurs.
    private(set) var entropy = 0.0
    private(set) var digits = 0
    private(set) var smallLetters = 0
    private(set) var capitals = 0
    private(set) var others = 0

    init(of bytes: UnsafeBufferPointer<UInt8>) {
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes {
            counts[Int(byte)] += 1
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"): smallLetters += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
            default: others += 1
            }
        }
        let total = Double(bytes.count)
        for count in counts where count > 0 {
            distinct += 1
            entropy -= Double(count) / total * logarithm(Double(count) / total)
        }
    }

    /// Kinds of characters in it: digits, small letters, capitals, others.
    var classes: Int { [digits, smallLetters, capitals, others].count { $0 > 0 } }

    /// Whether it has both letters and digits.
    var isMixed: Bool { digits > 0 && smallLetters + capitals > 0 }
}

/// The logarithm to base 2 of a number above 0 and up to 1, to about six decimals.
///
/// Own arithmetic, so that the module needs no C library: exponent from the bit pattern, then a series for the rest.
private func logarithm(_ number: Double) -> Double {
    let ratio = (number.significand - 1) / (number.significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for odd in stride(from: 1.0, through: 21.0, by: 2.0) {
        sum += term / odd
        term *= square
    }
    return Double(number.exponent) + 2 * sum / 0.693_147_180_559_945_3
}
