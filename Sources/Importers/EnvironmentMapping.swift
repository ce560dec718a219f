/// A file that says which environment a project, branch, folder, source, instance or account belongs to.
///
/// One line each, `name: environment`; a name or environment may stand in double quotes, and has to where it holds `: ` or
/// ` #` or begins with a quote or `#`. Empty lines and such that begin with `#` are passed over. Every such file is a YAML
/// map too.
package struct EnvironmentMapping: Sendable, Hashable {
    package private(set) var environments: [String: String] = [:]

    /// - Throws: `Unreadable`, with its line, at the first line of another form and at a name that comes twice.
    package init(_ text: String) throws(Unreadable) {
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var line = Line(rest: line[...], number: index + 1)
            line.skipBlanks()
            guard let first = line.rest.first, first != "#", !(index == 0 && line.rest == "---") else { continue }
            let name = try line.name()
            let environment = try line.environment()
            guard environments[name] == nil else { throw line.failure("`\(name)` is named twice; leave one of them") }
            environments[name] = Environments.meaning(of: environment) ?? environment
        }
    }

    /// A line that is read from its start.
    private struct Line {
        var rest: Substring
        let number: Int

        mutating func skipBlanks() {
            while rest.first == " " || rest.first == "\t" { rest = rest.dropFirst() }
        }

        mutating func name() throws(Unreadable) -> String {
            if rest.first == "\"" {
                let name = try quoted()
                skipBlanks()
                guard rest.first == ":" else { throw failure("a `:` must follow the name") }
                rest = rest.dropFirst()
                return name
            }
            guard let end = rest.firstRange(of: ": ")?.lowerBound else {
                throw failure("it must have the form `name: environment`")
            }
            defer { rest = rest[rest.index(after: end)...] }
            return try checked(rest[..<end], "name")
        }

        mutating func environment() throws(Unreadable) -> String {
            skipBlanks()
            if rest.first == "\"" {
                let environment = try quoted()
                skipBlanks()
                guard rest.isEmpty || rest.first == "#" else { throw failure("something follows the environment") }
                return environment
            }
            return try checked(rest[..<(rest.firstRange(of: " #")?.lowerBound ?? rest.endIndex)], "environment")
        }

        private func checked(_ text: Substring, _ what: String) throws(Unreadable) -> String {
            var text = text
            while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
            guard !text.isEmpty else { throw failure("the \(what) is empty") }
            return String(text)
        }

        private mutating func quoted() throws(Unreadable) -> String {
            var text = ""
            rest = rest.dropFirst()
            while let character = rest.popFirst() {
                if character == "\"" {
                    guard !text.isEmpty else { throw failure("what stands in quotes is empty") }
                    return text
                }
                guard character == "\\" else {
                    text.append(character)
                    continue
                }
                guard let escaped = rest.popFirst(), escaped == "\"" || escaped == "\\" else {
                    throw failure("only `\\\"` and `\\\\` may follow a backslash")
                }
                text.append(escaped)
            }
            throw failure("the `\"` that ends the text is missing")
        }

        func failure(_ reason: String) -> Unreadable { Unreadable(line: number, reason: reason) }
    }
}
