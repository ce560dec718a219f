/// A short summary of a set of lines, by which the likeness of two sets can be told without the lines.
///
/// MinHash: for each of 128 fixed hash functions the least value over all lines. Two sketches agree in as many places as
/// their sets have in common, in proportion: the share of equal places estimates the Jaccard index with a standard
/// error of at most 0.045. Lines that stand several times count as different ones, so that five of something are not
/// like one of it.
///
/// Source: A. Broder, "On the resemblance and containment of documents", 1997.
package struct GraphSketch: Sendable, Hashable {
    package static let places = 128

    /// One value a hash function.
    package let values: [UInt32]

    /// The sketch of lines such as `node slack post` or `edge webhook slack`; the order of lines plays no part.
    ///
    /// - Returns: nil for fewer than three lines, which say too little.
    package init?(lines: some Sequence<String>) {
        var times: [String: UInt64] = [:]
        var values = [UInt32](repeating: .max, count: Self.places)
        var count = 0
        for line in lines {
            count += 1
            let time = times[line, default: 0]
            times[line] = time + 1
            let hash = Self.hash(line) &+ time &* 0x9E37_79B9_7F4A_7C15
            // 128 functions out of two: the values of `a + i * b` are as good as independent for this purpose.
            let (a, b) = (Self.mixed(hash), Self.mixed(hash ^ 0xD6E8_FEB8_6659_FD93) | 1)
            for place in 0..<Self.places {
                let value = UInt32(truncatingIfNeeded: (a &+ UInt64(place) &* b) >> 32)
                if value < values[place] { values[place] = value }
            }
        }
        guard count >= 3 else { return nil }
        self.values = values
    }

    /// The estimated share of lines that two sets have in common, 0 to 1.
    package func likeness(to other: GraphSketch) -> Double {
        var equal = 0
        for place in 0..<Self.places where values[place] == other.values[place] { equal += 1 }
        return Double(equal) / Double(Self.places)
    }

    /// FNV-1a of 64 bits.
    private static func hash(_ line: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    /// The finishing step of MurmurHash3, which spreads each bit over all.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return value ^ (value >> 33)
    }
}

extension GraphSketch: Codable {
    /// As hexadecimal text, eight digits a value.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = Array(try container.decode(String.self).utf8)
        var values: [UInt32] = []
        for start in stride(from: 0, to: text.count - 7, by: 8) {
            guard let value = UInt32(String(decoding: text[start..<start + 8], as: UTF8.self), radix: 16) else { break }
            values.append(value)
        }
        guard values.count == Self.places, text.count == Self.places * 8 else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no sketch of a graph")
        }
        self.values = values
    }

    package func encode(to encoder: any Encoder) throws {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(Self.places * 8)
        for value in values {
            for shift in stride(from: 28, through: 0, by: -4) { text.append(digits[Int(value >> UInt32(shift) & 15)]) }
        }
        var container = encoder.singleValueContainer()
        try container.encode(String(decoding: text, as: UTF8.self))
    }
}
