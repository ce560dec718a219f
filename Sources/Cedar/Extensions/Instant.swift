/// A point in time: milliseconds since 1970-01-01 UTC, leap seconds not counted.
///
/// Source: the Cedar reference, extension `datetime`.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    static let millisecondsPerDay: Int64 = 86_400_000

    /// The instant so many milliseconds after 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// This moved by `span`.
    public func offset(by span: TimeSpan) throws(ExtensionFailure) -> Instant {
        let (sum, over) = milliseconds.addingReportingOverflow(span.milliseconds)
        if over { throw ExtensionFailure("overflows when adding an offset: \(expression)+(\(span))") }
        return Instant(milliseconds: sum)
    }

    /// The time from `other` to this.
    public func since(_ other: Instant) throws(ExtensionFailure) -> TimeSpan {
        let (difference, over) = milliseconds.subtractingReportingOverflow(other.milliseconds)
        if over {
            throw ExtensionFailure(
                "overflows when computing the duration between \(expression) and \(other.expression)"
            )
        }
        return TimeSpan(milliseconds: difference)
    }

    /// The beginning of the day, in UTC.
    public func date() throws(ExtensionFailure) -> Instant {
        let (start, over) = milliseconds.subtractingReportingOverflow(time.milliseconds)
        if over { throw ExtensionFailure("overflows when computing the date of \(expression)") }
        return Instant(milliseconds: start)
    }

    /// The time since the beginning of the day, in UTC.
    public var time: TimeSpan {
        let rest = milliseconds % Self.millisecondsPerDay
        return TimeSpan(milliseconds: rest < 0 ? rest + Self.millisecondsPerDay : rest)
    }

    /// The expression that makes this instant, as the reference prints it.
    var expression: String { "(datetime(\"1970-01-01\")).offset(duration(\"\(milliseconds)ms\"))" }

    /// ISO 8601 with milliseconds for years 0 to 9999, otherwise the milliseconds since 1970.
    public var description: String {
        guard let start = try? date() else { return "\(milliseconds)ms" }
        let (year, month, day) = CivilDate.date(daysSince1970: start.milliseconds / Self.millisecondsPerDay)
        guard (0...9_999).contains(year) else { return "\(milliseconds)ms" }
        let time = time.milliseconds
        let pad = { (value: Int64, width: Int) in
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let date = pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2)
        let clock = pad(time / 3_600_000, 2) + ":" + pad(time / 60_000 % 60, 2) + ":" + pad(time / 1_000 % 60, 2)
        return date + "T" + clock + "." + pad(time % 1_000, 3) + "Z"
    }

    /// Order in time.
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

/// The Gregorian calendar, extended backwards.
enum CivilDate {
    /// Days from 1970-01-01 to a valid date.
    static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Year, month and day of the day so long after 1970-01-01.
    static func date(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Whether the day is in the calendar.
    static func isValid(year: Int64, month: Int64, day: Int64) -> Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= lengths[Int(month) - 1]
    }
}
