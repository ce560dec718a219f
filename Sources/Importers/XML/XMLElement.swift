/// An element of an XML text, with all it holds.
struct XMLElement: Sendable, Hashable {
    var name: String
    var attributes: [String: String] = [:]
    var children: [XMLElement] = []
    /// Its own text without that of its children, entities resolved.
    var text = ""

    /// The first child of that name.
    subscript(name: String) -> XMLElement? { children.first { $0.name == name } }

    /// Its text without white space at the ends; nil when nothing is left.
    var trimmed: String? {
        let text = self.text.drop(while: \.isWhitespace)
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(text[...last])
    }

    /// Elements of that name, itself included, in the order of the text; none inside another of the same name.
    func all(named name: String) -> [XMLElement] {
        if self.name == name { return [self] }
        return children.flatMap { $0.all(named: name) }
    }
}
