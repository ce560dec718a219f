/// The names and values of a query or of a form (`application/x-www-form-urlencoded`), in their order.
struct FormData: Sendable {
    let pairs: [(name: String, value: String)]

    /// What cannot be decoded is left out.
    init(_ bytes: some Collection<UInt8>) {
        pairs = bytes.split(separator: UInt8(ascii: "&")).prefix(500).compactMap { part in
            let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first.flatMap({ Percent.decode($0, plusIsSpace: true) }) else { return nil }
            guard let value = halves.count == 2 ? Percent.decode(halves[1], plusIsSpace: true) : "" else { return nil }
            return (name, value)
        }
    }

    init(_ text: String?) {
        self.init((text ?? "").utf8)
    }

    /// The first value of `name` as it came.
    func first(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// The first value of `name` without white space around it; nil when nothing is left.
    func text(_ name: String) -> String? {
        guard let value = first(name) else { return nil }
        let scalars = value.unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        return String(value[start...end])
    }

    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// The value of `name` where it is one of the values of `Choice`.
    func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
        text(name).flatMap { Choice(rawValue: $0) }
    }

    /// The value of `name` cut at its commas.
    func list(_ name: String) -> [String] {
        (text(name) ?? "").split(separator: ",").map { $0.drop { $0 == " " } }
            .map { part in String(part.reversed().drop { $0 == " " }.reversed()) }
            .filter { !$0.isEmpty }
    }
}
