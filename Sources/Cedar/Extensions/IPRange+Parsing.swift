extension IPRange {
    /// Reads an address, perhaps with a slash and a prefix.
    ///
    /// IPv4 inside IPv6, zones, leading zeros and prefixes with leading zeros are refused.
    public init(_ text: Text) throws(ExtensionFailure) {
        let bytes = Array(text.string.utf8)
        let colons = bytes.count { $0 == UInt8(ascii: ":") }
        let dots = bytes.count { $0 == UInt8(ascii: ".") }
        if colons >= 2, dots >= 2 {
            throw ExtensionFailure(
                "error parsing IP address from string: We do not accept IPv4 embedded in IPv6 "
                    + "(e.g., ::ffff:127.0.0.1). Found: `\(text)`"
            )
        }
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
            guard let (address, isV4) = Self.address(bytes[...]) else {
                throw ExtensionFailure("invalid IP address: \(text)")
            }
            self.init(address: address, prefix: isV4 ? 32 : 128, isV4: isV4)
            return
        }
        guard let (address, isV4) = Self.address(bytes[..<slash]) else {
            let found = String(decoding: bytes[..<slash], as: UTF8.self)
            throw ExtensionFailure("error parsing IP address from the string `\(found)`: invalid IP address syntax")
        }
        let prefix = try Self.prefix(bytes[(slash + 1)...], digits: isV4 ? 2 : 3, limit: isV4 ? 32 : 128)
        self.init(address: address, prefix: prefix, isV4: isV4)
    }

    private static func prefix(
        _ bytes: ArraySlice<UInt8>,
        digits: Int,
        limit: Int,
    ) throws(ExtensionFailure) -> UInt8 {
        let text = String(decoding: bytes, as: UTF8.self)
        if bytes.count > digits {
            throw ExtensionFailure("error parsing prefix: string length \(bytes.count) is too large")
        }
        if bytes.isEmpty {
            throw ExtensionFailure(
                "error parsing prefix from the string `\(text)`: cannot parse integer from empty string"
            )
        }
        guard bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw ExtensionFailure("error parsing prefix `\(text)`: encountered non-digit")
        }
        if bytes.count > 1, bytes.first == UInt8(ascii: "0") {
            throw ExtensionFailure("error parsing prefix `\(text)`: leading zero(s)")
        }
        let value = bytes.reduce(0) { $0 * 10 + Int($1) - 48 }
        if value > limit {
            throw ExtensionFailure("error parsing prefix: \(value) is larger than the limit \(limit)")
        }
        return UInt8(value)
    }

    private static func address(_ bytes: ArraySlice<UInt8>) -> (UInt128, Bool)? {
        if let address = v4(bytes) { return (address, true) }
        return v6(bytes).map { ($0, false) }
    }

    /// Four decimal numbers up to 255 without leading zeros.
    private static func v4(_ bytes: ArraySlice<UInt8>) -> UInt128? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt128 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0") else { return nil }
            var value = 0
            for byte in part {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                value = value * 10 + Int(byte) - 48
            }
            guard value < 256 else { return nil }
            address = address << 8 | UInt128(value)
        }
        return address
    }

    /// Eight groups of one to four hexadecimal digits; `::` stands for one or more groups of zeros.
    private static func v6(_ bytes: ArraySlice<UInt8>) -> UInt128? {
        let colon = UInt8(ascii: ":")
        var split: Int?
        for index in bytes.indices.dropLast() where bytes[index] == colon && bytes[index + 1] == colon {
            split = index
            break
        }
        guard let split else {
            guard let all = groups(bytes), all.count == 8 else { return nil }
            return joined(all)
        }
        guard let head = groups(bytes[..<split]), let tail = groups(bytes[(split + 2)...]) else { return nil }
        guard head.count + tail.count < 8 else { return nil }
        return joined(head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail)
    }

    private static func joined(_ groups: [UInt128]) -> UInt128 {
        groups.reduce(0) { $0 << 16 | $1 }
    }

    private static func groups(_ bytes: ArraySlice<UInt8>) -> [UInt128]? {
        if bytes.isEmpty { return [] }
        var groups: [UInt128] = []
        for part in bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
            guard (1...4).contains(part.count) else { return nil }
            var value: UInt128 = 0
            for byte in part {
                guard let digit = hexadecimal(byte) else { return nil }
                value = value << 4 | digit
            }
            groups.append(value)
        }
        return groups
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt128? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt128(byte - 48)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt128(byte - 87)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt128(byte - 55)
        default: nil
        }
    }
}
