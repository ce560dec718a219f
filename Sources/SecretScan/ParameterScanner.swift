/// Finds secrets in the parameters of a step: tokens of known kinds, and values whose name and shape say secret.
public struct ParameterScanner: Sendable {
    /// What kind of text a parameter holds.
    public enum Form: Sendable, Hashable {
        /// A value of its own.
        case value
        /// Program text, a raw request body or a command, in which names and values stand side by side.
        case code
    }

    private let tokens: TokenScanner

    /// Prepares the rules.
    public init(rules: [TokenRule] = TokenRule.known) {
        tokens = TokenScanner(rules: rules)
    }

    /// Every secret in one value, in order, none inside another.
    ///
    /// - Parameters:
    ///   - text: The value.
    ///   - name: The name it goes under; nil for none.
    ///   - form: How to read it.
    /// - Returns: Known kinds of tokens first where two judgements meet.
    public func matches(in text: String, name: String?, form: Form) -> [SecretMatch] {
        var text = text
        return text.withUTF8 { matches(in: $0, name: name, form: form) }
    }

    /// Every secret in one value, given as UTF-8.
    public func matches(in bytes: UnsafeBufferPointer<UInt8>, name: String?, form: Form) -> [SecretMatch] {
        guard bytes.count >= 8 else { return [] }
        var found = tokens.matches(in: bytes)
        if let name, let kind = SecretName(name), let range = SecretJudgement.secret(in: bytes, kind: kind) {
            found.append(SecretMatch(rule: "secret-by-name", range: range))
        }
        appendPrivateKeys(in: bytes, to: &found)
        appendAddressSecrets(in: bytes, to: &found)
        if form == .code { appendAssignments(in: bytes, to: &found) }
        appendBearers(in: bytes, named: name != nil, form: form, to: &found)
        return withoutOverlaps(found)
    }

    /// Of matches that overlap only the first found stays: known kinds before judgements.
    private func withoutOverlaps(_ matches: [SecretMatch]) -> [SecretMatch] {
        guard matches.count > 1 else { return matches }
        var kept: [SecretMatch] = []
        for match in matches where !kept.contains(where: { $0.range.overlaps(match.range) }) { kept.append(match) }
        return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
