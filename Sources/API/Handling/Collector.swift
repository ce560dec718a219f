import HTTPTypes
import Hummingbird
import Synchronization

/// Takes the body of an answer together.
struct Collector: ResponseBodyWriter {
    let collected: Collected

    @concurrent
    mutating func write(_ buffer: ByteBuffer) async throws {
        collected.append(buffer)
    }

    @concurrent
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// The bytes taken so far.
final class Collected: Sendable {
    private let held = Mutex<[UInt8]>([])

    var bytes: [UInt8] { held.withLock { $0 } }

    func append(_ buffer: ByteBuffer) {
        held.withLock { $0 += buffer.readableBytesView }
    }
}
