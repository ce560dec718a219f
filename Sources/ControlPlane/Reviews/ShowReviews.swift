import Audit
package import Domain
import SQLEngine
import Store

/// A campaign and how far it is.
package struct ReviewSummary: Sendable, Hashable {
    package var campaign: ReviewCampaign
    package var quality: ReviewQuality
}

/// One item with what happened since the last review.
package struct ReviewItemDetail: Sendable {
    package var item: ReviewItem
    package var reviewerEmail: String?
    package var events: [LogEntry]
}

extension ControlPlane {
    package func reviews(openOnly: Bool, page: PageRequest, by caller: Caller) async throws -> Page<ReviewSummary> {
        try require(.view, by: caller)
        let moment = now()
        return try await database.read { connection in
            try ReviewCampaignTable.list(openOnly: openOnly, page: page, in: connection).map { campaign in
                let quality = try ReviewItemTable.quality(of: campaign.id, at: moment, in: connection)
                return ReviewSummary(campaign: campaign, quality: quality)
            }
        }
    }

    package func review(_ id: ID<ReviewCampaign>, by caller: Caller) async throws -> ReviewSummary {
        try require(.view, by: caller)
        let moment = now()
        return try await database.read { connection in
            guard let campaign = try ReviewCampaignTable.find(id, in: connection) else {
                throw Failure(.notFound, "there is no review `\(id)`", remedy: "`penstock reviews` lists them")
            }
            let quality = try ReviewItemTable.quality(of: id, at: moment, in: connection)
            return ReviewSummary(campaign: campaign, quality: quality)
        }
    }

    /// Items by name; with `mine` only those that wait for the caller.
    package func reviewItems(
        of campaign: ID<ReviewCampaign>?,
        state: ReviewItem.State?,
        mine: Bool,
        page: PageRequest,
        by caller: Caller,
    ) async throws -> Page<ReviewItem> {
        try require(.view, by: caller)
        var reviewer: ID<User>?
        if mine, case .user(let user) = caller { reviewer = user.id }
        return try await database.read { [reviewer] connection in
            try ReviewItemTable.list(of: campaign, state: state, reviewer: reviewer, page: page, in: connection)
        }
    }

    /// One item with what changed since the last review; that somebody who may decide looked at it is noted.
    package func reviewItem(_ id: ID<ReviewItem>, by caller: Caller) async throws -> ReviewItemDetail {
        try require(.view, by: caller)
        let moment = now()
        let item = try await database.read { try Self.reviewItem(id, in: $0) }
        if item.seen == nil, item.state != .decided, (try? await requireReview(of: item, by: caller)) != nil {
            try await database.write { connection in
                var item = try Self.reviewItem(id, in: connection)
                guard item.seen == nil else { return }
                item.seen = moment
                try ReviewItemTable.update(item, in: connection)
            }
        }
        return try await database.read { connection in
            let item = try Self.reviewItem(id, in: connection)
            var filter = EventFilter()
            filter.subject = item.identity?.text ?? item.user?.text
            filter.from = item.evidence.lastReview
            filter.kinds = Self.changing
            return ReviewItemDetail(
                item: item,
                reviewerEmail: try item.reviewer.flatMap { try UserTable.find($0, in: connection)?.email },
                events: try AuditLog.entries(filter, page: PageRequest(limit: 20), in: connection).items.map {
                    LogEntry(index: $0.index, event: $0.event)
                },
            )
        }
    }

    /// What a reviewer asks for when they ask what changed.
    private static let changing: Set<Event.Kind> = [
        .identityDiscovered, .identityChanged, .identityVanished, .identityRegistered, .identityStateChanged,
        .grantAdded, .grantRevoked, .clientAdded, .stopped, .resumed, .userAdded, .userChanged,
    ]
}
