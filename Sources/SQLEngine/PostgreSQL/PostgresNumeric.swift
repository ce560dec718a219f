/// PostgreSQL's `numeric`, which sums of integers have.
///
/// Source: `numeric_send` in src/backend/utils/adt/numeric.c: count of digits, weight of the first, sign, scale as 16
/// bits each, then digits of base 10,000.
enum PostgresNumeric {
    /// An integer where it is one that fits 64 bits, a real otherwise; nil for bytes of another shape.
    static func decode(_ bytes: UnsafeRawBufferPointer) -> SQLDatum? {
        guard bytes.count >= 8, bytes.count.isMultiple(of: 2) else { return nil }
        let words = stride(from: 0, to: bytes.count, by: 2).map {
            UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt16.self))
        }
        let weight = Int(Int16(bitPattern: words[1]))
        let digits = words.dropFirst(4)
        guard digits.count == Int(words[0]), weight < 1_000, weight > -1_000 else { return nil }
        let sign: String
        switch words[2] {
        case 0x0000: sign = ""
        case 0x4000: sign = "-"
        case 0xD000: return .real(.infinity)
        case 0xF000: return .real(-.infinity)
        default: return .real(.nan)
        }
        var whole = ""
        var fraction = ""
        for position in 0..<max(digits.count, weight + 1) {
            let digit = position < digits.count ? digits[digits.startIndex + position] : 0
            let text = String(repeating: "0", count: 4 - String(digit).count) + String(digit)
            if position <= weight { whole += text } else { fraction += text }
        }
        if weight < -1 { fraction = String(repeating: "0000", count: -1 - weight) + fraction }
        if fraction.allSatisfy({ $0 == "0" }), let integer = Int64(sign + (whole.isEmpty ? "0" : whole)) {
            return .integer(integer)
        }
        return Double("\(sign)\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)").map { .real($0) }
    }
}
