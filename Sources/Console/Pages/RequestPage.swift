import ControlPlane
import Domain

/// One request: what exactly is asked for, by whom and why, who has to decide, and the form to decide it.
struct RequestPage: Sendable {
    /// One grant that may be approved for less.
    struct Less: Sendable {
        var field: String
        var label: String
        var resource: String
    }

    struct Decision: Sendable {
        var seat: String
        var decision: Badge
        var by: String
        var at: Moment
        var reason: String
    }

    var frame: Frame
    var title: String
    var path: String
    var state: Badge
    var because: String
    var facts: [Fact]
    var asked: [Fact]
    var drift: [String]
    var hasDrift: Bool
    var decisions: [Decision]
    var hasDecisions: Bool
    var digest: String
    var mayDecide: Bool
    /// Why whoever looks may not decide; nil when they may, or when there is nothing to decide.
    var mayNot: String?
    var mayWithdraw: Bool
    var less: [Less]
    var identityPath: String?

    init(
        _ detail: RequestDetail,
        viewer: ID<User>,
        names: [ID<User>: String] = [:],
        frame: Frame,
        now: Instant,
    ) {
        let request = detail.request
        self.frame = frame
        title = "\(RequestWords.of(request.kind)) \(request.subject?.name ?? "")"
        path = Paths.request(request.id.text)
        state = Badge(request.state)
        because = request.route.sentence
        digest = request.digest
        identityPath = request.identity.map { Paths.identity($0.text) }
        facts = [
            Fact("Asked by", request.requester.name), Fact("Reason", request.reason),
            Fact("Opened", Moment(request.opened, now: now).text),
            Fact("To be decided", request.state == .open ? Moment(request.due, now: now).text : nil),
            Fact("Waits for", detail.waitingFor.map(\.rawValue).joined(separator: ", ")),
            Fact("Outcome", request.outcome), Fact("Undone by", request.expedited?.rollback),
            Fact("Digest", "`\(request.digest)`"),
        ].compactMap(\.self)
        asked = RequestWords.facts(of: request.proposal, names)
        less = request.proposal.grants.enumerated().map { index, grant in
            Less(
                field: "resource-\(index)",
                label: "\(Words.sentence(grant.action.rawValue)) on",
                resource: grant.resource.description,
            )
        }
        drift = detail.drift
        hasDrift = !drift.isEmpty
        decisions = detail.approvals.map { approval in
            Decision(
                seat: approval.seat.rawValue,
                decision: Badge(
                    approval.voided == nil ? approval.decision.rawValue : "void",
                    tone: approval.holds(at: now) ? "good" : "critical",
                ),
                by: approval.by.name,
                at: Moment(approval.at, now: now),
                reason: approval.voidReason ?? approval.reason ?? "",
            )
        }
        hasDecisions = !decisions.isEmpty
        mayDecide = detail.mayDecide?.verdict == .allow
        mayNot = request.state == .open && !mayDecide ? detail.mayDecide?.reason : nil
        mayWithdraw = request.state == .open && request.requester.id == viewer.text
    }
}
