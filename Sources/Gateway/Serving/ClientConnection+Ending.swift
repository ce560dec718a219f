import Domain
import NIOCore

/// Refusals, timeouts and the end of connections.
extension ClientConnection {
    /// Answers with a problem instead of forwarding.
    ///
    /// A nil `head` was not understood, and then nothing after it can be either.
    func refuse(
        _ problem: Problem,
        head: RequestHead?,
        identity: ID<Identity>? = nil,
        system: String? = nil,
        outcome: ExchangeSummary.Outcome = .refused,
    ) {
        guard let context else { return }
        var closes = services.isDraining || !(head?.keepsAlive ?? false)
        if let rest = bodyReader {
            if case .length(let remaining) = rest, remaining <= services.settings.limits.discarded,
                head?.fields.expectsContinue == false, exchange?.upstream == nil
            {
                // Little enough to read and forget.
            } else {
                closes = true
            }
        }
        var buffer = context.channel.allocator.buffer(capacity: 1024)
        problem.write(to: &buffer, closes: closes, withBody: head?.method != .head)
        context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
        finish(outcome, status: problem.status, identity: identity, system: system)
        if closes {
            linger()
        } else {
            phase = bodyReader == nil ? .head : .discarding
            lastProgress = services.now
        }
    }

    /// Throws away what is left of a refused request's body.
    func discardBody() -> Bool {
        guard var reader = bodyReader else {
            phase = .head
            return true
        }
        do throws(HTTPFault) {
            let part = try reader.next(&inbox)
            bodyReader = reader
            switch part {
            case .wait: return false
            case .data: return true
            case .end:
                bodyReader = nil
                phase = .head
                return true
            }
        } catch {
            linger()
            return false
        }
    }

    /// Sends what is written, says that nothing follows, and waits for the peer to close.
    ///
    /// Closing at once would make the peer lose the answer when bytes of it were still unread.
    func linger() {
        guard let context else { return }
        phase = .lingering
        bodyReader = nil
        inbox = ByteBuffer()
        lastProgress = services.now
        context.flush()
        context.close(mode: .output, promise: nil)
    }

    /// Ends the connection now; a request in flight ends with `outcome`.
    func abort(_ outcome: ExchangeSummary.Outcome) {
        if case .closed = phase { return }
        phase = .closed
        bodyReader = nil
        inbox = ByteBuffer()
        finish(outcome)
        context?.close(promise: nil)
    }

    func drain() {
        if case .head = phase, headBegan == nil { abort(.broken) }
    }

    func revalidate(force: Bool) {
        guard let exchange else { return }
        _ = isPermitted(exchange, force: force)
        pump()
    }

    /// Looks at the time.
    func tick() {
        if let exchange {
            let isDue = exchange.validUntil.map { services.hooks.clock() >= $0 } ?? false
            if !isPermitted(exchange, force: isDue) {
                pump()
                return
            }
        }
        let timeouts = services.settings.timeouts
        func isOver(_ limit: Duration, since begin: NIODeadline) -> Bool { services.now - begin > TimeAmount(limit) }
        if let exchange, case .recording = exchange.stage {
            if isOver(timeouts.record, since: exchange.started) {
                refuse(.recordUnavailable, head: exchange.head)
                pump()
            }
            return
        }
        switch phase {
        case .closed: return
        case .head:
            if let headBegan {
                if isOver(timeouts.requestHead, since: headBegan) { refuse(.requestTimeout, head: nil) }
            } else if isOver(timeouts.keepAlive, since: lastProgress) {
                abort(.broken)
            }
        case .body:
            guard let exchange else { return }
            let waitsForCaller = exchange.upstream?.isWritable ?? false
            if waitsForCaller, isOver(timeouts.requestBody, since: lastProgress) {
                spoil(exchange, .requestTimeout, .broken)
                pump()
            } else if !waitsForCaller, isOver(timeouts.responseHead, since: lastProgress) {
                spoil(exchange, .upstreamTimeout(exchange.route.system.name), .broken)
                pump()
            }
        case .answer:
            guard let exchange else { return }
            let limit = exchange.hasAnswer ? timeouts.responseBody : timeouts.responseHead
            if isOver(limit, since: lastProgress) {
                spoil(exchange, .upstreamTimeout(exchange.route.system.name), .broken)
                pump()
            }
        case .discarding: if isOver(timeouts.requestBody, since: lastProgress) { linger() }
        case .lingering: if isOver(timeouts.linger, since: lastProgress) { abort(.broken) }
        }
    }

    /// Lets go of the exchange and tells how it ended.
    private func finish(
        _ outcome: ExchangeSummary.Outcome,
        status: Int? = nil,
        identity: ID<Identity>? = nil,
        system: String? = nil,
    ) {
        if let exchange {
            self.exchange = nil
            exchange.upstream?.abandon()
            if let status { exchange.status = status }
            services.hooks.finished(exchange.summary(outcome, at: .now()))
        } else if let status {
            let summary = ExchangeSummary(
                outcome: outcome,
                identity: identity,
                system: system,
                status: status,
                requestBytes: 0,
                responseBytes: 0,
                duration: .zero,
            )
            services.hooks.finished(summary)
        }
    }
}
