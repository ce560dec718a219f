import Domain
import NIOCore

/// A caller's connection: reads requests one after another and sends their answers.
///
/// Belongs to one event loop.
/// While a request is in flight its body is taken from the inbox only as fast as the upstream takes it, and the next
/// request waits in the inbox.
final class ClientConnection: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = Never
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let services: LoopServices
    var context: ChannelHandlerContext?
    /// The peer's address without port.
    var address = ""
    var phase = Phase.head
    /// Bytes that arrived and were not looked at.
    var inbox = ByteBuffer()
    var scanner = HeadScanner()
    /// When the first byte of the current head arrived.
    var headBegan: NIODeadline?
    /// What is left of the request's body.
    var bodyReader: BodyReader?
    var exchange: Exchange?
    /// When bytes last moved, or the phase changed.
    var lastProgress: NIODeadline
    private var isPumping = false

    enum Phase {
        /// Between requests, or within a head.
        case head
        /// A request's body is arriving.
        case body
        /// The request is whole; its answer is awaited or going out.
        case answer
        /// What is left of a refused request's body is thrown away.
        case discarding
        /// The last answer went out; input is thrown away until the peer closes.
        case lingering
        case closed
    }

    /// Bytes that are kept while nothing can be done with them.
    static let inboxLimit = 65_536

    init(services: LoopServices) {
        self.services = services
        lastProgress = services.now
    }

    /// Whether what was sent so far has left for the most part.
    var canTakeAnswer: Bool { context?.channel.isWritable ?? false }

    // MARK: Channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        address = context.channel.remoteAddress?.ipAddress ?? "local"
        if !services.add(self) {
            refuse(.overloaded, head: nil)
        } else if services.isDraining {
            abort(.broken)
        }
    }

    func read(context: ChannelHandlerContext) {
        if wantsInput { context.read() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var data = unwrapInboundIn(data)
        switch phase {
        case .closed, .lingering: return
        case .head, .body, .answer, .discarding: break
        }
        if inbox.readableBytes == 0 { inbox = data } else { inbox.writeBuffer(&data) }
        lastProgress = services.now
        pump()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { exchange?.upstream?.resumeReading() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        abort(.broken)
    }

    func channelInactive(context: ChannelHandlerContext) {
        abort(.broken)
        services.remove(self)
    }

    // MARK: Flow

    /// Does all that can be done with what has arrived, then asks for more.
    func pump() {
        if isPumping { return }
        isPumping = true
        while step() {}
        isPumping = false
        exchange?.upstream?.flush()
        if inbox.readableBytes == 0 { inbox = ByteBuffer() }
        if wantsInput { context?.read() }
    }

    /// - Returns: Whether another step may be possible.
    private func step() -> Bool {
        switch phase {
        case .head: readHead()
        case .body: forwardBody()
        case .discarding: discardBody()
        case .answer, .lingering, .closed: false
        }
    }

    private var wantsInput: Bool {
        switch phase {
        case .head, .discarding, .lingering: true
        case .body: inbox.readableBytes == 0 || (exchange?.upstream == nil && inbox.readableBytes < Self.inboxLimit)
        case .answer: inbox.readableBytes < Self.inboxLimit
        case .closed: false
        }
    }
}
