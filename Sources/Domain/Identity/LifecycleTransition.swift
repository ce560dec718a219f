/// The named ways from one state of an identity to another; there are no others.
package enum LifecycleTransition: String, Sendable, Hashable, Codable, CaseIterable {
    /// Somebody asks for it to become active.
    case propose
    /// The request was approved.
    case activate
    /// The request was refused or withdrawn.
    case dismiss
    /// Somebody, or a rule that is due, stops it.
    case stop
    /// Its renewal date passed and nobody renewed it.
    case lapse
    /// Its own end date passed.
    case end
    /// Its owner is gone, or its ownership is disputed, and nobody took it over in time.
    case orphan
    /// Its source switched it off, or shows it no more.
    case disable
    /// Who stopped it lets it go on.
    case resume
    /// A new approval lets it go on, whatever it was suspended for.
    case reinstate
    /// It is an unapproved copy, or cannot answer the two questions.
    case quarantine
    /// A copy, or what was quarantined, asks to be an identity of its own.
    case release
    /// It ends for good.
    case retire

    /// Who or what causes it.
    package enum Cause: String, Sendable, Hashable, Codable, CaseIterable {
        /// A person or the operator, through a use case that Cedar permits.
        case person
        /// An approval that is complete.
        case approval
        /// A date that passed.
        case schedule
        /// An import.
        case source
    }

    package var from: Set<LifecycleState> {
        switch self {
        case .propose: [.discovered]
        case .activate: [.proposed]
        case .dismiss: [.proposed]
        case .stop: [.discovered, .proposed, .active, .quarantined, .suspended]
        case .lapse, .end, .orphan: [.active]
        case .disable: [.active, .proposed]
        case .resume, .reinstate: [.suspended]
        case .quarantine: [.discovered, .proposed, .active, .suspended]
        case .release: [.quarantined]
        case .retire: [.discovered, .proposed, .active, .suspended, .quarantined]
        }
    }

    package var to: LifecycleState {
        switch self {
        case .propose, .release: .proposed
        case .activate, .resume, .reinstate: .active
        case .dismiss: .discovered
        case .stop, .lapse, .end, .orphan, .disable: .suspended
        case .quarantine: .quarantined
        case .retire: .retired
        }
    }

    package var causes: Set<Cause> {
        switch self {
        case .propose, .release: [.person]
        case .activate, .reinstate: [.approval]
        case .dismiss: [.person, .schedule]
        case .stop: [.person, .schedule]
        case .lapse, .end, .orphan: [.schedule]
        case .disable: [.source]
        case .resume: [.person]
        case .quarantine: [.source, .schedule, .person]
        case .retire: [.person, .approval]
        }
    }

    /// What it is suspended for afterwards; nil when it is not suspended.
    package var suspension: Suspension? {
        switch self {
        case .stop: .stopped
        case .lapse: .renewalPassed
        case .end: .ended
        case .orphan: .ownerGone
        case .disable: .disabledInSource
        case .propose, .release, .activate, .resume, .reinstate, .dismiss, .quarantine, .retire: nil
        }
    }
}

/// Why an identity is suspended.
package enum Suspension: String, Sendable, Hashable, Codable, CaseIterable {
    case stopped, renewalPassed, ended, ownerGone, disabledInSource
}

/// Why an identity cannot change state.
package enum TransitionRefusal: Error, Sendable, Hashable {
    /// There is no such way from where it is.
    case noSuchWay(LifecycleTransition, from: LifecycleState)
    /// It cannot be caused like this.
    case wrongCause(LifecycleTransition, LifecycleTransition.Cause)
    case missing([MissingField])
    /// It was suspended for something that only a new approval ends.
    case needsApproval(Suspension)
    case notDue(LifecycleTransition)
}

extension Identity {
    /// This identity after a transition.
    ///
    /// - Throws: What forbids it; see `LifecycleTransition`.
    package func moved(
        _ transition: LifecycleTransition,
        by cause: LifecycleTransition.Cause,
        at now: Instant,
    ) throws(TransitionRefusal) -> Identity {
        guard transition.from.contains(state) else { throw .noSuchWay(transition, from: state) }
        guard transition.causes.contains(cause) else { throw .wrongCause(transition, cause) }
        switch transition {
        case .activate, .reinstate, .resume:
            let missing = missingForActive(at: now)
            guard missing.isEmpty else { throw .missing(missing) }
            if transition == .resume, let suspension, suspension != .stopped { throw .needsApproval(suspension) }
        case .lapse:
            guard let renewal, renewal + classification.identityClass.renewalGrace <= now else {
                throw .notDue(transition)
            }
        case .end:
            guard let expires, expires <= now else { throw .notDue(transition) }
        case .propose, .release, .dismiss, .stop, .orphan, .disable, .quarantine, .retire: break
        }
        var next = self
        next.state = transition.to
        // Somebody's stop does not lift what else it is suspended for.
        next.suspension = state == .suspended ? suspension ?? transition.suspension : transition.suspension
        if transition.to != .suspended { next.suspension = nil }
        next.updated = now
        return next
    }
}
