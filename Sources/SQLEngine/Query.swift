/// An SQL statement and its values, kept apart from the first character on.
///
/// Written as a string with interpolations, each of which becomes a parameter `$1`, `$2` …, so that a value can never
/// be read as SQL:
///
///     let query: Query = "SELECT name FROM owners WHERE id = \(id) AND kind IN (\(kinds))"
///
/// Other interpolations: `\(identifier: column)` quotes a checked name, `\(raw: "DESC")` takes literals only, and
/// `\(query)` embeds another query with its values.
package struct Query: Sendable, Hashable {
    /// One value with the type it is sent as.
    package struct Parameter: Sendable, Hashable {
        package let datum: SQLDatum
        package let type: SQLType
    }

    /// The most values one query can have: SQLite's limit, which is below PostgreSQL's.
    package static let maximumValues = 32_766

    // INVARIANT: one more than `parameters`: the n-th parameter stands between pieces n and n + 1.
    package private(set) var pieces: [String]
    package private(set) var parameters: [Parameter]

    /// The text with `$1` … in the places of the values.
    package var text: String {
        var text = pieces[0]
        for index in parameters.indices {
            text += "$\(index + 1)"
            text += pieces[index + 1]
        }
        return text
    }

    package static func + (left: Query, right: Query) -> Query {
        var sum = left
        sum.append(right)
        return sum
    }

    /// All of `conditions` in parentheses joined by AND; `TRUE` when there are none.
    package static func all(_ conditions: [Query]) -> Query {
        guard let first = conditions.first else { return "TRUE" }
        return conditions.dropFirst().reduce("(\(first))") { sum, condition in "\(sum) AND (\(condition))" }
    }

    fileprivate mutating func append(_ other: Query) {
        pieces[pieces.count - 1] += other.pieces[0]
        pieces += other.pieces.dropFirst()
        parameters += other.parameters
    }
}

extension Query: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        pieces = [value]
        parameters = []
    }

    package init(stringInterpolation: Interpolation) {
        self = stringInterpolation.query
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var query: Query = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            query.pieces.reserveCapacity(interpolationCount + 1)
            query.parameters.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            if query.pieces[query.pieces.count - 1].isEmpty {
                query.pieces[query.pieces.count - 1] = literal
            } else {
                query.pieces[query.pieces.count - 1] += literal
            }
        }

        /// A value.
        package mutating func appendInterpolation<Value: SQLValue>(_ value: Value) {
            query.parameters.append(Parameter(datum: value.datum, type: Value.sqlType))
            query.pieces.append("")
        }

        /// A value or NULL.
        package mutating func appendInterpolation<Value: SQLValue>(_ value: Value?) {
            query.parameters.append(Parameter(datum: value.datum, type: Value.sqlType))
            query.pieces.append("")
        }

        /// The values of `IN (…)`, and only of that: the last is repeated up to the next power of two, so that lists
        /// of many lengths share a few prepared statements; an empty list becomes a subquery without rows.
        package mutating func appendInterpolation<Value: SQLValue>(_ values: [Value]) {
            guard let last = values.last else {
                query.pieces[query.pieces.count - 1] += "SELECT CAST(NULL AS \(Value.sqlType.castName)) WHERE FALSE"
                return
            }
            for (position, value) in values.enumerated() {
                if position > 0 { appendLiteral(", ") }
                appendInterpolation(value)
            }
            var padded = 1
            while padded < values.count { padded *= 2 }
            for _ in values.count..<max(values.count, min(padded, Query.maximumValues / 2)) {
                appendLiteral(", ")
                appendInterpolation(last)
            }
        }

        /// A name that cannot be a parameter.
        package mutating func appendInterpolation(identifier: Identifier) {
            query.pieces[query.pieces.count - 1] += identifier.quoted
        }

        /// SQL text that is a literal of this program.
        package mutating func appendInterpolation(raw: StaticString) {
            query.pieces[query.pieces.count - 1] += "\(raw)"
        }

        /// Another query, with its values.
        package mutating func appendInterpolation(_ other: Query) {
            query.append(other)
        }
    }
}

extension Query {
    /// Refuses what one of the engines could not hold, so that both refuse it.
    func validate() throws(DatabaseError) {
        guard parameters.count <= Query.maximumValues else {
            throw DatabaseError(
                .invalid,
                attempt,
                "\(parameters.count) values are more than the \(Query.maximumValues) one query can have: split the list",
            )
        }
        for parameter in parameters {
            switch parameter.datum {
            case .text(let text) where text.utf8.contains(0):
                throw DatabaseError(.invalid, attempt, "a text value holds a NUL character: store it as bytes")
            case .real(let value) where value.isNaN:
                throw DatabaseError(.invalid, attempt, "a real value is not a number")
            default:
                continue
            }
        }
    }

    /// The statement on one line, at most 200 characters, without its values.
    var attempt: String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "run `\(line.count > 200 ? line.prefix(199) + "…" : line)`"
    }
}

extension SQLType {
    fileprivate var castName: String {
        switch self {
        case .integer, .bool: "BIGINT"
        case .real: "REAL"
        case .text: "TEXT"
        case .bytes: "TEXT"
        }
    }
}
