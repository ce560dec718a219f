/// A rule that fired on evidence.
package struct Finding: Sendable, Hashable, Codable {
    package enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        case info, low, medium, high, critical

        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    package struct Subject: Sendable, Hashable, Codable {
        /// What it is: `identity`, `credential`, `workflow` or `account`.
        package var kind: String
        package var id: String
        package var name: String
        /// The file it stands in; empty when it comes from no file.
        package var path: String

        package init(kind: String, id: String, name: String, path: String) {
            self.kind = kind
            self.id = id
            self.name = name
            self.path = path
        }
    }

    /// Stable across runs: the rule and what it fired on, hashed.
    package var id: String
    package var rule: String
    package var severity: Severity
    package var subject: Subject
    /// Control ids, for example `NHI2:2025`.
    package var frameworks: [String]
    package var evidence: [String: Evidence]
    /// What the sources could not tell; empty when nothing limits the finding.
    package var blindSpots: [String]
    package var remedy: String
    /// The exception by which it is accepted, and until when; nil when it stands.
    package var accepted: Acceptance?

    package struct Acceptance: Sendable, Hashable, Codable {
        package var exception: ID<RiskException>
        package var until: Instant

        package init(exception: ID<RiskException>, until: Instant) {
            self.exception = exception
            self.until = until
        }
    }

    package init(
        id: String,
        rule: String,
        severity: Severity,
        subject: Subject,
        frameworks: [String],
        evidence: [String: Evidence],
        blindSpots: [String] = [],
        remedy: String,
    ) {
        self.id = id
        self.rule = rule
        self.severity = severity
        self.subject = subject
        self.frameworks = frameworks
        self.evidence = evidence
        self.blindSpots = blindSpots
        self.remedy = remedy
    }
}

/// A value in a finding's evidence, written as plain JSON.
package enum Evidence: Sendable, Hashable, Codable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([String])

    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .number(value) }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let list = try? container.decode([String].self) {
            self = .list(list)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .list(let list): try container.encode(list)
        }
    }
}
