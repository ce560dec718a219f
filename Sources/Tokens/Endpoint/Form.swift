/// The parameters of a form post.
///
/// Source: `application/x-www-form-urlencoded`, as RFC 6749, appendix B, uses it.
struct Form: Sendable, Hashable {
    /// Longest body that is read.
    static let maximumSize = 65_536
    /// Most parameters.
    static let maximumCount = 100

    private let values: [String: [String]]

    /// Reads a body.
    ///
    /// A parameter without value counts as left out.
    ///
    /// - Throws: `invalid_request` when the body is too large, or not UTF-8 behind its encoding.
    ///
    /// Source: RFC 6749, section 3.2.
    init(_ body: [UInt8]) throws(OAuthError) {
        guard body.count <= Self.maximumSize else {
            throw OAuthError(.invalidRequest, "the request is longer than \(Self.maximumSize) bytes")
        }
        var values: [String: [String]] = [:]
        let pairs = body.split(separator: UInt8(ascii: "&"))
        guard pairs.count <= Self.maximumCount else {
            throw OAuthError(.invalidRequest, "the request has more than \(Self.maximumCount) parameters")
        }
        for pair in pairs {
            let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(sides[0]), let value = Self.decode(sides.dropFirst().first ?? []) else {
                throw OAuthError(.invalidRequest, "the request is not form-encoded UTF-8")
            }
            if !value.isEmpty { values[name, default: []].append(value) }
        }
        self.values = values
    }

    /// The value of a parameter; nil when it is left out.
    ///
    /// - Throws: `invalid_request` when it is there more than once.
    func value(_ name: String) throws(OAuthError) -> String? {
        let all = self.values(name)
        guard all.count <= 1 else { throw OAuthError(.invalidRequest, "the parameter `\(name)` is there twice") }
        return all.first
    }

    /// All values of a parameter that may be repeated.
    func values(_ name: String) -> [String] {
        values[name] ?? []
    }

    /// The parameters that have a value.
    var names: Set<String> { Set(values.keys) }

    /// Takes percent signs and plus signs away; nil when a percent sign is not followed by two hex digits or the result
    /// is not UTF-8.
    static func decode(_ text: some Collection<UInt8>) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count)
        var rest = text.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else { return nil }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
