import Crypto

/// One step of a schema's history: forward only, never edited once it was released.
///
/// Statements are written once for both engines, with tokens for what differs (`SchemaToken`):
///
///     Migration(1, "owners", [
///         "CREATE TABLE owners (id {id} PRIMARY KEY, mail {text} NOT NULL UNIQUE, since {time} NOT NULL){strict}",
///     ])
package struct Migration: Sendable, Hashable {
    /// Greater than the id of every migration before it.
    package let id: Int
    package let name: String
    package let statements: [String]

    package init(_ id: Int, _ name: String, _ statements: [String]) {
        self.id = id
        self.name = name
        self.statements = statements
    }

    /// SHA-256 of the statements as they are written, before tokens are replaced, in hexadecimal: the same on every
    /// engine.
    package var hash: String {
        var hash = SHA256()
        for statement in statements {
            hash.update(data: Array("\(statement.utf8.count):".utf8))
            hash.update(data: Array(statement.utf8))
        }
        let digits = Array("0123456789abcdef")
        return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// The statements for one engine.
    ///
    /// - Throws: `.invalid` when a statement has a token that does not exist.
    package func rendered(for engine: Engine) throws(DatabaseError) -> [String] {
        var rendered: [String] = []
        for statement in statements {
            rendered.append(try SchemaToken.render(statement, for: engine, attempt: "render migration \(id) `\(name)`"))
        }
        return rendered
    }
}
