/// Where the gateway listens, how long it waits and how much it takes.
package struct ProxySettings: Sendable, Hashable {
    package var host: String
    /// 0 lets the system choose.
    package var port: Int
    /// Values of `Host` that are ours; empty accepts any.
    package var authorities: Set<String> = []
    package var timeouts = Timeouts()
    package var limits = Limits()
    /// PEM file of further certificate authorities for `https` upstreams; the system's own are always trusted.
    package var trustedAuthorities: String?
    /// Whether upstreams are told the identity, in `X-Penstock-Identity`.
    package var tellsIdentity = true

    package init(host: String = "127.0.0.1", port: Int) {
        self.host = host
        self.port = port
    }

    package struct Timeouts: Sendable, Hashable {
        /// From the first byte of a request to the end of its head.
        package var requestHead: Duration = .seconds(10)
        /// Between two pieces of a request's body.
        package var requestBody: Duration = .seconds(30)
        /// Between two requests on one connection.
        package var keepAlive: Duration = .seconds(75)
        /// Until a change's record is durable.
        package var record: Duration = .seconds(5)
        package var connect: Duration = .seconds(5)
        /// From the end of the request to the head of the upstream's answer.
        package var responseHead: Duration = .seconds(60)
        /// Between two pieces of an answer, in either direction.
        package var responseBody: Duration = .seconds(60)
        /// How long an unused connection to an upstream is kept.
        package var pool: Duration = .seconds(30)
        /// How long input is thrown away after a last answer, so that the answer arrives.
        package var linger: Duration = .seconds(2)
        /// How often time is looked at; timeouts are late by at most this.
        package var tick: Duration = .milliseconds(100)

        package init() {}
    }

    package struct Limits: Sendable, Hashable {
        package var headBytes = 32_768
        package var targetBytes = 8192
        package var fields = 100
        /// Client connections on one event loop.
        package var connections = 10_000
        /// Unused connections kept for one upstream on one event loop.
        package var pooled = 64
        /// A refused request's body up to this size is read and dropped, to keep the connection.
        package var discarded = 65_536

        package init() {}
    }
}
