extension JSONNode {
    /// The value as JSON text; when `isPretty`, in lines that are indented by two blanks.
    public func text(isPretty: Bool = false) -> String {
        var out = ""
        write(to: &out, isPretty ? 0 : nil)
        return out
    }

    private func write(to out: inout String, _ indent: Int?) {
        switch kind {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .integer(let value): out += "\(value)"
        case .string(let value): Self.quote(value, &out)
        case .array(let elements):
            Self.list(elements, "[", "]", &out, indent) { element, out, indent in element.write(to: &out, indent) }
        case .object(let members):
            Self.list(members, "{", "}", &out, indent) { member, out, indent in
                Self.quote(member.key, &out)
                out += indent == nil ? ":" : ": "
                member.value.write(to: &out, indent)
            }
        }
    }

    private static func list<T>(
        _ parts: [T],
        _ open: String,
        _ close: String,
        _ out: inout String,
        _ indent: Int?,
        _ write: (T, inout String, Int?) -> Void,
    ) {
        out += open
        let inner = indent.map { $0 + 1 }
        for (index, part) in parts.enumerated() {
            if index > 0 { out += "," }
            if let inner { out += "\n" + String(repeating: "  ", count: inner) }
            write(part, &out, inner)
        }
        if let indent, !parts.isEmpty { out += "\n" + String(repeating: "  ", count: indent) }
        out += close
    }

    private static func quote(_ text: Text, _ out: inout String) {
        var quoted = "\""
        for scalar in text.string.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case ..<" ":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        out += quoted + "\""
    }
}
