/// The states of an identity, from first sight to retirement.
package enum LifecycleState: String, Sendable, Hashable, Codable, CaseIterable {
    case discovered, proposed, active, suspended, retired, quarantined

    /// The states that may follow by one transition; no others exist.
    package var successors: Set<LifecycleState> {
        Set(LifecycleTransition.allCases.filter { $0.from.contains(self) && $0.to != self }.map(\.to))
    }

    package func allows(_ next: LifecycleState) -> Bool { successors.contains(next) }
}

/// What an identity lacks to be active.
package struct MissingField: Sendable, Hashable, Codable {
    package var field: String
    package var why: String

    package init(_ field: String, why: String) {
        self.field = field
        self.why = why
    }
}

extension Identity {
    /// What stands between this identity and being active at `now`; empty when nothing does.
    package func missingForActive(at now: Instant) -> [MissingField] {
        var missing: [MissingField] = []
        func need(_ present: Bool, _ field: String, _ why: String) {
            if !present { missing.append(MissingField(field, why: why)) }
        }
        need(owner != nil, "owner", "exactly one person answers for it")
        need(technicalOwner != nil, "technicalOwner", "one person can change it")
        need(backupApprover != nil, "backupApprover", "someone decides when the owner is away")
        need(!(purpose ?? "").isBlank, "purpose", "what it is for, in words")
        need(!(systemPurpose ?? "").isBlank, "systemPurpose", "which system it serves, and from which it takes")
        need(!(environment ?? "").isBlank, "environment", "where it may act")
        need(!(function ?? "").isBlank, "function", "which part of the business it works for")
        need(pattern != nil, "pattern", "how it works: batch, eventDriven, autonomousSync …")
        need(expires != nil, "expires", "nothing is permanent")
        need(renewal != nil, "renewal", "somebody confirms it on a date")
        need(!declaredReach.isEmpty, "declaredReach", "the systems it is meant to reach: its declared blast radius")
        need(!(stopPath ?? "").isBlank, "stopPath", "how it is stopped")
        need(stoppedBy != nil, "stoppedBy", "who stops it")
        if let owner, let backupApprover, owner == backupApprover {
            missing.append(MissingField("backupApprover", why: "must be another person than the owner"))
        }
        if let expires, expires <= now { missing.append(MissingField("expires", why: "must lie in the future")) }
        if let renewal, renewal <= now { missing.append(MissingField("renewal", why: "must lie in the future")) }
        return missing
    }
}

extension String {
    /// Whether there is nothing but white space in it.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
