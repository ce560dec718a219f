package import Decisions
package import Domain

/// What the gateway needs of the other rooms; the composition root fills it.
///
/// All but ``recordDurably`` and its callback run on an event loop: they must answer from memory and not block.
package struct ProxyHooks: Sendable {
    /// Checks the token after `Bearer `, its revocation included.
    package var verify: @Sendable (_ token: String) -> Result<Caller, TokenRefusal>

    /// The current facts and policies; nil when this node's lease on them has run out, and then everything is refused.
    package var facts: @Sendable () -> Snapshot?

    /// The system's own credential; nil when none is sealed for it.
    package var credential: @Sendable (_ system: String) -> Secret?

    /// Stores a record before the request is forwarded, then calls `done` once, on any thread, with whether it is durable.
    package var recordDurably: @Sendable (AccessRecord, _ done: @escaping @Sendable (Bool) -> Void) -> Void

    /// Hands a record to the grouped recorder.
    package var recordSoon: @Sendable (AccessRecord) -> Void

    /// Told of every request that ended.
    package var finished: @Sendable (ExchangeSummary) -> Void

    package var clock: @Sendable () -> Instant

    package init(
        verify: @escaping @Sendable (_ token: String) -> Result<Caller, TokenRefusal>,
        facts: @escaping @Sendable () -> Snapshot?,
        credential: @escaping @Sendable (_ system: String) -> Secret?,
        recordDurably: @escaping @Sendable (AccessRecord, _ done: @escaping @Sendable (Bool) -> Void) -> Void,
        recordSoon: @escaping @Sendable (AccessRecord) -> Void,
        finished: @escaping @Sendable (ExchangeSummary) -> Void = { _ in },
        clock: @escaping @Sendable () -> Instant,
    ) {
        self.verify = verify
        self.facts = facts
        self.credential = credential
        self.recordDurably = recordDurably
        self.recordSoon = recordSoon
        self.finished = finished
        self.clock = clock
    }
}
