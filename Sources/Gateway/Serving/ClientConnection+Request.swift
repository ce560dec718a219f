import Decisions
import Domain
import NIOCore

/// From the bytes of a head to a decision.
extension ClientConnection {
    /// Takes a whole head from the inbox, if there is one.
    func readHead() -> Bool {
        skipEmptyLines()
        if inbox.readableBytes == 0 { return false }
        if headBegan == nil { headBegan = services.now }
        let limits = services.settings.limits
        do throws(HTTPFault) {
            let length = try inbox.withUnsafeReadableBytes { bytes throws(HTTPFault) in
                try scanner.end(in: bytes, limit: limits.headBytes, firstLineLimit: limits.targetBytes + 32)
            }
            guard let length, let bytes = inbox.readSlice(length: length) else { return false }
            scanner = HeadScanner()
            headBegan = nil
            accept(try RequestHead(bytes, limits: limits))
        } catch {
            refuse(.malformed(error), head: nil)
        }
        return true
    }

    /// Servers ignore empty lines before a request.
    ///
    /// Source: RFC 9112, section 2.2.
    private func skipEmptyLines() {
        guard headBegan == nil else { return }
        while inbox.readableBytes >= 2,
            inbox.getInteger(at: inbox.readerIndex, as: UInt16.self) == 0x0D0A
        {
            inbox.moveReaderIndex(forwardBy: 2)
        }
    }

    private func accept(_ head: RequestHead) {
        bodyReader = BodyReader(head.framing)
        let target: RequestTarget
        let accepted: (token: String, caller: Caller)
        do {
            try check(head)
            target = try self.target(of: head)
            accepted = try authenticate(head, target)
        } catch {
            refuse(error, head: head)
            return
        }
        guard let snapshot = services.hooks.facts() else {
            refuse(.factsUnavailable, head: head)
            return
        }
        decide(head, target, token: accepted.token, accepted.caller, snapshot)
    }

    /// What a gateway does not forward.
    private func check(_ head: RequestHead) throws(Problem) {
        switch head.method {
        case .connect, .trace: throw .methodNotForwarded
        case .get, .head, .options, .other: break
        }
        if head.fields.asksUpgrade { throw .upgradeNotForwarded }
        if head.fields.expectsOther { throw .expectationFailed }
        if !services.settings.authorities.isEmpty {
            let host = head.fields.host.map(head.text)?.lowercased() ?? ""
            if !services.settings.authorities.contains(host) { throw .misdirected }
        }
    }

    private func target(of head: RequestHead) throws(Problem) -> RequestTarget {
        do throws(RequestTarget.Fault) {
            return try head.bytes.withUnsafeReadableBytes { bytes throws(RequestTarget.Fault) in
                try RequestTarget(bytes[head.target])
            }
        } catch {
            throw .badTarget(error)
        }
    }

    private func authenticate(
        _ head: RequestHead,
        _ target: RequestTarget,
    ) throws(Problem) -> (token: String, caller: Caller) {
        guard head.fields.authorizations == 1, let field = head.fields.authorization,
            let token = head.bytes.withUnsafeReadableBytes({ Self.bearerToken($0[field]) })
        else { throw .tokenMissing }
        switch services.hooks.verify(token) {
        case .success(let caller): return (token, caller)
        case .failure(let refusal):
            // Only tokens that we made are worth a line of the log: anybody can send the others.
            if refusal.identity != nil || refusal.lease != nil {
                services.hooks.recordSoon(record(refusal, head, target))
            }
            throw .tokenRefused(refusal)
        }
    }

    /// The token in `Bearer TOKEN`; nil for another scheme or characters that tokens do not have.
    private static func bearerToken(_ value: Slice<UnsafeRawBufferPointer>) -> String? {
        guard value.count > 7, ByteClass.begins(value, with: "bearer ") else { return nil }
        let token = value.dropFirst(7)
        guard token.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }) else { return nil }
        return String(decoding: token, as: UTF8.self)
    }

    private func decide(
        _ head: RequestHead,
        _ target: RequestTarget,
        token: String,
        _ caller: Caller,
        _ snapshot: Snapshot,
    ) {
        let now = services.hooks.clock()
        let route = services.routes.route(to: target.resource.system, in: snapshot)
        let isCounted = snapshot.countsRequests(of: caller.identity)
        let request = AccessRequest(
            identity: caller.identity,
            action: route?.action(head.method, on: target.resource) ?? head.method.action,
            resource: target.resource,
            now: now,
            lease: caller.lease,
            tokenAge: now - caller.issued,
            scopes: caller.scopes,
            task: caller.task,
            originalCaller: caller.originalCaller,
            delegation: caller.delegation,
            clientAddress: address,
            purpose: caller.purpose,
            lastMinute: isCounted ? services.rates.take(caller.identity, at: now) : nil,
        )
        let decision = snapshot.decide(request)
        let enforcement = snapshot.enforcement(of: decision, for: request)
        let record = record(request, decision, enforcement, head, target)
        guard enforcement != .refuse, let route else {
            if isCounted { services.rates.giveBack(caller.identity, at: now) }
            services.hooks.recordSoon(record)
            refuse(.refused(decision), head: head, identity: caller.identity, system: target.resource.system)
            return
        }
        let exchange = Exchange(
            serial: services.nextSerial(),
            head: head,
            target: target,
            route: route,
            token: token,
            request: request,
            record: record,
            version: snapshot.version,
            validUntil: snapshot.validUntil(for: caller.identity, after: now),
            started: .now(),
        )
        self.exchange = exchange
        phase = bodyReader == nil ? .answer : .body
        lastProgress = services.now
        write(exchange)
    }

    /// Puts the record where it belongs: a change waits until it is durable.
    private func write(_ exchange: Exchange) {
        if exchange.request.action == .read {
            services.hooks.recordSoon(exchange.record)
            connect(exchange)
            return
        }
        let bound = NIOLoopBound(self, eventLoop: services.eventLoop)
        let eventLoop = services.eventLoop
        let serial = exchange.serial
        services.hooks.recordDurably(exchange.record) { isDurable in
            eventLoop.execute { bound.value.recorded(serial, isDurable: isDurable) }
        }
    }

    private func recorded(_ serial: UInt64, isDurable: Bool) {
        guard let exchange, exchange.serial == serial, case .recording = exchange.stage else { return }
        if isDurable {
            connect(exchange)
        } else {
            refuse(.recordUnavailable, head: exchange.head)
        }
        pump()
    }
}
