/// The places inside a text where a name and a secret stand together.
extension ParameterScanner {
    /// `-----BEGIN … PRIVATE KEY-----` with something behind it.
    func appendPrivateKeys(in bytes: UnsafeBufferPointer<UInt8>, to found: inout [SecretMatch]) {
        let opening = Array("-----BEGIN ".utf8)
        guard bytes.count > 100, let start = index(of: opening, in: bytes, from: 0) else { return }
        let head = String(decoding: bytes[start..<min(start + 60, bytes.count)], as: UTF8.self)
        guard head.contains("PRIVATE KEY-----") else { return }
        let ending = index(of: Array("-----END".utf8), in: bytes, from: start + opening.count) ?? bytes.count
        guard ending - start > 80 else { return }
        found.append(SecretMatch(rule: "private-key", range: start..<ending))
    }

    /// `?name=value` and `&name=value` of an address, and the password of `scheme://user:password@host`.
    func appendAddressSecrets(in bytes: UnsafeBufferPointer<UInt8>, to found: inout [SecretMatch]) {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "?"), UInt8(ascii: "&"):
                if let match = queryMatch(in: bytes, at: index + 1) { found.append(match) }
            case UInt8(ascii: ":"):
                if let match = userInfoMatch(in: bytes, at: index) { found.append(match) }
            default: break
            }
            index += 1
        }
    }

    /// `name: "value"`, `name = 'value'` and their like in program text.
    func appendAssignments(in bytes: UnsafeBufferPointer<UInt8>, to found: inout [SecretMatch]) {
        for index in bytes.indices where bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "=") {
            guard let name = name(in: bytes, before: index), let kind = SecretName(name), kind != .perhaps else {
                continue
            }
            var start = index + 1
            while start < bytes.count, bytes[start] == 0x20 { start += 1 }
            if start < bytes.count, bytes[start] == UInt8(ascii: "\\") { start += 1 }
            guard start < bytes.count, quotes.contains(bytes[start]) else { continue }
            let quote = bytes[start]
            start += 1
            let rest = bytes[start...]
            guard
                let end = rest.prefix(600).firstIndex(where: { $0 == quote || $0 == 0x0A || $0 == UInt8(ascii: "\\") })
            else { continue }
            let value = UnsafeBufferPointer(rebasing: bytes[start..<end])
            guard let range = SecretJudgement.secret(in: value, kind: kind) else { continue }
            found.append(
                SecretMatch(rule: "secret-in-code", range: (start + range.lowerBound)..<(start + range.upperBound))
            )
        }
    }

    /// `Bearer …` and `Basic …` inside a longer text.
    func appendBearers(
        in bytes: UnsafeBufferPointer<UInt8>,
        named: Bool,
        form: Form,
        to found: inout [SecretMatch],
    ) {
        guard bytes.count > 24 else { return }
        for index in 0..<(bytes.count - 22) where bytes[index] | 0x20 == UInt8(ascii: "b") {
            guard let start = schemeEnd(in: bytes, at: index) else { continue }
            var end = start
            while end < bytes.count, Alphabet.base64.contains(bytes[end]) || bytes[end] == UInt8(ascii: ".") {
                end += 1
            }
            guard end - start >= 16 else { continue }
            let value = UnsafeBufferPointer(rebasing: bytes[start..<end])
            guard SecretJudgement.isSecret(value, kind: .perhaps) else { continue }
            found.append(SecretMatch(rule: "authorization-value", range: start..<end))
        }
    }

    private var quotes: [UInt8] { [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")] }

    private func queryMatch(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> SecretMatch? {
        var equals = start
        while equals < bytes.count, Alphabet.address.contains(bytes[equals]), equals - start < 40 { equals += 1 }
        guard equals > start, equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return nil }
        guard let kind = SecretName(String(decoding: bytes[start..<equals], as: UTF8.self)) else { return nil }
        var end = equals + 1
        while end < bytes.count, Alphabet.base64.contains(bytes[end]) || bytes[end] == UInt8(ascii: ".") { end += 1 }
        let value = UnsafeBufferPointer(rebasing: bytes[(equals + 1)..<end])
        guard SecretJudgement.isSecret(value, kind: kind == .password ? .password : .perhaps) else { return nil }
        return SecretMatch(rule: "secret-in-address", range: (equals + 1)..<end)
    }

    /// The password between the second `:` and the `@`, looked for from the `:` of `://`.
    private func userInfoMatch(in bytes: UnsafeBufferPointer<UInt8>, at colon: Int) -> SecretMatch? {
        guard colon + 3 < bytes.count, bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
        else {
            return nil
        }
        var second: Int?
        var index = colon + 3
        while index < bytes.count, index - colon < 300 {
            switch bytes[index] {
            case UInt8(ascii: ":") where second == nil: second = index
            case UInt8(ascii: "@"):
                guard let second, index - second > 1 else { return nil }
                let value = UnsafeBufferPointer(rebasing: bytes[(second + 1)..<index])
                guard SecretJudgement.isSecret(value, kind: .password) else { return nil }
                return SecretMatch(rule: "secret-in-address", range: (second + 1)..<index)
            case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""): return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The name that stands before a `:` or `=`, with or without quotes.
    private func name(in bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> String? {
        var end = index
        while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
        if end > 0, quotes.contains(bytes[end - 1]) { end -= 1 }
        if end > 0, bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
        var start = end
        while start > 0, Alphabet.address.contains(bytes[start - 1]), end - start < 60 { start -= 1 }
        return end - start >= 3 ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
    }

    private func schemeEnd(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        for scheme in [Array("bearer ".utf8), Array("basic ".utf8)] {
            guard start + scheme.count < bytes.count else { continue }
            let isThere = scheme.indices.allSatisfy { bytes[start + $0] | 0x20 == scheme[$0] }
            if isThere { return start + scheme.count }
        }
        return nil
    }

    private func index(of text: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard bytes.count >= start + text.count else { return nil }
        return (start...(bytes.count - text.count)).first { place in
            bytes[place] == text[0] && text.indices.allSatisfy { bytes[place + $0] == text[$0] }
        }
    }
}
