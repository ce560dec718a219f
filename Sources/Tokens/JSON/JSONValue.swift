/// A JSON value as signatures need it: read strictly, written in one way only.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A number without fraction and exponent that fits.
    case integer(Int64)
    /// Any other number.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The text of a string; nil for any other value.
    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The members of an object; nil for any other value.
    package var object: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The elements of an array; nil for any other value.
    package var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// A string, or an array of strings; nil for anything else.
    ///
    /// Source: `aud`, RFC 7519, section 4.1.3.
    package var strings: [String]? {
        switch self {
        case .string(let text): return [text]
        case .array(let elements):
            let texts = elements.compactMap(\.string)
            return texts.count == elements.count ? texts : nil
        default: return nil
        }
    }

    /// Whole seconds since 1970, a fraction dropped; nil for anything else and for years after 9999.
    ///
    /// Source: `NumericDate`, RFC 7519, section 2.
    package var numericDate: Int64? {
        let latest: Int64 = 253_402_300_799
        switch self {
        case .integer(let seconds) where (0...latest).contains(seconds): return seconds
        case .number(let seconds) where seconds >= 0 && seconds < Double(latest): return Int64(seconds)
        default: return nil
        }
    }
}
