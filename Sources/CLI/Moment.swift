import ArgumentParser
import Domain
import Foundation

/// A point in time as a person types it: `2026-12-31`, `2026-12-31T18:00:00Z`, or counted from now: `90d`, `12h`, `30m`.
struct Moment: Hashable {
    let instant: Instant

    /// A day or time, or a span from now on.
    static func ahead(_ text: String) throws -> Moment { try Moment(text, direction: 1) }

    /// A day or time, or a span back from now.
    static func back(_ text: String) throws -> Moment { try Moment(text, direction: -1) }

    private init(_ text: String, direction: Int64) throws {
        if let instant = Instant(text) {
            self.instant = instant
        } else if let seconds = Self.seconds(text) {
            instant = Self.now + .seconds(direction * seconds)
        } else {
            throw ValidationError(
                "no such day or time; give a day as in 2026-12-31, a time as in 2026-12-31T18:00:00Z, "
                    + "or a span as in 90d, 12h or 30m"
            )
        }
    }

    private static func seconds(_ text: String) -> Int64? {
        guard let unit = text.last, let count = Int64(text.dropLast()), (1..<100_000).contains(count) else {
            return nil
        }
        return switch unit {
        case "w": count * 7 * 86_400
        case "d": count * 86_400
        case "h": count * 3600
        case "m": count * 60
        default: nil
        }
    }

    static var now: Instant {
        CLIEnvironment.current?.now() ?? Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
}

extension Instant {
    /// Day and minute in UTC: `2026-01-31 09:30`.
    var short: String {
        let text = self.text
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
    }

    /// How far away it is: `in 40 days`, `3 hours ago`, `now`.
    func relative(to now: Instant = Moment.now) -> String {
        let distance = seconds - now.seconds
        let size = abs(distance)
        let (count, unit): (Int64, String) =
            switch size {
            case ..<60: (size, "second")
            case ..<7200: (size / 60, "minute")
            case ..<172_800: (size / 3600, "hour")
            default: (size / 86_400, "day")
            }
        if count == 0 { return "now" }
        let words = counted(Int(count), unit)
        return distance > 0 ? "in \(words)" : "\(words) ago"
    }
}
