/// A string that is equal to another only when both have the same Unicode scalars.
///
/// Swift's `String` compares by canonical equivalence: an id in composed form would match one in decomposed form.
/// Cedar compares scalars, so all strings of this module are `Text`. Order is that of the UTF-8 bytes, which is the
/// order of the scalars.
public struct Text: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The same scalars as a Swift string.
    public let string: String

    /// A text with the scalars of `string`.
    public init(_ string: some StringProtocol) {
        var string = String(string)
        string.makeContiguousUTF8()
        self.string = string
    }

    /// A text from a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// A text from UTF-8 bytes; parts that are not UTF-8 become U+FFFD.
    package init(utf8 bytes: some Collection<UInt8>) {
        string = String(decoding: bytes, as: UTF8.self)
    }

    /// The string itself.
    public var description: String { string }

    /// Whether there are no scalars.
    public var isEmpty: Bool { string.utf8.isEmpty }

    /// Calls `body` with the UTF-8 bytes.
    package func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        if let result = string.utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(string.utf8).withUnsafeBufferPointer(body)
    }
}

extension Text: Hashable {
    /// Equality of the UTF-8 bytes.
    public static func == (left: Text, right: Text) -> Bool {
        guard left.string.utf8.count == right.string.utf8.count else { return false }
        return left.withBytes { a in
            right.withBytes { b in
                guard a.baseAddress != b.baseAddress else { return true }
                for index in a.indices where a[index] != b[index] { return false }
                return true
            }
        }
    }

    /// Hashes the UTF-8 bytes.
    public func hash(into hasher: inout Hasher) {
        withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }
}

extension Text: Comparable {
    /// Order of the UTF-8 bytes.
    public static func < (left: Text, right: Text) -> Bool {
        left.withBytes { a in
            right.withBytes { b in a.lexicographicallyPrecedes(b) }
        }
    }
}
