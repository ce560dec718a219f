extension Instant: CustomStringConvertible {
    package var description: String { text }

    /// The time in UTC as RFC 3339 writes it; microseconds only where they are not zero.
    ///
    /// Example: `2026-01-31T09:30:00Z`, `2026-01-31T09:30:00.000250Z`.
    package var text: String {
        let fraction = microseconds - seconds * 1_000_000
        let time = seconds - day * 86_400
        let clock = "\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))"
        return fraction == 0 ? "\(date)T\(clock)Z" : "\(date)T\(clock).\(padded(fraction, to: 6))Z"
    }

    /// The day in UTC, for example `2026-01-31`.
    package var date: String {
        let (year, month, day) = civil(fromDay: day)
        return "\(padded(year, to: 4))-\(two(month))-\(two(day))"
    }

    /// Reads RFC 3339 (`2026-01-31T09:30:00.25+02:00`) or a plain day (`2026-01-31`, its beginning in UTC).
    ///
    /// - Returns: nil for anything else, days and hours that do not exist included.
    package init?(_ text: String) {
        var reader = DigitReader(bytes: Array(text.utf8))
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
            let day = reader.number(2), (1...12).contains(month), (1...daysIn(month: month, of: year)).contains(day)
        else { return nil }
        var seconds = dayNumber(year: year, month: month, day: day) * 86_400
        if reader.atEnd {
            self.init(seconds: seconds)
            return
        }
        guard reader.take("T") || reader.take("t") || reader.take(" "), let hour = reader.number(2), reader.take(":"),
            let minute = reader.number(2), hour < 24, minute < 60
        else { return nil }
        var second: Int64 = 0
        if reader.take(":") {
            guard let read = reader.number(2), read < 60 else { return nil }
            second = read
        }
        var fraction: Int64 = 0
        if reader.take(".") {
            guard let read = reader.microseconds() else { return nil }
            fraction = read
        }
        seconds += hour * 3600 + minute * 60 + second
        guard let offset = reader.offset(), reader.atEnd else { return nil }
        self.init(microseconds: (seconds - offset) * 1_000_000 + fraction)
    }

    /// Days since 1970-01-01.
    private var day: Int64 {
        seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    }
}

private struct DigitReader {
    let bytes: [UInt8]
    var position = 0

    var atEnd: Bool { position == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func number(_ digits: Int) -> Int64? {
        guard position + digits <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[position..<position + digits] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        position += digits
        return value
    }

    mutating func microseconds() -> Int64? {
        var value: Int64 = 0
        var digits = 0
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
            if digits < 6 { value = value * 10 + Int64(bytes[position] - 0x30) }
            digits += 1
            position += 1
        }
        guard digits > 0 else { return nil }
        for _ in min(digits, 6)..<6 { value *= 10 }
        return value
    }

    mutating func offset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        let sign: Int64 = take("+") ? 1 : (take("-") ? -1 : 0)
        guard sign != 0, let hours = number(2), hours < 24 else { return nil }
        _ = take(":")
        guard let minutes = number(2), minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}

private func two(_ number: Int64) -> String { padded(number, to: 2) }

private func padded(_ number: Int64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

private func daysIn(month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}

/// Days since 1970-01-01 of a day in the Gregorian calendar, by counting from 1 March of a leap cycle of 400 years.
private func dayNumber(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

private func civil(fromDay number: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
}
