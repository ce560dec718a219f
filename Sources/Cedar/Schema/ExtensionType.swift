/// A type of values beyond the built-in ones.
public enum ExtensionType: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// Fixed-point numbers with four fraction digits.
    case decimal
    /// Addresses and ranges of IPv4 and IPv6.
    case ipaddr
    /// Instants with milliseconds.
    case datetime
    /// Spans of time with milliseconds.
    case duration

    /// The function that makes values of this type from a string.
    public var constructor: ExtensionFunction {
        switch self {
        case .decimal: .decimal
        case .ipaddr: .ip
        case .datetime: .datetime
        case .duration: .duration
        }
    }

    /// The name of the type in schemas.
    public var description: String { rawValue }
}
