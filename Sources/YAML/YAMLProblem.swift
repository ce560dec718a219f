/// What is wrong with a document; without a place it is that of the event that was being read.
struct YAMLProblem: Error {
    var line: Int?
    var column: Int?
    var reason: String

    init(_ reason: String, line: Int? = nil, column: Int? = nil) {
        self.reason = reason
        self.line = line
        self.column = column
    }

    /// A reason in our words for what libyaml says, with what to do.
    static func remedy(of problem: String) -> String {
        for (start, reason) in reasons where problem.hasPrefix(start) { return reason }
        return problem.lowercased()
    }

    private static let reasons: [(String, String)] = [
        (
            "mapping values are not allowed",
            "a `:` where no key may stand; put the text in quotes or mend the indentation"
        ),
        ("found character that cannot start any token", "a character that starts no value; put the text in quotes"),
        ("did not find expected key", "neither a key nor the end of the map; mend the indentation"),
        ("did not find expected '-' indicator", "neither a `-` nor the end of the list; mend the indentation"),
        ("could not find expected ':'", "a key without `:`; add it or put the text in quotes"),
        ("did not find expected ',' or ']'", "neither `,` nor `]` in a list; close it or put the text in quotes"),
        ("did not find expected ',' or '}'", "neither `,` nor `}` in a map; close it or put the text in quotes"),
        ("did not find expected node content", "a value is missing or of no known form; put the text in quotes"),
        ("did not find expected <document start>", "text after the end of the document; mend the indentation"),
        ("found unexpected end of stream", "the text ends within quotes or brackets; close them"),
        ("found unexpected document indicator", "a document begins within quotes; close them"),
        ("found unknown escape character", "an unknown escape in double quotes; write `\\\\` for a backslash"),
        ("found a tab character", "a tab where blanks must stand; indent with blanks"),
        ("block sequence entries are not allowed", "a `-` where no list may stand; mend the indentation"),
        ("block mapping", "a key where none may stand; mend the indentation"),
        ("Maximum nesting level", "more than 1000 lists and maps within each other; flatten it"),
        ("invalid leading UTF-8 octet", "a byte that is no UTF-8; save the text as UTF-8"),
        ("invalid trailing UTF-8 octet", "a byte that is no UTF-8; save the text as UTF-8"),
        ("incomplete UTF-8", "the text ends within a character; save it as UTF-8"),
        ("invalid length of a UTF-8", "a byte that is no UTF-8; save the text as UTF-8"),
        ("invalid Unicode character", "bytes that are no Unicode character; save the text as UTF-8"),
        (
            "control characters are not allowed",
            "a control character; remove it or write it as an escape in double quotes"
        ),
        ("found undefined tag handle", "a tag whose handle no `%TAG` line defines; leave the tag out"),
        ("found incompatible YAML document", "a `%YAML` version that is not 1.1 or 1.2; leave the line out"),
    ]
}
