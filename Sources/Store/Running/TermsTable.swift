package import Domain
package import SQLEngine

/// The terms of governance: one document.
package enum TermsTable {
    private static let setting = "governance.terms"

    /// The defaults before any were set.
    package static func find(in connection: some Connection) throws -> GovernanceTerms {
        guard let row = try connection.row("SELECT value FROM settings WHERE name = \(setting)") else {
            return GovernanceTerms()
        }
        return try row.json("value")
    }

    package static func set(_ terms: GovernanceTerms, at now: Instant, in connection: some Connection) throws {
        try SettingTable.set(setting, to: try JSONColumn(terms).text, at: now, in: connection)
    }
}
