import Logging
import NIOCore

/// A connection to a system: sends one request at a time and takes its answer apart.
///
/// Belongs to one event loop.
final class UpstreamConnection: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = Never
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let address: UpstreamAddress
    /// Requests answered whole.
    private(set) var served = 0
    var idleSince = NIODeadline.uptimeNanoseconds(0)

    private let services: LoopServices
    private var context: ChannelHandlerContext?
    /// Whom the current answer goes to; nil while unused.
    private var client: ClientConnection?
    private var method = RequestHead.Method.get
    private var phase = Phase.unused
    private var scanner = HeadScanner()
    private var inbox = ByteBuffer()
    private var isBusyReading = false

    private enum Phase {
        case unused
        case head
        case body(BodyReader, reusable: Bool)
        case closed
    }

    init(to address: UpstreamAddress, services: LoopServices) {
        self.address = address
        self.services = services
    }

    var isWritable: Bool { context?.channel.isWritable ?? false }

    /// Takes the connection for a request of `client`; false when it has ended.
    func begin(_ method: RequestHead.Method, for client: ClientConnection) -> Bool {
        guard case .unused = phase, context?.channel.isActive == true else { return false }
        self.client = client
        self.method = method
        phase = .head
        return true
    }

    func write(_ buffer: ByteBuffer) {
        context?.write(wrapOutboundOut(buffer), promise: nil)
    }

    func flush() {
        context?.flush()
    }

    /// Goes on after the caller has taken what it was sent.
    func resumeReading() {
        context?.read()
    }

    /// Ends the connection without a word to the client.
    func abandon() {
        client = nil
        phase = .closed
        context?.close(promise: nil)
    }

    // MARK: Channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func read(context: ChannelHandlerContext) {
        if client?.canTakeAnswer ?? true { context.read() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var data = unwrapInboundIn(data)
        guard client != nil else {
            // Nothing was asked: whatever this is, the next request must not get it as its answer.
            close(context)
            return
        }
        if inbox.readableBytes == 0 { inbox = data } else { inbox.writeBuffer(&data) }
        do throws(HTTPFault) {
            while try step() {}
        } catch {
            fail(.invalid)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        client?.flushAnswer()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { client?.upstreamBecameWritable() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        services.logger.debug(
            "upstream connection failed",
            metadata: ["upstream": "\(address.origin)", "error": "\(error)"],
        )
        // An answer that lasts until the connection ends is not whole when the connection broke.
        fail(.unreachable)
    }

    func channelInactive(context: ChannelHandlerContext) {
        services.pool.remove(self)
        if case .body(.untilClose, _) = phase {
            end(reusable: false)
            phase = .closed
        } else {
            fail(.unreachable)
        }
    }

    // MARK: Answer

    /// - Returns: Whether another step may be possible.
    private func step() throws(HTTPFault) -> Bool {
        guard let client else { return false }
        switch phase {
        case .unused, .closed: return false
        case .head:
            let limits = services.settings.limits
            let length = try inbox.withUnsafeReadableBytes { bytes throws(HTTPFault) in
                try scanner.end(in: bytes, limit: limits.headBytes * 2, firstLineLimit: limits.targetBytes)
            }
            guard let length, let bytes = inbox.readSlice(length: length) else { return false }
            scanner = HeadScanner()
            let head = try ResponseHead(bytes, limits: limits)
            if head.status == 101 { throw .badStartLine }
            if head.isInterim { return true }
            let framing = head.framing(answering: method)
            let reusable = head.keepsAlive && framing != .untilClose
            phase = .body(BodyReader(framing) ?? .length(remaining: 0), reusable: reusable)
            client.answerBegan(head, framing)
            return true
        case .body(var reader, let reusable):
            let part = try reader.next(&inbox)
            switch part {
            case .wait:
                phase = .body(reader, reusable: reusable)
                return false
            case .data(let data):
                phase = .body(reader, reusable: reusable)
                client.answerContinued(data)
                return true
            case .end:
                end(reusable: reusable)
                return false
            }
        }
    }

    private func end(reusable: Bool) {
        guard let client else { return }
        self.client = nil
        phase = .unused
        served += 1
        let isClean = inbox.readableBytes == 0
        inbox = ByteBuffer()
        client.answerEnded(by: self, reusable: reusable && isClean)
    }

    private func fail(_ fault: UpstreamFault) {
        if case .closed = phase { return }
        phase = .closed
        let client = client
        self.client = nil
        context?.close(promise: nil)
        client?.upstreamFailed(fault, reused: served > 0)
    }

    private func close(_ context: ChannelHandlerContext) {
        phase = .closed
        services.pool.remove(self)
        context.close(promise: nil)
    }
}

/// What can go wrong with an upstream.
enum UpstreamFault: Error {
    case unreachable
    case timeout
    /// Its answer is not HTTP.
    case invalid
}
