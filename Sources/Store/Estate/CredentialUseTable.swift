package import Domain
package import SQLEngine

/// Which workflows and accounts use which credentials; written by `EstateStage`.
package enum CredentialUseTable {
    /// Keys of the parts of one kind that are present and use a credential, sorted.
    package static func users(
        of credential: String,
        kind: EstatePartKind,
        in source: ID<Source>,
        _ connection: some Connection,
    ) throws -> [String] {
        try connection.rows(
            """
            SELECT e.key FROM credential_uses u
            JOIN estate e ON e.source = u.source AND e.kind = u.kind AND e.key = u.key AND e.since = u.since
            WHERE u.source = \(source) AND u.credential = \(credential.storable) AND u.kind = \(kind)
                AND e.vanished IS NULL
            ORDER BY e.key
            """
        ).map { try $0.text("key") }
    }
}
