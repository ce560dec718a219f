/// Keeps the gateway's and the console's own cookies from upstreams.
enum CookieFilter {
    /// The places of the `name=value` pairs that are not ours.
    static func foreignPairs(in value: Range<Int>, of bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
        var pairs: [Range<Int>] = []
        var start = value.lowerBound
        while start < value.upperBound {
            let end = bytes[start..<value.upperBound].firstIndex(of: UInt8(ascii: ";")) ?? value.upperBound
            var lower = start
            while lower < end, bytes[lower] == ByteClass.space || bytes[lower] == ByteClass.tab { lower += 1 }
            if lower < end, !isOurs(bytes[lower..<end]) { pairs.append(lower..<end) }
            start = end + 1
        }
        return pairs
    }

    private static func isOurs(_ pair: Slice<UnsafeRawBufferPointer>) -> Bool {
        var name = pair
        for prefix: StaticString in ["__host-", "__secure-"] where ByteClass.begins(name, with: prefix) {
            name = name.dropFirst(prefix.utf8CodeUnitCount)
        }
        return ByteClass.begins(name, with: "penstock")
    }
}
