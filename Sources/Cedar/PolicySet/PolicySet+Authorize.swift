extension PolicySet {
    /// Decides a request.
    ///
    /// A policy applies when its scope fits and its conditions hold; one that fails does not apply and is reported. The
    /// request is granted when a `permit` applies and no `forbid` does.
    ///
    /// `entities` says what the request's entities are and belong to; with ``Entities/adding(_:)`` it may include some
    /// that exist for this request only.
    public func authorize(_ request: Request, _ entities: Entities) -> Answer {
        var verdict = Verdict()
        let situation = Situation(request, entities)
        index.visitCandidates(situation, entries) { place in
            guard let policy = entries[Int(place)], policy.isInScope(situation) else { return }
            verdict.take(place, policy, situation)
        }
        return verdict.answer(entries)
    }

    /// Decides several requests over the same entities, in order.
    public func authorize(_ requests: [Request], _ entities: Entities) -> [Answer] {
        requests.map { authorize($0, entities) }
    }

    /// Decides a request by looking at every policy: the measure for the index.
    package func authorizeByScanning(_ request: Request, _ entities: Entities) -> Answer {
        var verdict = Verdict()
        let situation = Situation(request, entities)
        for place in entries.indices {
            guard let policy = entries[place], policy.isInScope(situation) else { continue }
            verdict.take(Int32(place), policy, situation)
        }
        return verdict.answer(entries)
    }
}

/// What has been found out about one request so far.
private struct Verdict {
    private var permits = PlaceList()
    private var forbids = PlaceList()
    private var errors: [(place: Int32, error: PolicyError)] = []

    mutating func take(_ place: Int32, _ policy: CompiledPolicy, _ situation: Situation) {
        do {
            guard try policy.program.isTrue(in: situation) else { return }
            switch policy.effect {
            case .permit: permits.append(place)
            case .forbid: forbids.append(place)
            }
        } catch {
            errors.append((place, PolicyError(policy: policy.id, error: error)))
        }
    }

    func answer(_ entries: ContiguousArray<CompiledPolicy?>) -> Answer {
        let failures = errors.isEmpty ? [] : errors.sorted { $0.place < $1.place }.map(\.error)
        if !forbids.isEmpty { return Answer(.deny, forbids, failures, entries) }
        return Answer(permits.isEmpty ? .deny : .allow, permits, failures, entries)
    }
}
