import ControlPlane
import Domain

/// One request: what exactly is asked for, by whom and why, who has to decide, and the form to decide it.
struct RequestPage: Sendable {
    struct Fact: Sendable {
        var label: String
        var value: String
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
    var identityPath: String?

    init(_ detail: RequestDetail, viewer: ID<User>, frame: Frame, now: Instant) {
        let request = detail.request
        self.frame = frame
        title = "\(Words.sentence(request.kind.rawValue)) \(request.subject?.name ?? "")"
        path = Paths.request(request.id.text)
        state = Badge(request.state)
        because = request.route.sentence
        digest = request.digest
        identityPath = request.identity.map { Paths.identity($0.text) }
        facts = [
            Fact(label: "Asked by", value: request.requester.name), Fact(label: "Reason", value: request.reason),
            Fact(label: "Opened", value: request.opened.text), Fact(label: "To be decided by", value: request.due.text),
            Fact(label: "Waits for", value: detail.waitingFor.map(\.rawValue).joined(separator: ", ")),
            Fact(label: "Outcome", value: request.outcome ?? ""),
            Fact(label: "Undone by", value: request.expedited?.rollback ?? ""),
            Fact(label: "Digest", value: request.digest),
        ].filter { !$0.value.isEmpty }
        asked =
            request.proposal.grants.map {
                Fact(label: $0.action.rawValue, value: "\($0.resource) until \($0.ends)" + Self.further($0))
            } + request.proposal.terms.sorted { $0.key < $1.key }.map { Fact(label: $0.key, value: $0.value) }
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

    private static func further(_ grant: ProposedGrant) -> String {
        var parts: [String] = []
        if let task = grant.task { parts.append("for task \(task)") }
        if let direction = grant.direction { parts.append("only \(direction.rawValue) it") }
        if !grant.conditions.networks.isEmpty {
            parts.append("from \(grant.conditions.networks.joined(separator: ", "))")
        }
        if let hours = grant.conditions.hours { parts.append("\(hours) UTC") }
        return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    }
}
