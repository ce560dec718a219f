import Domain
import SQLEngine
import Store

/// How strictly policy is applied to an identity, a system or all of a source.
///
/// A level at which something passes that policy refuses has an end; `enforce` has none. What was said before is replaced.
enum LevelEffect: RequestEffect {
    enum Term {
        /// `identity`, `system` or `source`, a colon, and its id or name.
        static let subject = "subject"
        /// `observe`, `warn`, `enforce`, or `unsaid` for whatever else is said.
        static let level = "level"
        static let until = "until"
        /// Written by Penstock: whether what policy refuses would pass that does not now.
        static let lowers = "lowers"
    }

    static let unsaid = "unsaid"

    /// A lower level lasts so long at the most.
    static let longest = Duration.days(90)

    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws {
        let (subject, about) = try subject(of: request, change)
        if subject.kind == .identity, subject.id != request.identity?.text {
            throw Failure(
                .invalid,
                "the request is for another identity than its subject",
                fields: [MissingField("terms.subject", why: "the identity that the request is for")],
            )
        }
        if subject.kind != .identity, request.identity != nil {
            throw Failure(
                .invalid,
                "the level of a \(subject.kind.rawValue) is asked for without an identity",
                fields: [MissingField("identity", why: "left out")],
            )
        }
        let level = try level(of: request)
        let known = try LevelTable.find(subject, in: change.connection).flatMap { $0.holds(at: change.now) ? $0 : nil }
        let until = try until(of: request, level, change)
        let isLonger = until.map { $0 > known?.until ?? change.now } ?? false
        let lowers =
            (level ?? .observe) < (known?.level ?? .enforce) && !(level == nil && known == nil) || isLonger
        request.subject = about
        request.proposal.terms = [
            Term.subject: subject.description,
            Term.level: level?.rawValue ?? unsaid,
            Term.lowers: lowers ? "true" : "false",
        ]
        request.proposal.terms[Term.until] = until?.text
    }

    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        let (subject, about) = try subject(of: request, change)
        let level = try level(of: request)
        let old = try LevelTable.find(subject, in: change.connection)
        if let level {
            try LevelTable.put(
                LevelSetting(
                    subject,
                    level,
                    until: try until(of: request, level, change),
                    reason: request.reason,
                    setBy: request.requester.name,
                    set: change.now,
                    request: request.id,
                ),
                in: change.connection,
            )
        } else {
            try LevelTable.remove(subject, in: change.connection)
        }
        change.record(
            .levelChanged,
            about,
            changes: [
                Event.Change(
                    "level",
                    before: old.map { $0.holds(at: change.now) ? $0.level.rawValue : unsaid } ?? unsaid,
                    after: level?.rawValue ?? unsaid,
                )
            ],
            detail: [
                "reason": request.reason, "until": request.proposal.terms[Term.until] ?? "", "request": request.id.text,
                "approval": approval.id.text, "approver": approval.by.name,
            ],
        )
        change.touch(.level, subject.description)
    }

    private static func subject(
        of request: ChangeRequest,
        _ change: Change,
    ) throws -> (LevelSetting.Subject, Event.Subject) {
        let text = request.proposal.terms[Term.subject] ?? ""
        guard let subject = LevelSetting.Subject(text) else {
            throw Failure(
                .invalid,
                "`\(text.prefix(80))` is nothing that has a level",
                fields: [MissingField("terms.subject", why: "identity:ID, system:NAME or source:ID")],
            )
        }
        let found: Event.Subject? =
            switch subject.kind {
            case .identity:
                try ID<Identity>(subject.id).flatMap { try IdentityTable.find($0, in: change.connection) }?.subject
            case .system: try SystemTable.find(subject.id, in: change.connection)?.subject
            case .source:
                try SourceTable.all(in: change.connection).first { $0.id.text == subject.id }?.subject
            }
        guard let found else {
            throw Failure(.notFound, "there is no \(subject.kind.rawValue) `\(subject.id.prefix(80))`")
        }
        return (subject, found)
    }

    /// nil for what is to be said no more.
    private static func level(of request: ChangeRequest) throws -> Identity.Level? {
        let text = request.proposal.terms[Term.level] ?? ""
        if text == unsaid { return nil }
        guard let level = Identity.Level(rawValue: text) else {
            throw Failure(
                .invalid,
                "`\(text.prefix(80))` is no level",
                fields: [MissingField("terms.level", why: "observe, warn, enforce or unsaid")],
            )
        }
        return level
    }

    private static func until(
        of request: ChangeRequest,
        _ level: Identity.Level?,
        _ change: Change,
    ) throws -> Instant? {
        let text = request.proposal.terms[Term.until] ?? ""
        let until = Instant(text)
        guard text.isEmpty || until != nil else {
            throw Failure(
                .invalid,
                "`\(text.prefix(80))` is no time",
                fields: [MissingField("terms.until", why: "as in 2026-12-31T00:00:00Z")],
            )
        }
        guard let level, level < .enforce else { return nil }
        guard let until, until > change.now, until <= change.now + longest else {
            throw Failure(
                .missingFields,
                "what policy refuses passes at level \(level.rawValue), so that ends on a date",
                fields: [MissingField("terms.until", why: "at most 90 days ahead")],
            )
        }
        return until
    }
}
