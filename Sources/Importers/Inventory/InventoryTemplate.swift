/// An inventory to fill in.
package enum InventoryTemplate {
    /// The first row of a table, with the names of all columns and one entry to be replaced.
    package static var csv: String {
        let columns = InventoryColumn.allCases
        let rows = [columns.map(\.rawValue), columns.map { example[$0] ?? "" }]
        return rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// The same as JSON, with what belongs into each member beside it.
    package static var json: String {
        func text(_ values: [(String, String)], indent: String) -> String {
            values.map { "\(indent)\(escaped($0.0)): \(escaped($0.1))" }.joined(separator: ",\n")
        }
        let columns = InventoryColumn.allCases
        return """
            {
              "inventory": 1,
              "meaning": {
            \(text(columns.map { ($0.rawValue, $0.meaning) }, indent: "    "))
              },
              "entries": [
                {
            \(text(columns.map { ($0.rawValue, example[$0] ?? "") }, indent: "      "))
                }
              ]
            }

            """
    }

    private static let example: [InventoryColumn: String] = [
        .kind: "serviceAccount", .name: "example-to-replace", .owner: "ann@example.com", .environment: "production",
        .system: "billing", .operations: "invoice.read; invoice.create", .credentialKind: "key",
        .credentialName: "billing-key", .created: "2026-01-31", .expires: "2027-01-31", .active: "yes",
        .purpose: "sends invoices",
    ]

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    // Nothing in the template needs another escape.
    private static func escaped(_ text: String) -> String { "\"" + text.replacing("\"", with: "\\\"") + "\"" }
}
