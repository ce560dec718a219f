package import Domain
package import SQLEngine

/// Which workflows and accounts use which credentials; written by `EstateStage`.
package enum CredentialUseTable {
    /// Keys of the credentials that anything present uses, by source.
    package static func used(in connection: some Connection) throws -> [ID<Source>: Set<String>] {
        var used: [ID<Source>: Set<String>] = [:]
        try connection.forEachRow(
            """
            SELECT DISTINCT u.source, u.credential FROM credential_uses u
            JOIN estate e ON e.source = u.source AND e.kind = u.kind AND e.key = u.key AND e.since = u.since
            WHERE e.vanished IS NULL
            """
        ) { used[try $0.get("source"), default: []].insert(try $0.text("credential")) }
        return used
    }

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
