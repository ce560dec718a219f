package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// What a person was told, newest first: each reads their own inbox and nobody else's.
    package func inbox(
        unreadOnly: Bool,
        page: PageRequest,
        by caller: Caller,
    ) async throws -> Page<InboxEntry> {
        let user = try person(behind: caller)
        return try await database.read {
            try InboxTable.list(of: user, unreadOnly: unreadOnly, page: page, in: $0)
        }
    }

    package func unreadNotices(by caller: Caller) async throws -> Int {
        guard case .user(let user) = caller else { return 0 }
        return try await database.read { try InboxTable.unread(of: user.id, in: $0) }
    }

    /// Marks one notice as read, or all when none is named.
    ///
    /// - Returns: How many were unread.
    @discardableResult
    package func markRead(_ notice: ID<InboxEntry>?, by caller: Caller) async throws -> Int {
        let user = try person(behind: caller)
        let moment = now()
        return try await database.write { try InboxTable.markRead(of: user, notice, at: moment, in: $0) }
    }

    private func person(behind caller: Caller) throws -> ID<User> {
        guard case .user(let user) = caller else {
            throw Failure(
                .invalid,
                "only a person has an inbox",
                remedy: "sign in, or ask with a token of yours; `penstock log` shows every event",
            )
        }
        return user.id
    }
}
