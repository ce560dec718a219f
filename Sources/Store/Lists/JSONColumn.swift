import SQLEngine

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A value kept whole in one column, as JSON text; equal values have equal text.
struct JSONColumn<Value: Codable & Sendable>: SQLValue {
    let value: Value

    static var sqlType: SQLType { .text }

    var datum: SQLDatum { .text(text) }

    let text: String

    /// - Throws: What the value's `encode` throws.
    init(_ value: Value) throws {
        self.value = value
        text = try JSONWriter.text(of: value)
    }

    init?(datum: SQLDatum) {
        guard case .text(let text) = datum,
            let value = try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
        else { return nil }
        self.value = value
        self.text = text
    }
}

extension Row {
    /// The value kept as JSON in a column.
    ///
    /// - Throws: `.decoding` when it is NULL or not the JSON of a `Value`.
    func json<Value: Codable & Sendable>(_ name: String, as: Value.Type = Value.self) throws -> Value {
        try get(name, as: JSONColumn<Value>.self).value
    }
}
