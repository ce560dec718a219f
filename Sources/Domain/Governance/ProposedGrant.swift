/// A grant that is asked for.
package struct ProposedGrant: Sendable, Hashable, Codable {
    package var action: ActionClass
    package var resource: ResourcePath
    /// nil for either.
    package var direction: Direction?
    package var conditions: GrantConditions
    package var ends: Instant
    /// The run or job it opens and closes with; nil for a grant that stays open until its end.
    package var task: String?

    package init(
        action: ActionClass,
        resource: ResourcePath,
        direction: Direction? = nil,
        conditions: GrantConditions = GrantConditions(),
        ends: Instant,
        task: String? = nil,
    ) {
        self.action = action
        self.resource = resource
        self.direction = direction
        self.conditions = conditions
        self.ends = ends
        self.task = task
    }

    /// Whether it gives no more than `other`.
    package func isWithin(_ other: ProposedGrant) -> Bool {
        action == other.action && resource.lies(under: other.resource) && ends <= other.ends
            && (other.direction == nil || direction == other.direction)
            && (other.task == nil || task == other.task) && conditions.isWithin(other.conditions)
    }

    var canonicalParts: [String] {
        [action.rawValue, resource.description, direction?.rawValue ?? "", ends.text, task ?? ""] + conditions.parts
    }
}

/// Which way data flows, seen from the integration.
package enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
    /// Out of the system.
    case from
    /// Into the system.
    case into
}

/// Under what else than its resource a grant holds; empty for nothing else.
package struct GrantConditions: Sendable, Hashable, Codable {
    /// The token has to say that it is for this.
    package var purpose: String?
    /// Ranges the caller's address has to lie in, as in `10.0.0.0/8`; empty for any address.
    package var networks: [String]
    /// Hours of each day, in UTC, in which it holds.
    package var hours: DailyWindow?
    /// At most so many requests in a minute.
    package var perMinute: Int?

    package init(
        purpose: String? = nil,
        networks: [String] = [],
        hours: DailyWindow? = nil,
        perMinute: Int? = nil,
    ) {
        self.purpose = purpose
        self.networks = networks
        self.hours = hours
        self.perMinute = perMinute
    }

    package var isEmpty: Bool { self == GrantConditions() }

    /// Whether whatever these let pass, `other` does too.
    package func isWithin(_ other: GrantConditions) -> Bool {
        (other.purpose == nil || purpose == other.purpose)
            && (other.networks.isEmpty || (!networks.isEmpty && Set(networks).isSubset(of: other.networks)))
            && (other.hours == nil || hours.map { other.hours?.covers($0) == true } == true)
            && (other.perMinute.map { limit in perMinute.map { $0 <= limit } ?? false } ?? true)
    }

    var parts: [String] {
        [purpose ?? "", hours?.description ?? "", perMinute.map { "\($0)" } ?? ""] + networks.sorted()
    }
}

/// A stretch of each day in UTC, written `08:00-18:00`; one that ends before it begins goes over midnight.
package struct DailyWindow: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Minutes since midnight.
    package let from: Int
    /// Minutes since midnight, at most 1440; not itself within.
    package let until: Int

    /// Reads `HH:MM-HH:MM`.
    ///
    /// - Returns: nil for anything else, and for an empty stretch.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let from = Self.minutes(parts[0]), let until = Self.minutes(parts[1]),
            from < 1440, from != until
        else { return nil }
        self.from = from
        self.until = until
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let window = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is no HH:MM-HH:MM")
        }
        self = window
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package var description: String { "\(Self.text(from))-\(Self.text(until))" }

    /// Whether all of `other` lies within.
    func covers(_ other: DailyWindow) -> Bool {
        let (ours, theirs) = (minutes, other.minutes)
        return theirs.isSubset(of: ours)
    }

    private var minutes: Set<Int> {
        from < until ? Set(from..<until) : Set(from..<1440).union(0..<until)
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60, hours * 60 + minutes <= 1440
        else { return nil }
        return hours * 60 + minutes
    }

    private static func text(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
