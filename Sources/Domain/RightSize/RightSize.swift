/// What an identity was granted against what it used of it within a window, and the smallest grants that cover the use.
///
/// It only ever takes away: whatever stays lies within a grant that is open. What the record cannot speak of (a grant
/// younger than the window, a system that is not behind the gateway, a task's own grant) stays as it is, and says why.
package struct RightSize: Sendable, Hashable, Codable {
    package enum Fate: String, Sendable, Hashable, Codable, CaseIterable {
        case keep, narrow, drop
    }

    /// Somebody on whose behalf, or from whose address, a grant was used: who breaks when it goes.
    package struct Dependent: Sendable, Hashable, Codable {
        /// The original caller; the address of the caller where nobody said for whom.
        package var who: String
        package var requests: Int
        package var last: Instant

        package init(who: String, requests: Int, last: Instant) {
            self.who = who
            self.requests = requests
            self.last = last
        }
    }

    /// One grant with its use.
    package struct Line: Sendable, Hashable, Codable {
        package var grant: ID<Grant>
        package var action: ActionClass
        package var resource: ResourcePath
        package var ends: Instant
        package var fate: Fate
        package var because: String
        /// Requests of the window that needed it.
        package var requests: Int
        /// Requests that only kept a connection alive; these are no use.
        package var keepAlives: Int
        package var lastUsed: Instant?
        /// What is left of it: itself when it is kept, nothing when it is dropped.
        package var becomes: [ResourcePath]
        /// Most requests first, at most `RightSize.mostDependents`.
        package var dependents: [Dependent]

        package init(
            grant: ID<Grant>,
            action: ActionClass,
            resource: ResourcePath,
            ends: Instant,
            fate: Fate,
            because: String,
            requests: Int,
            keepAlives: Int,
            lastUsed: Instant?,
            becomes: [ResourcePath],
            dependents: [Dependent],
        ) {
            self.grant = grant
            self.action = action
            self.resource = resource
            self.ends = ends
            self.fate = fate
            self.because = because
            self.requests = requests
            self.keepAlives = keepAlives
            self.lastUsed = lastUsed
            self.becomes = becomes
            self.dependents = dependents
        }
    }

    package var identity: ID<Identity>
    /// Beginning of the window.
    package var since: Instant
    package var until: Instant
    /// The first day of which anything is recorded here; nil when nothing is.
    package var recordedSince: Instant?
    /// One line a grant that is open, by action and resource.
    package var lines: [Line]
    /// What takes the place of the grants that are narrowed.
    package var replacements: [ProposedGrant]

    package static let mostDependents = 10

    package init(
        identity: ID<Identity>,
        since: Instant,
        until: Instant,
        recordedSince: Instant?,
        lines: [Line],
        replacements: [ProposedGrant],
    ) {
        self.identity = identity
        self.since = since
        self.until = until
        self.recordedSince = recordedSince
        self.lines = lines
        self.replacements = replacements
    }

    /// Grants that would be taken back, those that are narrowed among them.
    package var revoked: [ID<Grant>] { lines.filter { $0.fate != .keep }.map(\.grant) }

    /// Whether there is anything to reduce.
    package var isSmaller: Bool { lines.contains { $0.fate != .keep } }
}
