/// A pattern for `column LIKE \(pattern) ESCAPE '\'` in which the given text has no wildcards.
///
/// LIKE tells upper from lower case on both engines. Without the ESCAPE clause SQLite knows no escape character.
package struct LikePattern: SQLValue, Hashable {
    package static var sqlType: SQLType { .text }

    package let pattern: String

    package var datum: SQLDatum { .text(pattern) }

    /// Matches values that contain `text`.
    package init(containing text: String) {
        pattern = "%\(LikePattern.escape(text))%"
    }

    /// Matches values that start with `text`.
    package init(startingWith text: String) {
        pattern = "\(LikePattern.escape(text))%"
    }

    package init?(datum: SQLDatum) {
        guard let text = String(datum: datum) else { return nil }
        pattern = text
    }

    private static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { escaped.unicodeScalars.append("\\") }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }
}
