import ArgumentParser

/// One or several values of an enumeration, with commas between them, as an option takes them.
struct Choice<Value: RawRepresentable & CaseIterable & Sendable>: Sendable where Value.RawValue == String {
    let values: [Value]

    init(_ text: String) throws {
        values = try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            guard let value = Value(rawValue: String(part)) else { throw ValidationError("give \(Self.known)") }
            return value
        }
    }

    static func help(_ subject: String) -> ArgumentHelp { ArgumentHelp("\(subject): \(known).") }

    private static var known: String {
        let names = Value.allCases.map(\.rawValue)
        return names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }

    /// All values of several options, as a query takes them.
    static func text(_ choices: [Self]) -> String {
        choices.flatMap(\.values).map(\.rawValue).joined(separator: ",")
    }
}
