import Decisions
import Domain
import NIOCore

/// From the upstream's answer to the caller.
extension ClientConnection {
    func answerBegan(_ head: ResponseHead, _ framing: BodyFraming) {
        guard let exchange, let context, isPermitted(exchange), let decision = exchange.record.decision else { return }
        lastProgress = services.now
        let isVersion10 = exchange.head.isVersion10
        exchange.responseFraming =
            switch framing {
            case .none, .length: framing
            case .chunked, .untilClose: isVersion10 ? .untilClose : .chunked
            }
        exchange.status = head.status
        exchange.closes =
            !exchange.head.keepsAlive || services.isDraining || !exchange.isRequestDone
            || exchange.responseFraming == .untilClose
        let response = ReturnedResponse(
            head: head,
            framing: exchange.responseFraming,
            route: exchange.route,
            decision: decision,
            warns: exchange.record.enforcement == .warn,
            connection: exchange.closes ? .close : isVersion10 ? .keepAlive : .none,
        )
        var buffer = context.channel.allocator.buffer(capacity: head.bytes.readableBytes + 256)
        response.write(to: &buffer)
        context.write(wrapOutboundOut(buffer), promise: nil)
    }

    func answerContinued(_ data: ByteBuffer) {
        guard let exchange, let context, isPermitted(exchange) else { return }
        lastProgress = services.now
        exchange.responseBytes += data.readableBytes
        if exchange.responseFraming == .chunked {
            writeChunk(data) { context.write(wrapOutboundOut($0), promise: nil) }
        } else {
            context.write(wrapOutboundOut(data), promise: nil)
        }
    }

    func flushAnswer() {
        context?.flush()
    }

    func answerEnded(by upstream: UpstreamConnection, reusable: Bool) {
        guard let exchange else {
            upstream.abandon()
            return
        }
        if exchange.responseFraming == .chunked {
            context?.write(wrapOutboundOut(ByteBuffer(staticString: lastChunk)), promise: nil)
        }
        context?.flush()
        if reusable, exchange.isRequestDone { services.pool.give(upstream) } else { upstream.abandon() }
        self.exchange = nil
        services.hooks.finished(exchange.summary(.forwarded, at: .now()))
        if exchange.closes || !exchange.isRequestDone || services.isDraining {
            linger()
        } else {
            phase = .head
            lastProgress = services.now
            pump()
        }
    }

    func upstreamFailed(_ fault: UpstreamFault, reused: Bool) {
        guard let exchange else { return }
        if reused, fault == .unreachable, exchange.isRepeatable {
            // The upstream closed a pooled connection at the moment it was used again.
            exchange.retried = true
            connect(exchange)
            pump()
            return
        }
        let system = exchange.route.system.name
        switch fault {
        case .unreachable: spoil(exchange, .upstreamUnreachable(system), .broken)
        case .invalid: spoil(exchange, .upstreamInvalid(system), .broken)
        case .timeout: spoil(exchange, .upstreamTimeout(system), .broken)
        }
        pump()
    }
}
