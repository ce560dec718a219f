/// A function of the extension types decimal, ipaddr, datetime and duration.
public enum ExtensionFunction: String, Hashable, Sendable, CaseIterable {
    /// `decimal("1.5")`.
    case decimal
    /// `a.lessThan(b)`.
    case lessThan
    /// `a.lessThanOrEqual(b)`.
    case lessThanOrEqual
    /// `a.greaterThan(b)`.
    case greaterThan
    /// `a.greaterThanOrEqual(b)`.
    case greaterThanOrEqual
    /// `ip("10.0.0.0/8")`.
    case ip
    /// `a.isIpv4()`.
    case isIpv4
    /// `a.isIpv6()`.
    case isIpv6
    /// `a.isLoopback()`.
    case isLoopback
    /// `a.isMulticast()`.
    case isMulticast
    /// `a.isInRange(b)`.
    case isInRange
    /// `datetime("2024-10-15")`.
    case datetime
    /// `a.offset(duration)`.
    case offset
    /// `a.durationSince(b)`.
    case durationSince
    /// `a.toDate()`.
    case toDate
    /// `a.toTime()`.
    case toTime
    /// `duration("1h30m")`.
    case duration
    /// `a.toMilliseconds()`.
    case toMilliseconds
    /// `a.toSeconds()`.
    case toSeconds
    /// `a.toMinutes()`.
    case toMinutes
    /// `a.toHours()`.
    case toHours
    /// `a.toDays()`.
    case toDays
    /// `unknown("x")`: a name for a value that partial evaluation leaves open; evaluating it is an error.
    case unknown

    /// Whether it is written `f(a)`; all others are written `a.f(b)`.
    public var isConstructor: Bool {
        switch self {
        case .decimal, .ip, .datetime, .duration, .unknown: true
        default: false
        }
    }

    /// How many arguments it takes, the receiver of a method included.
    public var arity: Int {
        switch self {
        case .lessThan, .lessThanOrEqual, .greaterThan, .greaterThanOrEqual, .isInRange, .offset, .durationSince: 2
        default: 1
        }
    }
}
