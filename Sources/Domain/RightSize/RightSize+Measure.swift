extension RightSize {
    /// Compares grants with use.
    ///
    /// - Parameters:
    ///   - identity: Whose they are; use of others is left out.
    ///   - grants: All of the identity; those that are not open at `now` are left out.
    ///   - uses: What the identity asked for on the day of `since` and later.
    ///   - since: Beginning of the window.
    ///   - recordedSince: The first day of which anything is recorded here; nil when nothing is.
    ///   - gated: Systems that are reached through the gateway, and so seen.
    ///   - now: End of the window.
    ///   - most: At most so many resources take the place of one grant; more are covered by what lies above them.
    package init(
        of identity: ID<Identity>,
        grants: [Grant],
        uses: [RecordedUse],
        since: Instant,
        recordedSince: Instant?,
        gated: Set<String>,
        now: Instant,
        most: Int = 8,
    ) {
        let open = grants.filter { $0.isOpen(at: now) }.sorted {
            ($0.action.rawValue, "\($0.resource)", $0.id) < ($1.action.rawValue, "\($1.resource)", $1.id)
        }
        let shares = Self.share(uses.filter { $0.identity == identity && $0.verdict == .allow }, among: open)
        var lines: [Line] = []
        var replacements: [ProposedGrant] = []
        for grant in open {
            let share = shares[grant.id] ?? []
            let used = share.filter { $0.count > 0 }
            var line = Line(grant, requests: used, all: share)
            let untold = Self.untold(grant, since: since, recordedSince: recordedSince, gated: gated)
            let left = Cover.smallest(of: Set(used.map(\.resource)), within: grant.resource, most: max(most, 1))
            if let untold {
                line.because = untold
            } else if left.isEmpty {
                line.fate = .drop
                line.becomes = []
                line.because = Self.whyDropped(line, grant, open)
            } else if left != [grant.resource] {
                line.fate = .narrow
                line.becomes = left
                line.because = "only \(left.map(\.description).joined(separator: ", ")) of it was used"
                replacements += left.map { grant.asked(on: $0) }
            }
            lines.append(line)
        }
        self.init(
            identity: identity,
            since: since,
            until: now,
            recordedSince: recordedSince,
            lines: lines,
            replacements: replacements,
        )
    }

    /// Which requests need which grant.
    ///
    /// A request that several grants let through needs the one that lasts longest, the closest of these; where all of them
    /// hold under conditions, which a record does not tell, it may need each.
    private static func share(_ uses: [RecordedUse], among open: [Grant]) -> [ID<Grant>: [RecordedUse]] {
        var shares: [ID<Grant>: [RecordedUse]] = [:]
        for use in uses {
            let covering = open.filter { $0.action == use.action && use.resource.lies(under: $0.resource) }
            let free = covering.filter { $0.conditions.isEmpty && $0.task == nil }
            let best = free.max { left, right in
                (left.ends, left.resource.segments.count, right.id)
                    < (right.ends, right.resource.segments.count, left.id)
            }
            for grant in best.map({ [$0] }) ?? covering { shares[grant.id, default: []].append(use) }
        }
        return shares
    }

    /// Why the record cannot speak of a grant; nil when it can.
    private static func untold(
        _ grant: Grant,
        since: Instant,
        recordedSince: Instant?,
        gated: Set<String>,
    ) -> String? {
        if grant.task != nil { return "it closes with its task" }
        if !gated.contains(grant.resource.system) {
            return "`\(grant.resource.system)` is not behind the gateway, so its use is not seen"
        }
        guard let recordedSince, recordedSince <= since.startOfDay else {
            let first = recordedSince.map { "only since \($0.date)" } ?? "nowhere yet"
            return "use is recorded \(first), so the window is not known whole"
        }
        if grant.begins > since { return "it is younger than the window: it began at \(grant.begins)" }
        return nil
    }

    private static func whyDropped(_ line: Line, _ grant: Grant, _ open: [Grant]) -> String {
        let other = open.first { other in
            other.id != grant.id && other.action == grant.action && grant.resource.lies(under: other.resource)
        }
        if line.keepAlives > 0 { return "only keep-alives were seen of it, \(line.keepAlives), and these are no use" }
        if let other { return "not used, or what was used of it is covered by \(other.id)" }
        return "not used in the window"
    }
}

extension RightSize.Line {
    /// A grant that is kept, with its use.
    fileprivate init(_ grant: Grant, requests used: [RecordedUse], all: [RecordedUse]) {
        var dependents: [String: RightSize.Dependent] = [:]
        for use in used {
            let who = use.originalCaller ?? use.address
            var dependent = dependents[who] ?? RightSize.Dependent(who: who, requests: 0, last: use.last)
            dependent.requests += use.count
            dependent.last = max(dependent.last, use.last)
            dependents[who] = dependent
        }
        self.init(
            grant: grant.id,
            action: grant.action,
            resource: grant.resource,
            ends: grant.ends,
            fate: .keep,
            because: used.isEmpty ? "" : "all of it was used",
            requests: used.reduce(0) { $0 + $1.count },
            keepAlives: all.reduce(0) { $0 + $1.keepAlives },
            lastUsed: used.map(\.last).max(),
            becomes: [grant.resource],
            dependents: Array(
                dependents.values.sorted { ($1.requests, $0.who) < ($0.requests, $1.who) }
                    .prefix(RightSize.mostDependents)
            ),
        )
    }
}

extension Grant {
    /// It as something to ask for.
    package var asked: ProposedGrant { asked(on: resource) }

    /// The same, on a part of its resource.
    package func asked(on part: ResourcePath) -> ProposedGrant {
        ProposedGrant(
            action: action,
            resource: part,
            direction: direction,
            conditions: conditions,
            ends: ends,
            task: task,
        )
    }
}
