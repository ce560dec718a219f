/// Whether a value is a secret, judged by the name it goes under and how it is built.
public enum SecretJudgement {
    /// Judges one value.
    ///
    /// A value that is an expression, a template, an address without a password, a sentence or a placeholder is no
    /// secret. `Bearer …`, `Basic …` and `Token …` are judged by what follows.
    ///
    /// - Parameters:
    ///   - value: The value as it is written in the parameter.
    ///   - name: Name of the parameter, header or variable.
    /// - Returns: Offsets of the secret in the UTF-8 of `value`; nil when there is none.
    public static func secret(in value: String, name: String) -> Range<Int>? {
        guard let kind = SecretName(name) else { return nil }
        var value = value
        return value.withUTF8 { secret(in: $0, kind: kind) }
    }

    /// Whether `value`, under `name`, is a secret.
    public static func looksLikeSecret(value: String, name: String) -> Bool {
        secret(in: value, name: name) != nil
    }

    static func secret(in bytes: UnsafeBufferPointer<UInt8>, kind: SecretName) -> Range<Int>? {
        var start = 0
        var end = bytes.count
        // A leading `=` makes it an expression; without `{{` it is still plain text.
        if start < end, bytes[start] == UInt8(ascii: "=") { start += 1 }
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        if let space = bytes[start..<end].firstIndex(where: isSpace) {
            let scheme = String(decoding: bytes[start..<space], as: UTF8.self).lowercased()
            guard schemes.contains(scheme) else { return nil }
            start = bytes[space..<end].firstIndex { !isSpace($0) } ?? end
            guard !bytes[start..<end].contains(where: isSpace) else { return nil }
        }
        guard isSecret(UnsafeBufferPointer(rebasing: bytes[start..<end]), kind: kind) else { return nil }
        return start..<end
    }

    /// Whether a text without spaces is a secret of the kind that its name promises.
    static func isSecret(_ bytes: UnsafeBufferPointer<UInt8>, kind: SecretName) -> Bool {
        guard bytes.count >= (kind == .password ? 8 : 12), bytes.count <= 4096 else { return false }
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        let randomness = Randomness(of: bytes)
        guard randomness.distinct >= 6 else { return false }
        let hasRun = hasRandomRun(bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.contains("://"), !text.hasPrefix("/"), !isPlaceholder(text, hasRandomRun: hasRun) else {
            return false
        }
        switch kind {
        case .password:
            return randomness.classes >= 2 && (randomness.digits > 0 || randomness.others > 0 && randomness.classes > 2)
                && !isIdentifier(bytes)
        case .token: return hasRun || bytes.count >= 20 && randomness.isMixed && randomness.entropy >= 3.3
        case .perhaps: return hasRun && randomness.entropy >= 3
        }
    }

    /// Whether a run of letters and digits in it is too irregular for a word: 12 or more, letters and digits mixed.
    private static func hasRandomRun(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        for index in 0...bytes.count {
            if index < bytes.count, Alphabet.alphanumeric.contains(bytes[index]) { continue }
            if index - start >= 12 {
                let run = Randomness(of: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                if run.distinct >= 7, run.isMixed && run.digits >= 2 { return true }
                if index - start >= 20, run.smallLetters > 0, run.capitals > 2, run.entropy >= 3.9 { return true }
                if index - start >= 24, run.digits == 0, run.capitals == 0 || run.smallLetters == 0, run.entropy >= 3.9
                {
                    return true
                }
            }
            start = index + 1
        }
        return false
    }

    /// Whether it is a name as programs write them: words joined by `_`, `-`, `.` or capitals, perhaps a number behind.
    private static func isIdentifier(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.allSatisfy({ Alphabet.dotted.contains($0) }) else { return false }
        let digits = bytes.count { Alphabet.decimal.contains($0) }
        let trailing = bytes.reversed().prefix { Alphabet.decimal.contains($0) }.count
        return digits == trailing && digits <= 1
    }

    private static let schemes: Set<String> = ["bearer", "basic", "token", "apikey", "key", "bot", "digest"]

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
