import Domain
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

@testable import Importers

/// A server on loopback that answers like AWS, and misbehaves where a test wants it to.
final class FakeAWS: Sendable {
    struct Answer: Sendable {
        var status = 200
        var body: String
        var headers: [(String, String)] = []
        /// Bytes after which the connection is cut; nil for none.
        var cut: Int?
    }

    /// Form fields of every request, in their order.
    var requests: [[String: String]] { taken.withLock { $0 } }
    let port: Int

    private let channel: any Channel
    private let taken: Taken

    /// `answer` is called with the fields of a request and how many came before it.
    init(_ answer: @escaping @Sendable (_ fields: [String: String], _ number: Int) -> Answer) async throws {
        let taken = Taken([])
        self.taken = taken
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Handler(taken: taken, answer: answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    func close() async { try? await channel.close() }

    /// A page of the account's description.
    static func page(users: [String] = [], marker: String? = nil, isTruncated: Bool? = nil) -> Answer {
        let members = users.map { name in
            """
            <member><Path>/</Path><UserName>\(name)</UserName><UserId>AIDA\(name)</UserId>
            <Arn>arn:aws:iam::\(testAccount):user/\(name)</Arn><CreateDate>2024-01-02T03:04:05Z</CreateDate>
            <GroupList/><AttachedManagedPolicies/></member>
            """
        }
        let next = marker.map { "<Marker>\($0)</Marker>" } ?? ""
        return result(
            "GetAccountAuthorizationDetails",
            "<IsTruncated>\(isTruncated ?? (marker != nil))</IsTruncated>\(next)"
                + "<UserDetailList>\(members.joined())</UserDetailList>"
        )
    }

    static func result(_ action: String, _ inner: String) -> Answer {
        Answer(body: "<\(action)Response><\(action)Result>\(inner)</\(action)Result></\(action)Response>")
    }

    static func refusal(_ code: String, status: Int) -> Answer {
        let inner = "<Error><Type>Sender</Type><Code>\(code)</Code><Message>no</Message></Error>"
        return Answer(status: status, body: "<ErrorResponse>\(inner)</ErrorResponse>")
    }

    /// What every reading asks beside the description.
    static func usual(_ fields: [String: String]) -> Answer? {
        switch fields["Action"] {
        case "GetCallerIdentity": result("GetCallerIdentity", "<Account>\(testAccount)</Account>")
        case "GenerateCredentialReport", "GetCredentialReport": refusal("AccessDenied", status: 403)
        default: nil
        }
    }
}

/// Requests that came in, shared by the server's connections.
private final class Taken: Sendable {
    private let fields: Mutex<[[String: String]]>

    init(_ fields: [[String: String]]) { self.fields = Mutex(fields) }

    func withLock<T>(_ body: (inout sending [[String: String]]) -> sending T) -> T { fields.withLock(body) }
}

private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let taken: Taken
    private let answer: @Sendable ([String: String], Int) -> FakeAWS.Answer
    private var body = ""

    init(taken: Taken, answer: @escaping @Sendable ([String: String], Int) -> FakeAWS.Answer) {
        self.taken = taken
        self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: body = ""
        case .body(let buffer): body += String(buffer: buffer)
        case .end: reply(context)
        }
    }

    private func reply(_ context: ChannelHandlerContext) {
        var fields: [String: String] = [:]
        for pair in body.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map {
                String(decoding: percentDecoded(String($0)), as: UTF8.self)
            }
            fields[parts[0]] = parts.count > 1 ? parts[1] : ""
        }
        let number = taken.withLock { taken in
            taken.append(fields)
            return taken.count - 1
        }
        let answer = answer(fields, number)
        let bytes = Array(answer.body.utf8)
        var headers = HTTPHeaders(answer.headers)
        headers.add(name: "content-length", value: "\(bytes.count)")
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: answer.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let sent = bytes.prefix(answer.cut ?? bytes.count)
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: sent)))), promise: nil)
        if answer.cut != nil {
            context.close(promise: nil)
        } else {
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
