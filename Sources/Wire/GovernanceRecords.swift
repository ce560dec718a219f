package import Domain

package struct ReviewOrder: WireBody {
    package static let members: Set = ["title", "kind", "identities"]

    package var title: String
    /// `connectors` when absent.
    package var kind: ReviewCampaign.Kind?
    /// Ids or names; all that are active when absent.
    package var identities: [String]?

    package init(title: String, kind: ReviewCampaign.Kind?, identities: [String]?) {
        self.title = title
        self.kind = kind
        self.identities = identities
    }
}

/// A campaign and how far it is.
package struct ReviewRecord: Sendable, Codable {
    package var review: ReviewCampaign
    package var quality: ReviewQuality
    /// Share decided by somebody, 0 to 1.
    package var coverage: Double

    package init(review: ReviewCampaign, quality: ReviewQuality) {
        self.review = review
        self.quality = quality
        coverage = quality.coverage
    }
}

/// One item with what happened since the last review.
package struct ReviewItemRecord: Sendable, Codable {
    package var item: ReviewItem
    package var reviewer: String?
    package var events: [LogLine]

    package init(item: ReviewItem, reviewer: String?, events: [LogLine]) {
        self.item = item
        self.reviewer = reviewer
        self.events = events
    }
}

package struct ReviewDecision: WireBody {
    package static let members: Set = ["outcome", "note"]

    package var outcome: ReviewItem.Outcome
    package var note: String?

    package init(outcome: ReviewItem.Outcome, note: String?) {
        self.outcome = outcome
        self.note = note
    }
}

package struct ReviewerOrder: WireBody {
    package static let members: Set = ["reviewer"]

    package var reviewer: String

    package init(reviewer: String) {
        self.reviewer = reviewer
    }
}

extension OutsideEvent: WireBody {
    package static let members: Set = ["type", "system", "application", "vendor", "identity", "detail"]
}

/// What an event from outside led to.
package struct OutsideEventRecord: Sendable, Codable {
    /// nil when it concerns nothing that is not under review already.
    package var review: ReviewCampaign?

    package init(review: ReviewCampaign?) {
        self.review = review
    }
}

package struct ExceptionRequest: WireBody {
    package static let members: Set = [
        "finding", "identities", "owner", "reason", "ends", "controls", "template", "plan",
    ]

    package var finding: String
    package var identities: [String]?
    package var owner: String?
    package var reason: String
    package var ends: Instant
    package var controls: [ControlRecord]
    package var template: ExceptionTemplate?
    package var plan: String?

    package init(finding: String, reason: String, ends: Instant, controls: [ControlRecord]) {
        self.finding = finding
        self.reason = reason
        self.ends = ends
        self.controls = controls
    }
}

/// A compensating control in flat form; what its kind does not need is absent.
package struct ControlRecord: Sendable, Hashable, Codable {
    package var kind: CompensatingControl.Kind
    package var ranges: [String]?
    package var withinDays: Int?
    package var resources: [ResourcePath]?
    package var longestHours: Int?
    package var environment: String?

    package init(_ control: CompensatingControl) {
        kind = control.kind
        switch control {
        case .networkRestriction(let ranges): self.ranges = ranges
        case .strongerMonitoring(let days): withinDays = days
        case .scopedSecret(let resources): self.resources = resources
        case .approvalGate(let hours): longestHours = hours
        case .separateEnvironments(let environment): self.environment = environment
        case .strictRotation(let days): withinDays = days
        }
    }

    package var control: CompensatingControl {
        switch kind {
        case .networkRestriction: .networkRestriction(ranges: ranges ?? [])
        case .strongerMonitoring: .strongerMonitoring(withinDays: withinDays ?? 30)
        case .scopedSecret: .scopedSecret(resources: resources ?? [])
        case .approvalGate: .approvalGate(longestHours: longestHours ?? 8)
        case .separateEnvironments: .separateEnvironments(environment: environment ?? "")
        case .strictRotation: .strictRotation(withinDays: withinDays ?? 30)
        }
    }
}

package struct ExceptionRecord: Sendable, Codable {
    package var id: ID<RiskException>
    /// The request for it, with the approvals that it holds by.
    package var request: ID<ChangeRequest>
    package var state: RiskException.State
    package var rule: String
    package var subject: Finding.Subject
    package var identities: [ID<Identity>]
    package var owner: ID<User>
    package var reason: String
    package var controls: [ControlRecord]
    package var checks: [ControlCheck]
    package var template: ExceptionTemplate?
    package var plan: String?
    package var proposed: Instant
    package var proposedBy: String
    package var ends: Instant
    package var decidedBy: String?
    package var closed: Instant?
    package var outcome: String?

    package init(_ exception: RiskException) {
        id = exception.id
        request = exception.request
        state = exception.state
        rule = exception.rule
        subject = exception.subject
        identities = exception.identities
        owner = exception.owner
        reason = exception.reason
        controls = exception.controls.map(ControlRecord.init)
        checks = exception.checks
        template = exception.template
        plan = exception.plan
        proposed = exception.proposed
        proposedBy = exception.proposedByName
        ends = exception.ends
        decidedBy = exception.decidedBy
        closed = exception.closed
        outcome = exception.outcome
    }
}

package struct WrapRecord: Sendable, Codable {
    package var controls: [ControlRecord]
    package var checks: [ControlCheck]

    package init(controls: [CompensatingControl], checks: [ControlCheck]) {
        self.controls = controls.map(ControlRecord.init)
        self.checks = checks
    }
}

package struct BreakGlassRequest: WireBody {
    package static let members: Set = [
        "identity", "person", "action", "resource", "reason", "ticket", "rollback", "minutes",
    ]

    package var identity: String
    package var person: String?
    package var action: ActionClass
    package var resource: ResourcePath
    package var reason: String
    package var ticket: String
    package var rollback: String
    package var minutes: Int?

    package init(
        identity: String,
        person: String?,
        action: ActionClass,
        resource: ResourcePath,
        reason: String,
        ticket: String,
        rollback: String,
        minutes: Int?,
    ) {
        self.identity = identity
        self.person = person
        self.action = action
        self.resource = resource
        self.reason = reason
        self.ticket = ticket
        self.rollback = rollback
        self.minutes = minutes
    }
}

package struct BreakGlassReview: WireBody {
    package static let members: Set = ["verdict", "note"]

    package var verdict: BreakGlass.Verdict
    package var note: String

    package init(verdict: BreakGlass.Verdict, note: String) {
        self.verdict = verdict
        self.note = note
    }
}

package struct EnvelopeOrder: WireBody {
    package static let members: Set = ["identity", "person", "system"]

    package var identity: String
    package var person: String
    package var system: String

    package init(identity: String, person: String, system: String) {
        self.identity = identity
        self.person = person
        self.system = system
    }
}

/// An envelope's file and the code that opens it; the code is shown once.
package struct SealedEnvelopeRecord: Sendable, Codable {
    package var file: EnvelopeFile
    package var code: String

    package init(file: EnvelopeFile, code: String) {
        self.file = file
        self.code = code
    }
}

extension EnvelopeRecordFile: WireBody {
    package static let members: Set = ["format", "envelope", "sealed"]
}

package struct VendorOrder: WireBody {
    package static let members: Set = [
        "runtimeOwner", "dataOwner", "contractBegins", "contractEnds", "stopContact",
    ]

    /// Mail address or id.
    package var runtimeOwner: String?
    package var dataOwner: String?
    package var contractBegins: Instant?
    package var contractEnds: Instant?
    package var stopContact: String?

    package init() {}
}
