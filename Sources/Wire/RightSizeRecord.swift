package import Domain

/// What an identity was granted against what it used, with the dry run of the smaller grants.
package struct RightSizeRecord: Sendable, Codable {
    package var identity: ID<Identity>
    package var name: String
    package var since: Instant
    package var until: Instant
    /// The first day of which anything is recorded; absent when nothing is, and then nothing can be said.
    package var recordedSince: Instant?
    package var grants: [RightSize.Line]
    /// What takes the place of the grants that are narrowed.
    package var replacements: [ProposedGrant]
    /// Recorded requests of the window asked again, with the grants as they are and as they would be.
    package var dryRun: PolicyEffect

    package init(name: String, size: RightSize, dryRun: PolicyEffect) {
        identity = size.identity
        self.name = name
        since = size.since
        until = size.until
        recordedSince = size.recordedSince
        grants = size.lines
        replacements = size.replacements
        self.dryRun = dryRun
    }
}

/// Asks that an identity be left with what it used.
package struct RightSizeOrder: WireBody {
    package static let members: Set = ["since", "reason"]

    /// Beginning of the window; 90 days ago when it is left out.
    package var since: Instant?
    package var reason: String?

    package init(since: Instant?, reason: String?) {
        self.since = since
        self.reason = reason
    }
}
