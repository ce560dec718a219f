/// The name of a table, a column or a channel: 1 to 63 ASCII letters, digits and underscores, not starting with a digit.
///
/// 63 is PostgreSQL's limit; it cuts longer names silently.
package struct Identifier: Sendable, Hashable {
    package let name: String

    /// Checks a name that comes from outside.
    ///
    /// - Throws: `.invalid` when the name has another shape.
    package init(checking name: String) throws(DatabaseError) {
        guard Identifier.isValid(name) else {
            throw DatabaseError(
                .invalid,
                "use `\(name)` as an SQL name",
                "a name has 1 to 63 ASCII letters, digits or underscores and does not start with a digit",
            )
        }
        self.name = name
    }

    var quoted: String { "\"\(name)\"" }

    private static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return name.utf8.count <= 63
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default:
                    false
                }
            }
    }
}

extension Identifier: ExpressibleByStringLiteral {
    package init(stringLiteral value: StaticString) {
        name = "\(value)"
        precondition(Identifier.isValid(name), "not an SQL name: \(value)")
    }
}
