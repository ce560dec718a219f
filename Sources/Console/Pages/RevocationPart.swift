import Domain

/// One offboarding or rotation of an identity: its steps with their evidence, and what is left to confirm.
struct RevocationPart: Sendable {
    struct Step: Sendable {
        var what: String
        /// nil for what Penstock does itself.
        var name: String?
        var badge: Badge
        var note: Prose?
        /// Where the evidence of a step that is left goes; nil when there is none to give.
        var confirmPath: String?
    }

    var key: String
    var title: String
    var badge: Badge
    var reason: Prose
    var due: Moment?
    var steps: [Step]

    init(_ revocation: Revocation, now: Instant) {
        key = revocation.id.text
        title = Words.sentence(revocation.kind.rawValue)
        let isLate = revocation.closed == nil && revocation.due <= now
        let left = revocation.steps.count { $0.done == nil }
        badge =
            left == 0
            ? Badge("done", tone: "good")
            : Badge(isLate ? "\(left) overdue" : "\(left) left", tone: isLate ? "critical" : "medium")
        reason = Prose(revocation.reason)
        due = revocation.closed == nil ? Moment(revocation.due, now: now) : nil
        steps = revocation.steps.enumerated().map { place, step in
            let isOpen = step.done == nil
            let evidence = step.done.map { done in
                "\(Moment(done, now: now).text) by \(step.by ?? "nobody"): \(step.evidence ?? "no evidence")"
            }
            return Step(
                what: Words.sentence(step.kind.rawValue),
                name: step.credential != nil || step.kind == .sourceOff ? step.name : nil,
                badge: isOpen ? Badge("left", tone: "medium") : Badge("done", tone: "good"),
                note: evidence.map { Prose($0) },
                confirmPath: isOpen && revocation.closed == nil
                    ? "/revocations/\(revocation.id.text)/steps/\(place + 1)" : nil,
            )
        }
    }
}
