package import Domain

/// How one request ended, for metrics and for "last used".
package struct ExchangeSummary: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// The upstream's answer went out whole.
        case forwarded
        /// Refused here, with a problem document.
        case refused
        /// Cut because its identity, lease or grant ended.
        case cut
        /// The caller or the upstream went away in the middle.
        case broken
    }

    package var outcome: Outcome
    package var identity: ID<Identity>?
    package var system: String?
    /// Status sent to the caller; 0 when none was.
    package var status: Int
    package var requestBytes: Int
    package var responseBytes: Int
    package var duration: Duration

    package init(
        outcome: Outcome,
        identity: ID<Identity>?,
        system: String?,
        status: Int,
        requestBytes: Int,
        responseBytes: Int,
        duration: Duration,
    ) {
        self.outcome = outcome
        self.identity = identity
        self.system = system
        self.status = status
        self.requestBytes = requestBytes
        self.responseBytes = responseBytes
        self.duration = duration
    }
}
