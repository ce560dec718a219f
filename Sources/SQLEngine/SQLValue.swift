/// One value as a database holds it.
///
/// PostgreSQL has all six cases; SQLite keeps a `bool` as the integer 0 or 1.
package enum SQLDatum: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
    case bool(Bool)
}

/// The type a value is sent as, known even when the value is NULL.
package enum SQLType: Sendable, Hashable {
    case integer
    case real
    case text
    case bytes
    case bool
}

/// A Swift type that can be a parameter of a query and be read from a row.
///
/// `String`, `Int`, `Int64`, `Bool`, `Double`, `[UInt8]` and optionals of these conform. A `RawRepresentable` type
/// whose raw value conforms needs only to declare it: `extension IdentityClass: SQLValue {}`.
package protocol SQLValue: Sendable {
    static var sqlType: SQLType { get }

    /// The value to send. Text with a NUL character and a real that is not a number are refused when the query runs,
    /// because PostgreSQL cannot hold the first and SQLite turns the second into NULL.
    var datum: SQLDatum { get }

    /// Reads a value; nil when `datum` is of another type, NULL for a type that is not optional, or out of range.
    init?(datum: SQLDatum)
}

extension SQLValue where Self: RawRepresentable, RawValue: SQLValue {
    package static var sqlType: SQLType { RawValue.sqlType }

    package var datum: SQLDatum { rawValue.datum }

    package init?(datum: SQLDatum) {
        guard let raw = RawValue(datum: datum) else { return nil }
        self.init(rawValue: raw)
    }
}

extension String: SQLValue {
    package static var sqlType: SQLType { .text }

    package var datum: SQLDatum { .text(self) }

    package init?(datum: SQLDatum) {
        guard case .text(let value) = datum else { return nil }
        self = value
    }
}

extension Int64: SQLValue {
    package static var sqlType: SQLType { .integer }

    package var datum: SQLDatum { .integer(self) }

    package init?(datum: SQLDatum) {
        guard case .integer(let value) = datum else { return nil }
        self = value
    }
}

extension Int: SQLValue {
    package static var sqlType: SQLType { .integer }

    package var datum: SQLDatum { .integer(Int64(self)) }

    package init?(datum: SQLDatum) {
        guard case .integer(let value) = datum else { return nil }
        self.init(exactly: value)
    }
}

extension Double: SQLValue {
    package static var sqlType: SQLType { .real }

    package var datum: SQLDatum { .real(self) }

    package init?(datum: SQLDatum) {
        switch datum {
        case .real(let value): self = value
        case .integer(let value): self.init(exactly: value)
        default: return nil
        }
    }
}

extension Bool: SQLValue {
    package static var sqlType: SQLType { .bool }

    package var datum: SQLDatum { .bool(self) }

    package init?(datum: SQLDatum) {
        switch datum {
        case .bool(let value): self = value
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension [UInt8]: SQLValue {
    package static var sqlType: SQLType { .bytes }

    package var datum: SQLDatum { .bytes(self) }

    package init?(datum: SQLDatum) {
        guard case .bytes(let value) = datum else { return nil }
        self = value
    }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    package static var sqlType: SQLType { Wrapped.sqlType }

    package var datum: SQLDatum { self?.datum ?? .null }

    package init?(datum: SQLDatum) {
        if datum == .null {
            self = .none
        } else if let value = Wrapped(datum: datum) {
            self = .some(value)
        } else {
            return nil
        }
    }
}
