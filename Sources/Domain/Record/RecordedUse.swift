/// What an identity asked for at the gateway during one day, requests of the same kind together.
///
/// Rights are compared with it, and new policies are tried on it. Only what came through the gateway is in it; what an
/// identity did past the gateway is not.
package struct RecordedUse: Sendable, Hashable, Codable {
    package var identity: ID<Identity>
    package var action: ActionClass
    package var resource: ResourcePath
    /// Beginning of the day, UTC.
    package var day: Instant
    /// Address of the caller, without port.
    package var address: String
    /// Who asked first; nil when the identity acted for itself.
    package var originalCaller: String?
    package var verdict: AccessDecision.Verdict
    /// Requests that asked for something.
    package var count: Int
    /// Requests that only kept a connection or a session alive (HEAD, OPTIONS); these are no use.
    package var keepAlives: Int
    package var last: Instant

    package init(
        identity: ID<Identity>,
        action: ActionClass,
        resource: ResourcePath,
        address: String,
        originalCaller: String? = nil,
        verdict: AccessDecision.Verdict,
        count: Int = 1,
        keepAlives: Int = 0,
        last: Instant,
    ) {
        self.identity = identity
        self.action = action
        self.resource = resource
        day = last.startOfDay
        self.address = address
        self.originalCaller = originalCaller
        self.verdict = verdict
        self.count = count
        self.keepAlives = keepAlives
        self.last = last
    }

    /// Requests that differ only in number and time have the same key.
    package struct Key: Hashable, Sendable {
        let identity: ID<Identity>
        let action: ActionClass
        let resource: ResourcePath
        let day: Instant
        let address: String
        let originalCaller: String?
        let verdict: AccessDecision.Verdict
    }

    package var key: Key {
        Key(
            identity: identity,
            action: action,
            resource: resource,
            day: day,
            address: address,
            originalCaller: originalCaller,
            verdict: verdict,
        )
    }

    /// Takes in more of the same.
    package mutating func add(_ other: RecordedUse) {
        count += other.count
        keepAlives += other.keepAlives
        last = max(last, other.last)
    }
}

extension Instant {
    /// Midnight before it, UTC.
    package var startOfDay: Instant {
        let day: Int64 = 86_400
        let seconds = seconds
        return Instant(seconds: seconds - (seconds % day + day) % day)
    }
}
