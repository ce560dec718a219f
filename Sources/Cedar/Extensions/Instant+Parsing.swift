extension Instant {
    /// Reads `YYYY-MM-DD`, or that with `Thh:mm:ss`, perhaps `.SSS`, and `Z` or an offset `±hhmm`.
    ///
    /// The whole pattern is checked first, then the calendar, the clock and the offset.
    public init(_ text: Text) throws(ExtensionFailure) {
        var reader = DigitReader(bytes: Array(text.string.utf8))
        guard let year = reader.digits(4), reader.take("-"), let month = reader.digits(2), reader.take("-"),
            let day = reader.digits(2)
        else { throw ExtensionFailure("invalid date pattern") }
        let dateText = reader.text(0, 10)
        if reader.isAtEnd {
            self.init(milliseconds: try Self.day(year, month, day, dateText) * Self.millisecondsPerDay)
            return
        }
        guard reader.take("T"), let hour = reader.digits(2), reader.take(":"), let minute = reader.digits(2),
            reader.take(":"), let second = reader.digits(2)
        else { throw ExtensionFailure("invalid hour/minute/second pattern") }
        let (fraction, offset) = try Self.tail(&reader)
        let days = try Self.day(year, month, day, dateText)
        guard hour < 24, minute < 60, second < 60 else {
            throw ExtensionFailure("invalid hour/minute/second: \(reader.text(11, 19))")
        }
        var shift: Int64 = 0
        if let (isEast, hours, minutes) = offset {
            guard hours < 24, minutes < 60 else {
                throw ExtensionFailure("invalid offset range: \(hours)\(minutes)")
            }
            shift = (hours * 60 + minutes) * 60_000 * (isEast ? 1 : -1)
        }
        let clock = ((hour * 60 + minute) * 60 + second) * 1_000 + fraction
        self.init(milliseconds: days * Self.millisecondsPerDay + clock - shift)
    }

    private static func day(
        _ year: Int64,
        _ month: Int64,
        _ day: Int64,
        _ text: String,
    ) throws(ExtensionFailure) -> Int64 {
        guard CivilDate.isValid(year: year, month: month, day: day) else {
            throw ExtensionFailure("invalid date: \(text)")
        }
        return CivilDate.days(year: year, month: month, day: day)
    }

    /// Milliseconds, and the offset unless it is `Z`.
    private static func tail(
        _ reader: inout DigitReader
    ) throws(ExtensionFailure) -> (Int64, (isEast: Bool, hours: Int64, minutes: Int64)?) {
        let failure = ExtensionFailure("invalid millisecond and/or offset pattern")
        var fraction: Int64 = 0
        if reader.take(".") {
            guard let digits = reader.digits(3) else { throw failure }
            fraction = digits
        }
        if reader.take("Z") {
            guard reader.isAtEnd else { throw failure }
            return (fraction, nil)
        }
        let isEast = reader.take("+")
        guard isEast || reader.take("-"), let hours = reader.digits(2), let minutes = reader.digits(2),
            reader.isAtEnd
        else { throw failure }
        return (fraction, (isEast, hours, minutes))
    }
}

/// Takes fixed numbers of ASCII digits, and single characters between them.
private struct DigitReader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { index == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    mutating func digits(_ count: Int) -> Int64? {
        guard index + count <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[index..<index + count] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int64(byte) - 48
        }
        index += count
        return value
    }

    func text(_ lower: Int, _ upper: Int) -> String {
        String(decoding: bytes[lower..<upper], as: UTF8.self)
    }
}
