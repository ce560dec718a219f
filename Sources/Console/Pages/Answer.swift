import ControlPlane
import Domain

/// One of the four questions that every integration must answer, and how this one does.
struct Answer: Sendable {
    var question: String
    /// Tone of the answer: `good`, `medium` or `critical`.
    var tone: String
    var verdict: Badge
    var say: String
    var lines: [String]

    static func all(of detail: IdentityDetail, now: Instant) -> [Answer] {
        [who(detail), what(detail, now), until(detail, now), stop(detail)]
    }

    private init(_ question: String, _ tone: String, _ verdict: String, _ say: String, _ lines: [String]) {
        self.question = question
        self.tone = tone
        self.verdict = Badge(verdict, tone: tone)
        self.say = say
        self.lines = lines
    }

    private static func who(_ detail: IdentityDetail) -> Answer {
        let purpose = detail.identity.purpose ?? "Nobody has said what it is for."
        guard let owner = detail.owner else {
            return Answer("Who is it?", "critical", "no owner", "Nobody answers for it", [purpose])
        }
        var lines = [purpose]
        if let technical = detail.technicalOwner { lines.append("Changed by \(technical.name)") }
        if let backup = detail.backupApprover { lines.append("Backup \(backup.name)") }
        if owner.status != .active {
            return Answer("Who is it?", "critical", "owner \(owner.status.rawValue)", owner.name, lines)
        }
        let complete = detail.identity.purpose != nil && detail.technicalOwner != nil && detail.backupApprover != nil
        return Answer("Who is it?", complete ? "good" : "medium", complete ? "known" : "in part", owner.name, lines)
    }

    private static func what(_ detail: IdentityDetail, _ now: Instant) -> Answer {
        let open = detail.grants.filter { $0.isOpen(at: now) }
        let means = Words.sentence(Words.of(detail.identity.classification.identityClass)) + " by what its steps do"
        guard !open.isEmpty else {
            return Answer("What may it do?", "medium", "no grant", "Nothing through the gateway", [means])
        }
        let strongest = open.map(\.action)
        let tone = strongest.contains(.admin) ? "medium" : "good"
        let systems = Set(open.map(\.resource.system)).count
        return Answer(
            "What may it do?",
            tone,
            Words.count(open.count, "grant"),
            open.prefix(2).map { "\($0.action.rawValue) \($0.resource)" }.joined(separator: ", ")
                + (open.count > 2 ? " and \(open.count - 2) more" : ""),
            ["On \(Words.count(systems, "system"))", means],
        )
    }

    private static func until(_ detail: IdentityDetail, _ now: Instant) -> Answer {
        let renewal = detail.identity.renewal.map { renewal in
            renewal <= now ? "Renewal is overdue since \(renewal.date)" : "Renewed by \(renewal.date)"
        }
        guard let expires = detail.identity.expires else {
            return Answer("Until when?", "critical", "no end", "For ever", ["Nothing is permanent; say a date."])
        }
        if expires <= now {
            return Answer("Until when?", "critical", "ended", "Ended \(expires.date)", [renewal ?? ""])
        }
        let days = (expires - now).components.seconds / 86_400
        let overdue = detail.identity.renewal.map { $0 <= now } ?? true
        let approved = detail.approval.map { approval in
            let age = Words.count(Int((now - approval.at).components.seconds / 86_400), "day")
            let since = detail.identity.drift.map { "changed since: \($0)" } ?? "nothing changed since"
            return "Approved \(age) ago, \(since)"
        }
        return Answer(
            "Until when?",
            overdue || days < 14 ? "medium" : "good",
            days < 1 ? "today" : Words.count(Int(days), "day"),
            expires.date,
            [renewal ?? "No renewal date"] + (approved.map { [$0] } ?? []),
        )
    }

    private static func stop(_ detail: IdentityDetail) -> Answer {
        let path = detail.identity.stopPath.map { "Stop path: \($0)" } ?? "No stop path is written down."
        let last = detail.stops.max { $0.requested < $1.requested }
        if detail.identity.state == .suspended || detail.identity.state == .quarantined {
            let took = last.map { Words.took($0.acknowledged - $0.requested) }
            return Answer(
                "How fast does it stop?",
                "good",
                detail.identity.state.rawValue,
                took.map { "Stopped in \($0.value) \($0.unit)" } ?? "It may do nothing now",
                [last.map(StopWords.nodes) ?? path],
            )
        }
        let tone = detail.identity.stopPath == nil ? "medium" : "good"
        let say = last.map { Words.took($0.acknowledged - $0.requested) }.map { "Last time in \($0.value) \($0.unit)" }
        return Answer(
            "How fast does it stop?",
            tone,
            last == nil ? "never tried" : "proven",
            say ?? "At once, at the gateway",
            [path],
        )
    }
}
