import Domain

/// A time as it is shown: relative to now, the exact time in the title.
struct Moment: Sendable {
    var text: String
    /// RFC 3339, UTC.
    var exact: String
    /// Whether the page's script may keep the text up to date.
    var live: Bool

    init(_ instant: Instant, now: Instant) {
        exact = instant.text
        let seconds = (instant - now).components.seconds
        let size = abs(seconds)
        live = size < 90 * 86_400
        switch size {
        case ..<10: text = "just now"
        case ..<60: text = Self.phrase(size, "s", future: seconds > 0)
        case ..<3600: text = Self.phrase(size / 60, "min", future: seconds > 0)
        case ..<86_400: text = Self.phrase(size / 3600, "h", future: seconds > 0)
        case ..<(90 * 86_400): text = Self.phrase(size / 86_400, "d", future: seconds > 0)
        default: text = instant.date
        }
    }

    init?(_ instant: Instant?, now: Instant) {
        guard let instant else { return nil }
        self.init(instant, now: now)
    }

    private static func phrase(_ count: Int64, _ unit: String, future: Bool) -> String {
        future ? "in \(count) \(unit)" : "\(count) \(unit) ago"
    }
}
