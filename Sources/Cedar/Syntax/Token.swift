/// A lexical unit of policies and of schemas.
package struct Token: Hashable, Sendable {
    /// What kind of unit.
    package enum Kind: UInt8, Sendable {
        /// A word: a keyword or an identifier; the reader decides by its place.
        case identifier
        /// Digits.
        case integer
        /// A string literal with its quotes.
        case string
        /// `?principal`, `?resource` or another word after a question mark.
        case slot
        case at
        case dot
        case comma
        case semicolon
        case colon
        case doubleColon
        case leftParenthesis
        case rightParenthesis
        case leftBrace
        case rightBrace
        case leftBracket
        case rightBracket
        case equal
        case doubleEqual
        case notEqual
        case less
        case lessOrEqual
        case greater
        case greaterOrEqual
        case or
        case and
        case plus
        case minus
        case star
        case slash
        case percent
        case bang
        /// `?` alone: marks optional attributes in schemas; policies refuse it.
        case question
        /// A byte sequence that begins no token.
        case invalid
        /// The end of the text.
        case end
    }

    /// What kind of unit.
    package let kind: Kind

    /// Where it stands.
    package let range: SourceRange
}
