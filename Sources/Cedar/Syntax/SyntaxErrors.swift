/// Everything that is wrong with one source text, in the order in which it stands there.
public struct SyntaxErrors: Error, Hashable, Sendable, CustomStringConvertible {
    /// At most ``limit`` diagnostics; never empty.
    public let diagnostics: [SourceDiagnostic]

    /// After this many diagnostics a reader stops.
    public static let limit = 50

    /// Errors of one text.
    public init(_ diagnostics: [SourceDiagnostic]) {
        self.diagnostics = diagnostics
    }

    /// One line for each diagnostic.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
