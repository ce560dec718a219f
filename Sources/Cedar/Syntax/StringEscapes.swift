extension Text {
    /// The text with quotes, backslashes and control characters escaped, for use between double quotes.
    package var escaped: String { Self.escape(string.unicodeScalars) }

    /// The scalars as they stand between double quotes.
    package static func escape(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var out = String.UnicodeScalarView()
        for scalar in scalars { escape(scalar, into: &out) }
        return String(out)
    }

    private static func escape(_ scalar: Unicode.Scalar, into out: inout String.UnicodeScalarView) {
        switch scalar {
        case "\"": out.append(contentsOf: #"\""#.unicodeScalars)
        case "\\": out.append(contentsOf: #"\\"#.unicodeScalars)
        case "\n": out.append(contentsOf: #"\n"#.unicodeScalars)
        case "\r": out.append(contentsOf: #"\r"#.unicodeScalars)
        case "\t": out.append(contentsOf: #"\t"#.unicodeScalars)
        case "\0": out.append(contentsOf: #"\0"#.unicodeScalars)
        default:
            let category = scalar.properties.generalCategory
            if category == .control || category == .format || category == .unassigned || category == .privateUse {
                out.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            } else {
                out.append(scalar)
            }
        }
    }
}

/// Reads what stands between the quotes of a string literal.
package enum StringEscapes {
    /// A part of a literal that is no escape, by its offset and text.
    package struct Invalid: Error, Hashable {
        /// Bytes from the beginning of the literal's content to the backslash.
        package let offset: Int

        /// The text that was read, such as `\q`.
        package let text: String
    }

    /// The text that the literal means.
    package static func text(_ raw: ArraySlice<UInt8>) throws(Invalid) -> Text {
        guard raw.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\r") }) else {
            return Text(utf8: raw)
        }
        var out = String.UnicodeScalarView()
        try read(raw, inPattern: false) { scalar, _ in out.append(scalar) }
        return Text(String(out))
    }

    /// The pattern that the literal means: `*` matches anything, `\*` a star.
    package static func pattern(_ raw: ArraySlice<UInt8>) throws(Invalid) -> Pattern {
        var elements: [Pattern.Element] = []
        try read(raw, inPattern: true) { scalar, escaped in
            elements.append(scalar == "*" && !escaped ? .wildcard : .scalar(scalar))
        }
        return Pattern(elements)
    }

    private static func read(
        _ raw: ArraySlice<UInt8>,
        inPattern: Bool,
        _ take: (Unicode.Scalar, Bool) -> Void,
    ) throws(Invalid) {
        let scalars = Array(String(decoding: raw, as: UTF8.self).unicodeScalars)
        var index = 0
        while index < scalars.count {
            let start = index
            let scalar = scalars[index]
            index += 1
            if scalar == "\\" {
                guard let meant = escape(scalars, &index, inPattern: inPattern) else {
                    throw invalid(scalars, start, index)
                }
                take(meant, true)
            } else if scalar == "\r" {
                throw invalid(scalars, start, index)
            } else {
                take(scalar, false)
            }
        }
    }

    private static func invalid(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Invalid {
        let offset = scalars[..<start].reduce(0) { $0 + UTF8.width($1) }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<min(end, scalars.count)])
        return Invalid(offset: offset, text: String(text))
    }

    private static func escape(_ scalars: [Unicode.Scalar], _ index: inout Int, inPattern: Bool) -> Unicode.Scalar? {
        guard index < scalars.count else { return nil }
        let letter = scalars[index]
        index += 1
        switch letter {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "\\", "'", "\"": return letter
        case "0": return "\0"
        case "*": return inPattern ? letter : nil
        case "x": return hexadecimal(scalars, &index)
        case "u": return braced(scalars, &index)
        default: return nil
        }
    }

    /// Two digits up to `7F`.
    private static func hexadecimal(_ scalars: [Unicode.Scalar], _ index: inout Int) -> Unicode.Scalar? {
        var value: UInt32 = 0
        for _ in 0..<2 {
            guard index < scalars.count, let digit = digit(scalars[index]) else { return nil }
            value = value * 16 + digit
            index += 1
        }
        return value < 0x80 ? Unicode.Scalar(value) : nil
    }

    /// One to six digits between braces; underscores may follow the first digit.
    private static func braced(_ scalars: [Unicode.Scalar], _ index: inout Int) -> Unicode.Scalar? {
        guard index < scalars.count, scalars[index] == "{" else {
            index += 1
            return nil
        }
        index += 1
        var value: UInt32 = 0
        var digits = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if scalar == "}" { return digits > 0 && digits <= 6 ? Unicode.Scalar(value) : nil }
            if scalar == "_" && digits > 0 { continue }
            guard let digit = digit(scalar) else { return nil }
            digits += 1
            if digits <= 6 { value = value * 16 + digit }
        }
        return nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar {
        case "0"..."9": scalar.value - 48
        case "a"..."f": scalar.value - 87
        case "A"..."F": scalar.value - 55
        default: nil
        }
    }
}
