/// What the parser has just read, before its place decides what it means.
///
/// A name is no expression, but may be a function, an attribute or an entity type; a string literal may be a text or a
/// pattern; a bare variable may also be an attribute name.
enum Operand {
    case expression(Expression)
    case variable(Variable, SourceRange)
    case name(Name, SourceRange)
    /// A string literal with its quotes, not yet unescaped.
    case string(SourceRange)
}
