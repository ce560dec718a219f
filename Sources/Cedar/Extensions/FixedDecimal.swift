/// A number with four digits behind the point, from -922337203685477.5808 to 922337203685477.5807.
///
/// Source: the Cedar reference, extension `decimal`.
public struct FixedDecimal: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number times 10,000.
    public let tenThousandths: Int64

    /// The number `tenThousandths` / 10,000.
    public init(tenThousandths: Int64) {
        self.tenThousandths = tenThousandths
    }

    /// Reads an optional minus, digits, a point, and one to four digits.
    public init(_ text: Text) throws(ExtensionFailure) {
        var bytes = Array(text.string.utf8)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes = bytes.dropFirst() }
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, Self.areDigits(parts[0]), Self.areDigits(parts[1]) else {
            throw ExtensionFailure("`\(text)` is not a well-formed decimal value")
        }
        guard parts[1].count <= 4 else {
            throw ExtensionFailure("too many digits after the decimal in `\(text)`")
        }
        let fraction = Array(parts[1]) + Array(repeating: UInt8(ascii: "0"), count: 4 - parts[1].count)
        var value: Int64 = 0
        for digit in Array(parts[0]) + fraction {
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let units = Int64(digit) - 48
            let (sum, over) = product.addingReportingOverflow(isNegative ? -units : units)
            if tooLarge || over { throw ExtensionFailure("overflow when converting to decimal") }
            value = sum
        }
        tenThousandths = value
    }

    private static func areDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// At least one digit on each side of the point, no needless zeros.
    public var description: String {
        let magnitude = tenThousandths.magnitude
        var fraction = String(magnitude % 10_000)
        fraction = String(repeating: "0", count: 4 - fraction.utf8.count) + fraction
        while fraction.utf8.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
        return (tenThousandths < 0 ? "-" : "") + "\(magnitude / 10_000).\(fraction)"
    }

    /// Order of the numbers.
    public static func < (left: FixedDecimal, right: FixedDecimal) -> Bool {
        left.tenThousandths < right.tenThousandths
    }
}
