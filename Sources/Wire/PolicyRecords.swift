package import Domain

/// A set of policies that somebody proposes.
package struct PolicyOrder: WireBody {
    package static let members: Set = ["files", "note", "tests"]

    package var files: [PolicyText]
    package var note: String
    /// How many tests beside the files passed.
    package var tests: Int?

    package init(files: [PolicyText], note: String, tests: Int?) {
        self.files = files
        self.note = note
        self.tests = tests
    }
}

/// A set of policies to be tried on recorded requests.
package struct PolicyTrial: WireBody {
    package static let members: Set = ["files", "version", "since"]

    /// The files themselves; nil for a version.
    package var files: [PolicyText]?
    /// A version that the server has; nil for files.
    package var version: Int64?
    package var since: Instant

    package init(files: [PolicyText]?, version: Int64?, since: Instant) {
        self.files = files
        self.version = version
        self.since = since
    }
}

/// A decision on a version.
package struct PolicyDecision: WireBody {
    package static let members: Set = ["decision", "reason"]

    package enum Verdict: String, Sendable, Codable, CaseIterable {
        case approve, refuse
    }

    package var decision: Verdict
    package var reason: String?

    package init(_ decision: Verdict, reason: String?) {
        self.decision = decision
        self.reason = reason
    }
}

/// Puts a version live.
package struct PolicyLiveOrder: WireBody {
    package static let members: Set = ["version", "lockOut", "reason"]

    /// nil takes what is live out of force.
    package var version: Int64?
    /// Whether it may leave no administrator.
    package var lockOut: Bool?
    package var reason: String?

    package init(version: Int64?, lockOut: Bool?, reason: String?) {
        self.version = version
        self.lockOut = lockOut
        self.reason = reason
    }
}

/// What came of it.
package struct PolicyLiveAnswer: Codable, Sendable {
    /// The version in force; nil for none of the organisation's.
    package var live: Int64?
    /// The one that was.
    package var before: Int64?

    package init(live: Int64?, before: Int64?) {
        self.live = live
        self.before = before
    }
}
