/// Resolves expressions of Azure resource templates as far as the template itself says what they are.
///
/// `[concat('office365-', parameters('PlaybookName'))]` becomes the text that a deployment with the default values would
/// use. What only the deployment knows, its subscription, resource group and location, stays as a name in braces.
///
/// Source: Azure Resource Manager, "Syntax and expressions in ARM templates" and "ARM template functions".
struct TemplateExpressions {
    /// A template and the values that were handed to its parameters.
    struct Scope {
        var template: JSONValue
        var passed: JSONValue?
    }

    struct Resolved: Hashable {
        var text: String
        /// Whether every part is known; otherwise parameters without a value stand in braces.
        var isKnown = true
    }

    /// The templates around a place, the innermost first.
    var scopes: [Scope] = []

    /// A value as text; nil for what is none and for an empty text.
    func resolve(_ value: JSONValue?) -> Resolved? {
        guard let text = value?.string, !text.isEmpty else { return nil }
        return resolve(text, depth: 0)
    }

    func resolve(_ text: String, depth: Int = 0) -> Resolved {
        guard text.hasPrefix("["), text.hasSuffix("]"), !text.hasPrefix("[["), text.utf8.count > 2, depth < 16 else {
            return Resolved(text: text.hasPrefix("[[") ? String(text.dropFirst()) : text)
        }
        var parser = Parser(text: Array(text.unicodeScalars.dropFirst().dropLast()))
        guard let expression = parser.expression(), parser.isAtEnd else { return Resolved(text: text, isKnown: false) }
        return value(of: expression, depth: depth)
    }

    // MARK: - Values

    private func value(of expression: Expression, depth: Int) -> Resolved {
        switch expression {
        case .literal(let text): return Resolved(text: text)
        case .call(let name, let arguments, let members):
            let result = call(name, arguments, members: members, depth: depth)
            guard members.isEmpty || ["resourcegroup", "subscription", "deployment"].contains(name) else {
                return Resolved(text: ([result.text] + members).joined(separator: "."), isKnown: false)
            }
            return result
        }
    }

    private func call(_ name: String, _ arguments: [Expression], members: [String], depth: Int) -> Resolved {
        func values() -> [Resolved] { arguments.map { value(of: $0, depth: depth + 1) } }
        func joined(_ parts: [Resolved], by separator: String) -> Resolved {
            Resolved(
                text: parts.map(\.text).joined(separator: separator),
                isKnown: parts.allSatisfy(\.isKnown),
            )
        }
        switch name {
        case "concat": return joined(values(), by: "")
        case "parameters": return parameter(values().first?.text ?? "", depth: depth)
        case "variables": return variable(values().first?.text ?? "", depth: depth)
        case "resourceid", "subscriptionresourceid", "extensionresourceid": return joined(values(), by: "/")
        case "tolower": return changed(values().first) { $0.lowercased() }
        case "toupper": return changed(values().first) { $0.uppercased() }
        case "resourcegroup", "subscription", "deployment":
            return Resolved(text: "{\(([name] + members).joined(separator: "."))}")
        default:
            let inside = joined(values(), by: ",")
            return Resolved(text: "{\(name)(\(inside.text))}", isKnown: name == "uniquestring" && inside.isKnown)
        }
    }

    private func changed(_ value: Resolved?, _ change: (String) -> String) -> Resolved {
        guard let value else { return Resolved(text: "", isKnown: false) }
        return Resolved(text: change(value.text), isKnown: value.isKnown)
    }

    private func parameter(_ name: String, depth: Int) -> Resolved {
        for scope in scopes {
            let passed = scope.passed.flatMap { member(name, of: $0) }?["value"]
            let value = passed ?? scope.template["parameters"].flatMap { member(name, of: $0) }?["defaultValue"]
            if let text = value?.scalarText, !text.isEmpty { return resolve(text, depth: depth + 1) }
        }
        return Resolved(text: "{\(name)}", isKnown: false)
    }

    private func variable(_ name: String, depth: Int) -> Resolved {
        for scope in scopes {
            let value = scope.template["variables"].flatMap { member(name, of: $0) }
            if let text = value?.scalarText { return resolve(text, depth: depth + 1) }
        }
        return Resolved(text: "{\(name)}", isKnown: false)
    }

    /// Names of parameters and variables make no difference between upper and lower case.
    private func member(_ name: String, of object: JSONValue) -> JSONValue? {
        let wanted = name.lowercased()
        return object.members.first { $0.name.string?.lowercased() == wanted }?.value
    }

    // MARK: - Syntax

    private indirect enum Expression {
        case literal(String)
        /// A function's name in lower case, its arguments, and the members taken of its result.
        case call(String, [Expression], members: [String])
    }

    private struct Parser {
        let text: [UnicodeScalar]
        var position = 0
        var depth = 0

        init(text: [UnicodeScalar]) { self.text = text }

        var isAtEnd: Bool { position == text.count }

        mutating func expression() -> Expression? {
            depth += 1
            defer { depth -= 1 }
            guard depth < 64 else { return nil }
            skipSpace()
            if take("'") { return quoted().map(Expression.literal) }
            let word = word()
            guard !word.isEmpty else { return nil }
            skipSpace()
            guard take("(") else { return word.allSatisfy(\.isNumber) ? .literal(word) : nil }
            var arguments: [Expression] = []
            skipSpace()
            if !take(")") {
                repeat {
                    guard let argument = expression() else { return nil }
                    arguments.append(argument)
                    skipSpace()
                } while take(",")
                guard take(")") else { return nil }
            }
            guard let members = members() else { return nil }
            skipSpace()
            return .call(word.lowercased(), arguments, members: members)
        }

        /// `.name` and `[index]` behind a call.
        private mutating func members() -> [String]? {
            var members: [String] = []
            while true {
                if take(".") {
                    members.append(word())
                } else if take("[") {
                    guard case .literal(let text)? = expression() else { return nil }
                    skipSpace()
                    guard take("]") else { return nil }
                    members.append(text)
                } else {
                    return members
                }
            }
        }

        private mutating func word() -> String {
            var word = String.UnicodeScalarView()
            while position < text.count, text[position].properties.isAlphabetic || text[position].isDigit {
                word.append(text[position])
                position += 1
            }
            return String(word)
        }

        /// The text up to the closing quote; two quotes stand for one.
        private mutating func quoted() -> String? {
            var result = String.UnicodeScalarView()
            while position < text.count {
                let scalar = text[position]
                position += 1
                if scalar != "'" {
                    result.append(scalar)
                } else if !take("'") {
                    return String(result)
                } else {
                    result.append("'")
                }
            }
            return nil
        }

        private mutating func skipSpace() {
            while position < text.count, text[position].properties.isWhitespace { position += 1 }
        }

        private mutating func take(_ scalar: UnicodeScalar) -> Bool {
            guard position < text.count, text[position] == scalar else { return false }
            position += 1
            return true
        }
    }
}

extension UnicodeScalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
