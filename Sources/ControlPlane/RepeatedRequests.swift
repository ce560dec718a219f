import Domain
import SQLEngine
import Sealing
import Store

/// What becomes of a request to the API that carries an idempotency key.
package enum RequestClaim: Sendable, Hashable {
    /// The key is new: carry the request out, then `keep` the answer.
    case first
    /// It was carried out before; this was the answer.
    case done(status: Int, answer: [UInt8])
    /// It is under way, or was cut off before its answer could be kept.
    case unfinished
    /// The key belongs to another request.
    case otherRequest
}

extension ControlPlane {
    /// How long an answer is kept.
    private static var keptFor: Duration { .hours(24) }

    /// Claims an idempotency key for a caller.
    ///
    /// The claim commits before the request is carried out, so that a request is carried out twice under no circumstances;
    /// one that was cut off stays `unfinished` until the key ends, after a day.
    ///
    /// `request` is what makes it this one: method, path and body. Keys of different callers are different.
    package func claim(key: String, for request: [UInt8], by caller: Caller) async throws -> RequestClaim {
        let (moment, name) = (now(), caller.actor.id)
        var parts = PartsDigest()
        parts.add(request)
        let digest = Array(parts.finish().utf8)
        let claim = try await database.write { connection in
            try IdempotencyTable.claim(
                key: key,
                caller: name,
                request: digest,
                at: moment,
                expires: moment + Self.keptFor,
                in: connection,
            )
        }
        return switch claim {
        case .fresh: .first
        case .done(let status, let answer): .done(status: status, answer: answer)
        case .unfinished: .unfinished
        case .otherRequest: .otherRequest
        }
    }

    /// Keeps the answer to a request that was claimed; an answer that holds a secret is kept as nothing.
    package func keep(_ answer: [UInt8], status: Int, key: String, by caller: Caller) async throws {
        let name = caller.actor.id
        try await database.write { connection in
            try IdempotencyTable.finish(key: key, caller: name, status: status, response: answer, in: connection)
        }
    }
}
