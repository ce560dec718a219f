/// One file of the organisation's policies, in Cedar syntax.
package struct PolicyText: Sendable, Hashable, Codable {
    /// Path within the workspace's `policies` folder, for messages: `finance.cedar`.
    package var name: String
    package var text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// The organisation's policies as they were proposed once; versions are kept, one at most is live.
package struct PolicyVersion: Sendable, Hashable, Codable {
    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// Read, checked and waiting for somebody else to approve it.
        case proposed
        case approved
        case refused
        /// Taken back, or nobody decided in time.
        case withdrawn
        /// What was live when it was proposed is not live any more.
        case void
        case live
        /// Was live once; can be put live again.
        case replaced
    }

    /// Counted from 1.
    package var version: Int64
    package var state: State
    /// SHA-256 of the files' names and texts, in hex: what an approval is bound to.
    package var digest: String
    package var files: [PolicyText]
    package var note: String
    /// How many tests beside the files passed before it was proposed.
    package var tests: Int
    package var proposed: Instant
    /// Id and name of who proposed it, `local` for the operator at the machine.
    package var proposedBy: String
    package var decided: Instant?
    package var decidedBy: String?
    package var liveFrom: Instant?
    package var liveUntil: Instant?

    package init(
        version: Int64,
        state: State = .proposed,
        digest: String,
        files: [PolicyText],
        note: String,
        tests: Int,
        proposed: Instant,
        proposedBy: String,
    ) {
        self.version = version
        self.state = state
        self.digest = digest
        self.files = files
        self.note = note
        self.tests = tests
        self.proposed = proposed
        self.proposedBy = proposedBy
    }
}

/// What a set of policies would have meant for the requests that were recorded.
package struct PolicyEffect: Sendable, Hashable, Codable {
    /// Requests of one kind whose answer would be another.
    package struct Difference: Sendable, Hashable, Codable {
        package var identity: ID<Identity>
        package var name: String
        package var action: ActionClass
        package var resource: ResourcePath
        package var before: AccessDecision.Verdict
        package var after: AccessDecision.Verdict
        /// The policies that would decide.
        package var policies: [String]
        package var requests: Int

        package init(
            identity: ID<Identity>,
            name: String,
            action: ActionClass,
            resource: ResourcePath,
            before: AccessDecision.Verdict,
            after: AccessDecision.Verdict,
            policies: [String],
            requests: Int,
        ) {
            self.identity = identity
            self.name = name
            self.action = action
            self.resource = resource
            self.before = before
            self.after = after
            self.policies = policies
            self.requests = requests
        }
    }

    package var since: Instant
    /// The first day of which anything is recorded; nil when nothing is, and then nothing can be said.
    package var recordedSince: Instant?
    package var requests = 0
    package var wouldRefuse = 0
    package var wouldAllow = 0
    /// Most requests first; at most a thousand.
    package var differences: [Difference] = []

    package init(since: Instant, recordedSince: Instant?) {
        self.since = since
        self.recordedSince = recordedSince
    }
}
