/// Writes a tree as YAML: block style, two blanks a level, keys in their order, one form for one value.
///
/// What is written reads back as the same tree, places apart. Plain scalars stay plain where that keeps their meaning;
/// text that any reader could take for a number, a truth value, a date or null stands in double quotes.
package enum YAMLWriter {
    package static func text(of node: YAMLNode) -> String {
        var writer = Writer()
        writer.write(node, indent: 0, after: .start)
        return writer.output
    }
}

private struct Writer {
    enum Position {
        case start, key, dash
    }

    var output = ""

    mutating func write(_ node: YAMLNode, indent: Int, after position: Position) {
        switch node.content {
        case .scalar(let text, let isPlain): write(scalar: text, isPlain: isPlain, indent: indent, after: position)
        case .list(let elements): write(list: elements, indent: indent, after: position)
        case .map(let pairs): write(map: pairs, indent: indent, after: position)
        }
    }

    private mutating func write(list elements: [YAMLNode], indent: Int, after position: Position) {
        guard !elements.isEmpty else {
            output += position == .start ? "[]\n" : " []\n"
            return
        }
        // A list directly in a list begins on the line of its dash.
        if position == .key { output += "\n" }
        for (index, element) in elements.enumerated() {
            if position == .dash, index == 0 { output += " " } else { output += blanks(indent) }
            output += "-"
            write(element, indent: indent + 2, after: .dash)
        }
    }

    private mutating func write(map pairs: [YAMLPair], indent: Int, after position: Position) {
        guard !pairs.isEmpty else {
            output += position == .start ? "{}\n" : " {}\n"
            return
        }
        if position == .key { output += "\n" }
        for (index, pair) in pairs.enumerated() {
            if position == .dash, index == 0 { output += " " } else { output += blanks(indent) }
            output += ScalarText(pair.key).inLine + ":"
            write(pair.value, indent: indent + 2, after: .key)
        }
    }

    private mutating func write(scalar text: String, isPlain: Bool, indent: Int, after position: Position) {
        if position != .start { output += " " }
        let scalar = ScalarText(text)
        if isPlain, text.isEmpty {
            output += "null\n"
        } else if isPlain, scalar.canBePlain {
            output += text + "\n"
        } else if let lines = scalar.literalLines, position != .start {
            output += text.utf8.last == UInt8(ascii: "\n") ? "|\n" : "|-\n"
            for line in lines { output += line.isEmpty ? "\n" : blanks(indent) + line + "\n" }
        } else {
            output += scalar.inLine + "\n"
        }
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
