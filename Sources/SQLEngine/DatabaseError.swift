/// What a database refused or failed to do.
package struct DatabaseError: Error {
    package enum Kind: Sendable, Hashable {
        /// A row with the same value exists. `columns` is empty when the engine does not tell them.
        case constraintUnique(table: String, columns: [String])
        /// A referenced row does not exist, or a row is still referenced.
        case constraintForeign
        /// A CHECK or NOT NULL failed.
        case constraintCheck
        /// Held by somebody else: a lock, another process, too many conflicts, or a statement timeout. May be repeated.
        case busy
        /// The database cannot be reached or opened, or the connection was lost. After a lost connection during
        /// `write` it is unknown whether the transaction was committed.
        case connection
        /// The database was written by a newer version of the program.
        case newer
        /// A migration that was applied differs from the one in the program.
        case changedMigration
        /// A column is missing, NULL or of another type.
        case decoding
        /// The query or a value cannot be used on both engines; our mistake or unchecked input.
        case invalid
        case other
    }

    package let kind: Kind
    /// What was tried, for instance "run `INSERT INTO owners …`"; never with values or passwords.
    package let attempt: String
    /// Why it failed and, where there is one, the remedy.
    package let message: String
    package let cause: (any Error)?

    package init(_ kind: Kind, _ attempt: String, _ message: String, cause: (any Error)? = nil) {
        self.kind = kind
        self.attempt = attempt
        self.message = message
        self.cause = cause
    }

    /// True when `kind` is `constraintUnique`.
    package var isUniqueViolation: Bool {
        if case .constraintUnique = kind { true } else { false }
    }
}

extension DatabaseError: CustomStringConvertible {
    package var description: String { "\(attempt): \(message)" }
}
