package import Domain

/// An access token; shown once.
package struct TokenRecord: Sendable, Codable {
    package var accessToken: String
    package var expiresIn: Int
    package var lease: Lease

    package init(accessToken: String, expiresIn: Int, lease: Lease) {
        self.accessToken = accessToken
        self.expiresIn = expiresIn
        self.lease = lease
    }
}

/// A stop and how long it took.
package struct StopRecord: Sendable, Codable {
    package var stop: Stop
    /// From the request to the acknowledgement.
    package var milliseconds: Double

    package init(stop: Stop) {
        self.stop = stop
        milliseconds = Double((stop.acknowledged - stop.requested).wholeMicroseconds) / 1000
    }
}

/// A link that signs somebody in once.
package struct LinkRecord: Sendable, Codable {
    package var link: String

    package init(link: String) {
        self.link = link
    }
}

/// A signed checkpoint of the log.
package struct CheckpointRecord: Sendable, Codable {
    package var origin: String
    package var size: Int
    package var root: String
    package var made: Instant
    package var note: String

    package init(origin: String, size: Int, root: String, made: Instant, note: String) {
        self.origin = origin
        self.size = size
        self.root = root
        self.made = made
        self.note = note
    }
}

/// The numbers of the first screen.
package struct OverviewRecord: Sendable, Codable {
    package var identities: Int
    package var byState: [String: Int]
    package var byClass: [String: Int]
    package var known: [String: Int]
    package var registration: RegistrationRecord
    package var findings: [String: Int]
    package var byRule: [String: Int]
    package var systems: Int
    package var sources: Int
    package var lastStop: Stop?

    package init(
        identities: Int,
        byState: [String: Int],
        byClass: [String: Int],
        known: [String: Int],
        registration: RegistrationRecord,
        findings: [String: Int],
        byRule: [String: Int],
        systems: Int,
        sources: Int,
        lastStop: Stop?,
    ) {
        self.identities = identities
        self.byState = byState
        self.byClass = byClass
        self.known = known
        self.registration = registration
        self.findings = findings
        self.byRule = byRule
        self.systems = systems
        self.sources = sources
        self.lastStop = lastStop
    }
}

/// How long it takes from first sight to registration.
package struct RegistrationRecord: Sendable, Codable {
    package var registered: Int
    /// Half of them took no longer; absent when none was registered.
    package var medianSeconds: Int64?
    /// Seen and not registered.
    package var waiting: Int
    /// Since when the first of those is seen.
    package var longestWaitSeconds: Int64?

    package init(_ times: RegistrationTimes) {
        registered = times.registered
        medianSeconds = times.median?.components.seconds
        waiting = times.waiting
        longestWaitSeconds = times.longestWait?.components.seconds
    }
}

/// What an import found and changed.
package struct ImportOutcome: Sendable, Codable {
    package struct SourceOutcome: Sendable, Codable {
        package var root: String
        package var format: String
        package var counts: [String: Int]
        package var new: [String]
        package var changed: [Changed]
        package var vanished: [String]
        /// How many are new; of those the first thousand are named.
        package var added: Int
        package var unchanged: Int

        package init(
            root: String,
            format: String,
            counts: [String: Int],
            new: [String],
            changed: [Changed],
            vanished: [String],
            added: Int? = nil,
            unchanged: Int,
        ) {
            self.root = root
            self.format = format
            self.counts = counts
            self.new = new
            self.changed = changed
            self.vanished = vanished
            self.added = added ?? new.count
            self.unchanged = unchanged
        }
    }

    package struct Changed: Sendable, Codable {
        /// `workflow`, `principal` or `credential`.
        package var kind: String
        package var name: String
        package var path: String
        package var changes: [String]

        package init(kind: String, name: String, path: String, changes: [String]) {
            self.kind = kind
            self.name = name
            self.path = path
            self.changes = changes
        }
    }

    package var sources: [SourceOutcome]
    package var totals: [String: Int]
    package var rejected: [Rejection]
    package var dryRun: Bool

    package init(sources: [SourceOutcome], totals: [String: Int], rejected: [Rejection], dryRun: Bool) {
        self.sources = sources
        self.totals = totals
        self.rejected = rejected
        self.dryRun = dryRun
    }
}

/// Proof that the log only grew between two sizes.
package struct GrowthProofRecord: Sendable, Codable {
    package var from: Int
    package var to: Int
    /// Base64, from the older tree's end upwards, as RFC 9162 orders them.
    package var hashes: [String]

    package init(from: Int, to: Int, hashes: [String]) {
        self.from = from
        self.to = to
        self.hashes = hashes
    }
}
