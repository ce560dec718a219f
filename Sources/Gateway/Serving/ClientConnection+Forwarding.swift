import Decisions
import Domain
import NIOCore

/// From a decision to the upstream: connection, head, body.
extension ClientConnection {
    /// Finds a connection to the upstream and writes the head to it; the next pump flushes.
    func connect(_ exchange: Exchange) {
        guard isPermitted(exchange) else { return }
        guard let address = exchange.route.upstream else {
            refuse(.noUpstream(exchange.route.system), head: exchange.head)
            return
        }
        while let upstream = services.pool.take(address) {
            if upstream.begin(exchange.head.method, for: self) {
                send(exchange, to: upstream, at: address)
                return
            }
        }
        exchange.stage = .connecting
        let serial = exchange.serial
        services.pool.connect(address) { [self] result in
            connected(serial, result, address)
            pump()
        }
    }

    private func connected(
        _ serial: UInt64,
        _ result: Result<UpstreamConnection, UpstreamFault>,
        _ address: UpstreamAddress,
    ) {
        guard let exchange, exchange.serial == serial, case .connecting = exchange.stage else {
            if case .success(let upstream) = result { services.pool.give(upstream) }
            return
        }
        switch result {
        case .failure(let fault): upstreamFailed(fault, reused: false)
        case .success(let upstream):
            // Facts may have changed while the connection was being made.
            guard isPermitted(exchange) else {
                services.pool.give(upstream)
                return
            }
            guard upstream.begin(exchange.head.method, for: self) else {
                upstreamFailed(.unreachable, reused: false)
                return
            }
            send(exchange, to: upstream, at: address)
        }
    }

    private func send(_ exchange: Exchange, to upstream: UpstreamConnection, at address: UpstreamAddress) {
        exchange.stage = .forwarding(upstream)
        lastProgress = services.now
        let system = exchange.route.system
        let credential: InjectedCredential
        do throws(InjectedCredential.Fault) {
            let secret = system.injection == .none ? nil : services.hooks.credential(system.name)
            credential = try InjectedCredential(system.injection, secret: secret)
        } catch {
            refuse(.noCredential(system.name, unusable: error == .unusable), head: exchange.head)
            return
        }
        let request = ForwardedRequest(
            head: exchange.head,
            target: exchange.target,
            upstream: address,
            credential: credential,
            decision: exchange.record.decision?.id,
            identity: services.settings.tellsIdentity ? exchange.request.identity : nil,
        )
        var buffer = ByteBufferAllocator().buffer(capacity: exchange.head.bytes.readableBytes + 512)
        request.write(to: &buffer)
        upstream.write(buffer)
        if bodyReader != nil, exchange.head.fields.expectsContinue, !exchange.head.isVersion10, let context {
            let interim = ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n")
            context.writeAndFlush(wrapOutboundOut(interim), promise: nil)
        }
    }

    /// Hands one piece of the body to the upstream.
    func forwardBody() -> Bool {
        guard let exchange, let upstream = exchange.upstream, upstream.isWritable, var reader = bodyReader else {
            return false
        }
        guard isPermitted(exchange) else { return true }
        let part: BodyReader.Part
        do throws(HTTPFault) {
            part = try reader.next(&inbox)
        } catch {
            spoil(exchange, .malformed(error))
            return true
        }
        bodyReader = reader
        switch part {
        case .wait: return false
        case .data(let data):
            lastProgress = services.now
            exchange.requestBytes += data.readableBytes
            if exchange.head.fields.isChunked {
                writeChunk(data) { upstream.write($0) }
            } else {
                upstream.write(data)
            }
        case .end:
            if exchange.head.fields.isChunked { upstream.write(ByteBuffer(staticString: lastChunk)) }
            bodyReader = nil
            exchange.isRequestDone = true
            phase = .answer
            lastProgress = services.now
        }
        return true
    }

    func upstreamBecameWritable() {
        pump()
    }

    /// Ends a request that cannot be completed: with an answer if none has begun, else without.
    func spoil(_ exchange: Exchange, _ problem: Problem, _ outcome: ExchangeSummary.Outcome = .refused) {
        if exchange.hasAnswer {
            abort(outcome == .refused ? .broken : outcome)
        } else {
            refuse(problem, head: exchange.head, outcome: outcome)
        }
    }

    /// Whether the exchange is permitted under the facts of this moment; if not, it has been ended.
    func isPermitted(_ exchange: Exchange, force: Bool = false) -> Bool {
        guard let snapshot = services.hooks.facts() else {
            spoil(exchange, .factsUnavailable, .cut)
            return false
        }
        if snapshot.version == exchange.version, !force { return true }
        if case .failure(let refusal) = services.hooks.verify(exchange.token), refusal.code != .expired {
            services.hooks.recordSoon(record(refusal, exchange.head, exchange.target))
            spoil(exchange, .tokenRefused(refusal), .cut)
            return false
        }
        var request = exchange.request
        request.now = services.hooks.clock()
        let decision = snapshot.decide(request)
        let enforcement = snapshot.enforcement(of: decision, for: request)
        if enforcement == .refuse {
            services.hooks.recordSoon(record(request, decision, enforcement, exchange.head, exchange.target))
            spoil(exchange, .refused(decision), .cut)
            return false
        }
        exchange.version = snapshot.version
        exchange.validUntil = snapshot.validUntil(for: request.identity, after: request.now)
        return true
    }
}

let lastChunk: StaticString = "0\r\n\r\n"

/// Sends `data` as one chunk.
func writeChunk(_ data: ByteBuffer, _ write: (ByteBuffer) -> Void) {
    var size = ByteBufferAllocator().buffer(capacity: 20)
    size.writeString(String(data.readableBytes, radix: 16))
    size.writeStaticString("\r\n")
    write(size)
    write(data)
    write(ByteBuffer(staticString: "\r\n"))
}
