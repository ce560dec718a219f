/// An IPv4 or IPv6 address with the length of its network prefix.
///
/// A single address has the full prefix. Host bits behind the prefix are kept, so that `10.0.0.1/8` and `10.0.0.0/8`
/// differ although each is in the range of the other.
///
/// Source: the Cedar reference, extension `ipaddr`.
public struct IPRange: Hashable, Sendable, CustomStringConvertible {
    /// Boxed, since 18 bytes inline would enlarge every value.
    private let storage: Storage

    private final class Storage: Sendable {
        let address: UInt128
        let prefix: UInt8
        let isV4: Bool

        init(address: UInt128, prefix: UInt8, isV4: Bool) {
            self.address = address
            self.prefix = prefix
            self.isV4 = isV4
        }
    }

    init(address: UInt128, prefix: UInt8, isV4: Bool) {
        storage = Storage(address: address, prefix: prefix, isV4: isV4)
    }

    /// The bits of the address; 32 for IPv4.
    public var address: UInt128 { storage.address }

    /// Bits that name the network, at most 32 for IPv4 and 128 for IPv6.
    public var prefix: Int { Int(storage.prefix) }

    /// Whether this is IPv4.
    public var isV4: Bool { storage.isV4 }

    /// Whether all addresses lie in 127.0.0.0/8, or this is ::1.
    public var isLoopback: Bool {
        isV4 ? address >> 24 == 127 && prefix >= 8 : address == 1 && prefix == 128
    }

    /// Whether all addresses lie in 224.0.0.0/4 or ff00::/8.
    public var isMulticast: Bool {
        isV4 ? address >> 28 == 0xE && prefix >= 4 : address >> 120 == 0xFF && prefix >= 8
    }

    /// Whether all addresses of this lie in `other`.
    public func isInRange(of other: IPRange) -> Bool {
        guard isV4 == other.isV4, prefix >= other.prefix else { return false }
        let shift = (isV4 ? 32 : 128) - other.prefix
        return address >> shift == other.address >> shift
    }

    /// Equality of family, address and prefix.
    public static func == (left: IPRange, right: IPRange) -> Bool {
        left.address == right.address && left.prefix == right.prefix && left.isV4 == right.isV4
    }

    /// Hashes family, address and prefix.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(address)
        hasher.combine(prefix)
        hasher.combine(isV4)
    }

    /// The address, and the prefix behind a slash unless it is full.
    public var description: String {
        isV4
            ? [24, 16, 8, 0].map { String((address >> $0) & 0xFF) }.joined(separator: ".")
                + (prefix == 32 ? "" : "/\(prefix)")
            : groups + (prefix == 128 ? "" : "/\(prefix)")
    }

    /// IPv6 text with the longest run of zeros shortened.
    ///
    /// Source: RFC 5952, section 4.
    private var groups: String {
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: address >> (112 - 16 * $0)) }
        var best = 0..<0
        var index = 0
        while index < 8 {
            var end = index
            while end < 8, groups[end] == 0 { end += 1 }
            if end - index > best.count, end - index > 1 { best = index..<end }
            index = max(end, index + 1)
        }
        let text = { (part: ArraySlice<UInt16>) in part.map { String($0, radix: 16) }.joined(separator: ":") }
        if best.isEmpty { return text(groups[...]) }
        return text(groups[..<best.lowerBound]) + "::" + text(groups[best.upperBound...])
    }
}
