package import SQLEngine

/// The number of the state that decisions depend on: identities, grants, systems, people, leases, policies.
///
/// INVARIANT: every transaction that changes any of these bumps the epoch, so that a node that has loaded epoch `n`
/// knows all that was committed up to it.
package enum WorldTable {
    /// Woken by every bump when it is committed.
    package static let channel: Identifier = "penstock_world"

    package static func epoch(in connection: some Connection) throws -> Int64 {
        guard let epoch = try connection.scalar("SELECT epoch FROM world", as: Int64.self) else { throw missing }
        return epoch
    }

    /// Raises the epoch by one and wakes whoever listens, once the transaction commits.
    ///
    /// - Returns: The epoch from now on.
    @discardableResult
    package static func bump(in connection: some Connection) throws -> Int64 {
        guard
            let epoch = try connection.scalar("UPDATE world SET epoch = epoch + 1 RETURNING epoch", as: Int64.self)
        else { throw missing }
        try connection.notify(channel)
        return epoch
    }

    private static var missing: DatabaseError {
        DatabaseError(.other, "read the epoch", "the store has lost its row in `world`: restore a backup")
    }
}
