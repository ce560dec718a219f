/// A sentence in which what stands in backticks is shown as code.
struct Prose: Sendable {
    struct Part: Sendable {
        var text: String
        var isCode: Bool
    }

    var parts: [Part]

    init(_ sentence: String) {
        let pieces = sentence.split(separator: "`", omittingEmptySubsequences: false)
        // An odd number of backticks leaves the last one as it is.
        let balanced = pieces.count % 2 == 1
        parts =
            balanced
            ? pieces.enumerated().filter { !$1.isEmpty }.map { Part(text: String($1), isCode: $0 % 2 == 1) }
            : [Part(text: sentence, isCode: false)]
    }

    init?(_ sentence: String?) {
        guard let sentence else { return nil }
        self.init(sentence)
    }
}
