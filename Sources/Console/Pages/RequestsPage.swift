import ControlPlane
import Domain

/// What waits for whoever looks, and what was asked for lately.
struct RequestsPage: Sendable {
    struct Row: Sendable {
        var path: String
        var kind: String
        var subject: String
        var requester: String
        var state: Badge
        var needs: String
        var opened: Moment
    }

    var frame: Frame
    var headline: String
    var mine: [Row]
    var hasMine: Bool
    var rows: [Row]
    var hasRows: Bool

    init(inbox: [ChangeRequest], latest: [ChangeRequest], frame: Frame, now: Instant) {
        self.frame = frame
        headline = inbox.isEmpty ? "Nothing waits for you" : Words.count(inbox.count, "request") + " for you to decide"
        mine = inbox.map { Row($0, now: now) }
        hasMine = !mine.isEmpty
        rows = latest.map { Row($0, now: now) }
        hasRows = !rows.isEmpty
    }
}

extension RequestsPage.Row {
    init(_ request: ChangeRequest, now: Instant) {
        path = Paths.request(request.id.text)
        kind = request.kind.rawValue
        subject = request.subject?.name ?? "–"
        requester = request.requester.name
        state = Badge(request.state)
        needs = request.route.seats.isEmpty ? "nobody" : request.route.seats.map(\.rawValue).joined(separator: ", ")
        opened = Moment(request.opened, now: now)
    }
}

extension Badge {
    init(_ state: ChangeRequest.State) {
        let tone =
            switch state {
            case .open: "medium"
            case .approved, .closed: "good"
            case .refused, .void: "critical"
            case .withdrawn, .expired: "plain"
            }
        self.init(state.rawValue, tone: tone)
    }
}
