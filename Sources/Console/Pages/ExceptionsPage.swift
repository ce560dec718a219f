import ControlPlane
import Domain

/// The accepted risks: what is accepted, who answers for it, until when, and whether its controls hold.
struct ExceptionsPage: Sendable {
    struct Tab: Sendable {
        var href: String
        var label: String
        var current: Bool
    }

    struct Row: Sendable {
        var name: String
        var rule: String
        var href: String
        var state: Badge
        var owner: String
        var ends: Moment
        var soon: Badge?
        var controls: [Badge]
    }

    var frame: Frame
    var headline: String
    var tabs: [Tab]
    var rows: [Row]
    var hasRows: Bool
    var quiet: String
    var shown: String
    var next: String?

    init(
        _ page: Page<RiskException>,
        state: RiskException.State?,
        names: [ID<User>: String],
        frame: Frame,
        now: Instant,
    ) {
        self.frame = frame
        headline = state.map { "\(Words.grouped(page.total)) \($0.rawValue)" } ?? Words.count(page.total, "exception")
        tabs =
            [Tab(href: "/exceptions", label: "All", current: state == nil)]
            + RiskException.State.allCases.map { each in
                Tab(
                    href: Paths.link("/exceptions", [("state", each.rawValue)]),
                    label: Words.sentence(each.rawValue),
                    current: each == state,
                )
            }
        rows = page.items.map { exception in
            let left = exception.ends - now
            return Row(
                name: exception.subject.name,
                rule: Words.sentence(exception.rule),
                href: Paths.exception(exception.id),
                state: Badge(exception.state),
                owner: names[exception.owner] ?? exception.owner.text,
                ends: Moment(exception.closed ?? exception.ends, now: now),
                soon: exception.state == .active && left < .days(14) ? Badge("ends soon", tone: "medium") : nil,
                controls: exception.checks.map { Badge($0) },
            )
        }
        hasRows = !rows.isEmpty
        quiet =
            state == nil
            ? "A finding that has to stand for a while is accepted from the list of findings: with an owner, controls that are checked, and an end."
            : "None is \(state?.rawValue ?? "")."
        shown = "\(Words.grouped(rows.count)) of \(Words.grouped(page.total))"
        next = page.next.map { Paths.link("/exceptions", [("state", state?.rawValue), ("cursor", $0)]) }
    }
}

/// One exception: the risk, the controls with what each was found to be, and what can be done with it.
struct ExceptionPage: Sendable {
    struct Control: Sendable {
        var control: String
        var means: String
        var holds: Badge
        var evidence: Prose?
    }

    var frame: Frame
    var title: String
    var path: String
    var state: Badge
    var facts: [Fact]
    var controls: [Control]
    var checked: Moment?
    var identities: [Link]
    var findingHref: String
    var mayAccept: Bool
    var mayEnd: Bool
    var endLabel: String
    var closedNote: String?

    struct Link: Sendable {
        var href: String
        var label: String
    }

    init(
        _ exception: RiskException,
        identities: [Identity],
        names: [ID<User>: String],
        frame: Frame,
        now: Instant,
    ) {
        self.frame = frame
        title = "\(Words.sentence(exception.rule)) on \(exception.subject.name)"
        path = Paths.exception(exception.id)
        state = Badge(exception.state)
        facts = [
            Fact("Accepted because", exception.reason),
            Fact("Answers for it", names[exception.owner] ?? exception.owner.text),
            Fact("Ends", exception.ends.date),
            Fact("Usual case", exception.template?.title), Fact("To do without it", exception.plan),
            Fact("Asked by", "\(exception.proposedByName), \(exception.proposed.date)"),
            Fact("Decided by", exception.decidedBy.map { "\($0), \(exception.decided?.date ?? "")" }),
            Fact("Outcome", exception.outcome),
        ].compactMap(\.self)
        let checks = Dictionary(exception.checks.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
        controls = exception.controls.map { control in
            let check = checks[control.kind]
            return Control(
                control: Words.sentence(control.kind.rawValue),
                means: ExceptionWords.of(control),
                holds: check.map { Badge($0.holds ? "holds" : "does not hold", tone: $0.holds ? "good" : "critical") }
                    ?? Badge("not checked yet", tone: "medium"),
                evidence: Prose(check?.evidence),
            )
        }
        checked = Moment(exception.checked, now: now)
        self.identities = identities.map { Link(href: Paths.identity($0.id.text), label: $0.name) }
        findingHref = Paths.link("/findings", [("q", exception.subject.name), ("rule", exception.rule)])
        mayAccept = exception.state == .proposed
        mayEnd = exception.state == .proposed || exception.state == .active
        endLabel = exception.state == .proposed ? "Refuse" : "End it now"
        closedNote =
            switch exception.state {
            case .broken: "It does not mend by itself: make the controls hold, and propose it again."
            case .ended, .refused: "It accepts nothing any more; the finding stands."
            case .proposed, .active: nil
            }
    }
}

/// How exceptions are told.
enum ExceptionWords {
    static func of(_ control: CompensatingControl) -> String {
        switch control {
        case .networkRestriction(let ranges): "only from \(ranges.joined(separator: ", "))"
        case .strongerMonitoring(let days): "somebody outside was told within \(Words.count(days, "day"))"
        case .scopedSecret(let resources): "only on \(resources.map(\.description).joined(separator: ", "))"
        case .approvalGate(let hours): "to write only under grants of at most \(Words.count(hours, "hour"))"
        case .separateEnvironments(let environment): "nothing of it outside \(environment)"
        case .strictRotation(let days): "each secret made anew within \(Words.count(days, "day"))"
        }
    }
}

extension Badge {
    init(_ state: RiskException.State) {
        let tone =
            switch state {
            case .proposed: "medium"
            case .active: "good"
            case .broken: "critical"
            case .ended, .refused: "info"
            }
        self.init(state.rawValue, tone: tone)
    }

    init(_ check: ControlCheck) {
        self.init(Words.sentence(check.kind.rawValue), tone: check.holds ? "good" : "critical")
    }
}

extension Paths {
    static func exception(_ id: ID<RiskException>) -> String { "/exceptions/" + Percent.encode(id.text) }
}
