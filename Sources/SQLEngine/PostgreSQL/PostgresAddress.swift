import CLibPQ

/// Where a PostgreSQL database is and how to sign in: `postgres://user:password@host:port/database?option=value`.
///
/// Every connection option of libpq may be given, `sslmode=verify-full` among them
/// (https://www.postgresql.org/docs/current/libpq-connect.html). The description has no password.
package struct PostgresAddress: Sendable, Hashable {
    let text: String
    private let secrets: [String]
    private let label: String

    /// - Throws: `.invalid` when libpq cannot read the text.
    package init(_ text: String) throws(DatabaseError) {
        var complaint: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &complaint) else {
            // libpq's own message quotes parts of the text, which may be parts of the password.
            PQfreemem(complaint)
            throw DatabaseError(
                .invalid,
                "read the address of the PostgreSQL database",
                "it must be of the form `postgres://user:password@host:port/database?option=value`; in a password, "
                    + "characters such as `@`, `:`, `/`, `?`, `#` and `%` are written as `%` and two hexadecimal digits",
            )
        }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        self.text = text
        secrets = ["password", "sslpassword"].compactMap { values[$0] }.filter { !$0.isEmpty }
        let user = values["user"].map { "\($0)@" } ?? ""
        let port = values["port"].map { ":\($0)" } ?? ""
        let database = values["dbname"].map { "/\($0)" } ?? ""
        label = "postgres://\(user)\(values["host"] ?? values["hostaddr"] ?? "")\(port)\(database)"
    }

    /// `message` on one line and without the password.
    func redacted(_ message: String) -> String {
        var clean = message.split(whereSeparator: \.isNewline).joined(separator: "; ")
        for secret in secrets {
            clean = clean.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "***")
        }
        return clean
    }
}

extension PostgresAddress: CustomStringConvertible {
    package var description: String { redacted(label) }
}
