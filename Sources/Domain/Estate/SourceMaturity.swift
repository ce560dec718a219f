/// How far a source is governed: the stages of the way from knowing what there is to credentials that last minutes.
///
/// Computed from what is recorded, never said by anybody. A stage is reached when it and all before it are; what a source
/// cannot tell does not count as done.
package struct SourceMaturity: Sendable, Hashable, Codable {
    package enum Stage: String, Sendable, Hashable, Codable, CaseIterable {
        /// All of it was read lately, and each part of it is an identity.
        case inventory
        /// Somebody answers for each identity.
        case ownership
        /// What each proves itself with is known, not only mentioned.
        case discovery
        /// What lasts is changed in time.
        case rotation
        /// Nothing lasts longer than a day.
        case ephemeral
    }

    /// One credential, as far as the stages ask.
    package struct Token: Sendable, Hashable {
        /// Whether the source itself tells anything of it: declares it, or gives a date or the value.
        package var isDescribed: Bool
        /// When it was last changed or made; nil when the source does not say.
        package var changed: Instant?
        package var expires: Instant?

        package init(_ credential: Credential) {
            changed = credential.lastRotated ?? credential.createdAt
            expires = credential.expires
            isDescribed = credential.declared || credential.fingerprint != nil || changed != nil || expires != nil
        }
    }

    /// What the stages are computed from.
    package struct Evidence: Sendable, Hashable {
        package var lastImport: Instant
        /// Whether identities for what was read are still to follow.
        package var isBeingTakenOver = false
        /// Identities that are in it and not retired.
        package var identities = 0
        package var owned = 0
        package var tokens: [Token] = []

        package init(lastImport: Instant) { self.lastImport = lastImport }
    }

    /// nil when not even the inventory is whole.
    package var reached: Stage?
    /// The stage that comes next; nil when there is none.
    package var next: Stage?
    /// What the next stage lacks, one sentence each.
    package var missing: [String]

    /// An import that is older says what there was.
    package static let freshness = Duration.days(35)
    /// What lasts longer than a day is changed at least so often.
    package static let rotation = Duration.days(90)

    package init(_ evidence: Evidence, at now: Instant) {
        for stage in Stage.allCases {
            let missing = Self.missing(for: stage, evidence, now)
            guard missing.isEmpty else {
                next = stage
                self.missing = missing
                return
            }
            reached = stage
        }
        missing = []
    }

    private static func missing(for stage: Stage, _ evidence: Evidence, _ now: Instant) -> [String] {
        let tokens = evidence.tokens
        switch stage {
        case .inventory:
            var missing: [String] = []
            if evidence.isBeingTakenOver { missing.append("identities for what was read are still to follow") }
            if evidence.identities == 0 { missing.append("nothing of it is an identity yet") }
            if evidence.lastImport + freshness < now {
                missing.append("it was last read on \(evidence.lastImport.date): import it again")
            }
            return missing
        case .ownership:
            let unowned = evidence.identities - evidence.owned
            return unowned > 0 ? ["\(unowned) of \(evidence.identities) identities have no owner"] : []
        case .discovery:
            if tokens.isEmpty {
                return ["it tells of no credential, so what its identities prove themselves with is not known"]
            }
            let unknown = tokens.count { !$0.isDescribed }
            return unknown > 0
                ? ["of \(unknown) of \(tokens.count) credentials nothing is known but that a step mentions them"] : []
        case .rotation:
            let lasting = tokens.filter { !$0.isEphemeral }
            let undated = lasting.count { $0.changed == nil }
            let old = lasting.count { token in token.changed.map { $0 + rotation < now } ?? false }
            var missing: [String] = []
            if undated > 0 { missing.append("of \(undated) credentials it is not known when they were last changed") }
            if old > 0 { missing.append("\(old) credentials were not changed for 90 days") }
            return missing
        case .ephemeral:
            let lasting = tokens.count { !$0.isEphemeral }
            return lasting > 0 ? ["\(lasting) of \(tokens.count) credentials last longer than a day"] : []
        }
    }
}

extension SourceMaturity.Token {
    /// Whether it lasts a day at most.
    fileprivate var isEphemeral: Bool {
        guard let changed, let expires else { return false }
        return expires <= changed + .days(1)
    }
}
