/// What a reviewer sees: what is held against what was used, over a window that is stated.
package struct ReviewEvidence: Sendable, Hashable, Codable {
    /// One grant and its use.
    package struct Held: Sendable, Hashable, Codable {
        package var grant: ID<Grant>
        /// Action and resource, as in `read crm/contacts`.
        package var what: String
        package var begins: Instant
        package var ends: Instant
        /// Last request that it let through; nil when none was seen.
        package var lastUsed: Instant?
        /// Requests it let through, ever.
        package var uses: Int

        package init(grant: ID<Grant>, what: String, begins: Instant, ends: Instant, lastUsed: Instant?, uses: Int) {
            self.grant = grant
            self.what = what
            self.begins = begins
            self.ends = ends
            self.lastUsed = lastUsed
            self.uses = uses
        }
    }

    /// What changed and so opened the review, first things first.
    package var changes: [String] = []
    package var identityClass: IdentityClass?
    package var state: LifecycleState?
    package var hasOwner = true
    package var purpose: String?
    package var held: [Held] = []
    /// For people: the roles they have.
    package var roles: [Role] = []
    /// Last use seen by Penstock or told by the source, for people the last sign-in; nil when none was seen.
    package var lastUse: Instant?
    /// When watching began; what happened before is not known.
    package var watchedSince: Instant
    package var windowDays: Int
    /// Rules that fired on it, worst first: `critical shared-credential`.
    package var findings: [String] = []
    package var lastReview: Instant?
    package var vanished = false

    package init(watchedSince: Instant, windowDays: Int) {
        self.watchedSince = watchedSince
        self.windowDays = windowDays
    }

    /// The grants that were not used within the window, of those that are older than it.
    package func unused(at now: Instant) -> [Held] {
        let window = now - .days(Int64(windowDays))
        return held.filter { $0.begins <= window && ($0.lastUsed.map { $0 < window } ?? true) }
    }

    /// What the evidence speaks for.
    package func proposal(at now: Instant) -> ReviewProposal {
        if identityClass == nil { return roleProposal(at: now) }
        if vanished { return ReviewProposal(.revoke, because: "its source does not show it any more") }
        if !hasOwner, (purpose ?? "").isEmpty {
            return ReviewProposal(.cannotJustify, because: "nobody owns it and nobody said what it is for")
        }
        if let exposed = findings.first(where: { $0.contains("exposed") || $0.contains("literal-secret") }) {
            return ReviewProposal(.rotate, because: "a secret of it lies open: \(exposed)")
        }
        let window = now - .days(Int64(windowDays))
        if watchedSince <= window, lastUse.map({ $0 < window }) ?? true {
            return ReviewProposal(.revoke, because: "no use was seen in \(windowDays) days")
        }
        let unused = unused(at: now)
        if !unused.isEmpty {
            let what = unused.prefix(3).map(\.what).joined(separator: ", ")
            let more = unused.count > 3 ? " and \(unused.count - 3) more" : ""
            return ReviewProposal(.reduce, because: "not used in \(windowDays) days: \(what)\(more)")
        }
        return ReviewProposal(.keep, because: "everything it holds was used in the last \(windowDays) days or is newer")
    }

    private func roleProposal(at now: Instant) -> ReviewProposal {
        let window = now - .days(Int64(windowDays))
        if watchedSince <= window, lastUse.map({ $0 < window }) ?? true {
            return ReviewProposal(.revoke, because: "did not sign in for \(windowDays) days")
        }
        return ReviewProposal(.keep, because: "signed in within the last \(windowDays) days, or is new")
    }
}
