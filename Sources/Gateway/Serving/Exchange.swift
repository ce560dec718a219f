import Decisions
import Domain
import NIOCore

/// One request that was let through, from its decision to the end of its answer.
///
/// Belongs to one event loop.
final class Exchange {
    let serial: UInt64
    let head: RequestHead
    let target: RequestTarget
    let route: Route
    let token: String
    let request: AccessRequest
    /// The record that is kept of it.
    let record: AccessRecord
    /// Version of the facts that it was last found permitted under.
    var version: Int64
    /// When that must be looked at again, even when no facts change.
    var validUntil: Instant?
    var stage: Stage
    let started: NIODeadline
    /// Whether all of the request was handed to the upstream.
    var isRequestDone: Bool
    var requestBytes = 0
    var responseBytes = 0
    /// Status sent to the caller; 0 until the answer begins.
    var status = 0
    /// How the answer's body goes to the caller.
    var responseFraming = BodyFraming.none
    /// Whether the caller's connection ends after the answer.
    var closes = false
    /// Whether a second connection was tried after a pooled one had ended.
    var retried = false

    enum Stage {
        /// Waiting for the record to be durable.
        case recording
        case connecting
        case forwarding(UpstreamConnection)
    }

    init(
        serial: UInt64,
        head: RequestHead,
        target: RequestTarget,
        route: Route,
        token: String,
        request: AccessRequest,
        record: AccessRecord,
        version: Int64,
        validUntil: Instant?,
        started: NIODeadline,
    ) {
        self.serial = serial
        self.head = head
        self.target = target
        self.route = route
        self.token = token
        self.request = request
        self.record = record
        self.version = version
        self.validUntil = validUntil
        self.started = started
        stage = .recording
        isRequestDone = head.framing == .none
    }

    var hasAnswer: Bool { status != 0 }

    /// Whether sending the request a second time changes nothing, and is possible.
    var isRepeatable: Bool { head.method.action == .read && head.framing == .none && !retried && !hasAnswer }

    var upstream: UpstreamConnection? {
        if case .forwarding(let upstream) = stage { upstream } else { nil }
    }

    func summary(_ outcome: ExchangeSummary.Outcome, at now: NIODeadline) -> ExchangeSummary {
        ExchangeSummary(
            outcome: outcome,
            identity: request.identity,
            system: route.system.name,
            status: status,
            requestBytes: requestBytes,
            responseBytes: responseBytes,
            duration: .nanoseconds((now - started).nanoseconds),
        )
    }
}
