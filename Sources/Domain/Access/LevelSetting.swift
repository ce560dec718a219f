/// How strictly policy is applied to an identity, a system or all of a source, until when, and who said so.
///
/// Where nobody says anything, policy is enforced.
package struct LevelSetting: Sendable, Hashable, Codable {
    /// What it is said of.
    package struct Subject: Sendable, Hashable, Codable, CustomStringConvertible {
        package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            case identity, system, source
        }

        package var kind: Kind
        /// Id of the identity or source, name of the system.
        package var id: String

        package init(_ kind: Kind, _ id: String) {
            self.kind = kind
            self.id = id
        }

        /// Reads `KIND:ID`.
        ///
        /// - Returns: nil for anything else.
        package init?(_ text: String) {
            guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon])) else {
                return nil
            }
            let id = String(text[text.index(after: colon)...])
            guard !id.isEmpty else { return nil }
            self.init(kind, id)
        }

        package var description: String { "\(kind.rawValue):\(id)" }
    }

    package var subject: Subject
    package var level: Identity.Level
    /// When it ends; nil only at `enforce`, which lasts.
    package var until: Instant?
    package var reason: String
    package var setBy: String
    package var set: Instant
    /// The request that led to it.
    package var request: ID<ChangeRequest>?

    package init(
        _ subject: Subject,
        _ level: Identity.Level,
        until: Instant?,
        reason: String,
        setBy: String,
        set: Instant,
        request: ID<ChangeRequest>? = nil,
    ) {
        self.subject = subject
        self.level = level
        self.until = until
        self.reason = reason
        self.setBy = setBy
        self.set = set
        self.request = request
    }

    /// Whether it is in force; a lower level without an end never is.
    package func holds(at now: Instant) -> Bool {
        guard let until else { return level == .enforce }
        return now < until
    }
}

extension Identity.Level: Comparable {
    private var strictness: Int {
        switch self {
        case .observe: 0
        case .warn: 1
        case .enforce: 2
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.strictness < right.strictness }

    /// What holds where several are said: the strictest of them; `enforce` where none is.
    ///
    /// `registered` is what the identity's registration says; there `enforce` is what stands when nothing was said.
    package static func strictest(registered: Self, said: some Sequence<LevelSetting>, at now: Instant) -> Self {
        let levels = said.filter { $0.holds(at: now) }.map(\.level)
        return (registered == .enforce ? levels : levels + [registered]).max() ?? .enforce
    }
}
