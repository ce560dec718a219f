/// A length of time in milliseconds, perhaps negative.
///
/// Source: the Cedar reference, extension `datetime`, type `duration`.
public struct TimeSpan: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The length in milliseconds.
    public let milliseconds: Int64

    /// A length of so many milliseconds.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads an optional minus and numbers with the units `d`, `h`, `m`, `s`, `ms`, in this order, each at most once.
    public init(_ text: Text) throws(ExtensionFailure) {
        var rest = Array(text.string.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        guard !rest.isEmpty else { throw ExtensionFailure("invalid duration pattern") }
        var total: Int64 = 0
        var isTooLarge = false
        for (unit, factor) in Self.units {
            guard let number = Self.take(unit, from: &rest) else { continue }
            guard let sum = Self.adding(number, times: factor, to: total, negative: isNegative) else {
                isTooLarge = true
                continue
            }
            total = sum
        }
        guard rest.isEmpty else { throw ExtensionFailure("invalid duration pattern") }
        if isTooLarge { throw ExtensionFailure("Duration overflows internal representation") }
        milliseconds = total
    }

    private static let units: [(unit: [UInt8], factor: Int64)] = [
        (Array("d".utf8), 86_400_000),
        (Array("h".utf8), 3_600_000),
        (Array("m".utf8), 60_000),
        (Array("s".utf8), 1_000),
        (Array("ms".utf8), 1),
    ]

    /// Digits followed by exactly this unit.
    private static func take(_ unit: [UInt8], from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty else { return nil }
        let behind = rest.dropFirst(digits.count)
        guard behind.starts(with: unit) else { return nil }
        let next = behind.dropFirst(unit.count)
        if unit == [UInt8(ascii: "m")], next.first == UInt8(ascii: "s") { return nil }
        rest = next
        return digits
    }

    private static func adding(
        _ digits: ArraySlice<UInt8>,
        times factor: Int64,
        to total: Int64,
        negative: Bool,
    ) -> Int64? {
        var value: Int64 = 0
        for digit in digits {
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let units = Int64(digit) - 48
            let (sum, over) = product.addingReportingOverflow(negative ? -units : units)
            if tooLarge || over { return nil }
            value = sum
        }
        let (product, tooLarge) = value.multipliedReportingOverflow(by: factor)
        let (sum, over) = total.addingReportingOverflow(product)
        return tooLarge || over ? nil : sum
    }

    /// The milliseconds with their unit.
    public var description: String { "\(milliseconds)ms" }

    /// Order of the lengths.
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.milliseconds < right.milliseconds }
}
