import Crypto
package import Domain
import Synchronization

/// Verifies access tokens and remembers those that held, by the SHA-256 of their text.
///
/// A known token costs one hash and one look-up instead of one signature. A token is asked for its expiry every time.
/// Whether it was revoked is not known here; the caller checks that for every request.
package final class VerifiedTokenCache: Sendable {
    private let verifier: AccessTokenVerifier
    private let shards: [Shard]

    /// A cache in front of a verifier.
    ///
    /// - Parameters:
    ///   - verifier: Checks tokens not seen yet. With other keys a new cache is needed.
    ///   - capacity: Most tokens remembered; the one remembered longest makes room.
    package init(_ verifier: AccessTokenVerifier, capacity: Int = 16_384) {
        self.verifier = verifier
        // As many as there are threads that could meet, and a power of two for the mask.
        let count = 16
        shards = (0..<count).map { _ in Shard(capacity: max(1, capacity / count)) }
    }

    /// Verifies a token.
    ///
    /// - Throws: Any ``TokenError``; refusals are not remembered.
    package func verify(_ token: some Collection<UInt8>, at now: Instant) throws(TokenError) -> AccessToken {
        let key = Key(token)
        let shard = shards[Int(truncatingIfNeeded: key.first & UInt64(shards.count - 1))]
        if let known = shard.find(key) {
            try verifier.check(known, at: now)
            return known
        }
        let verified = try verifier.verify(token, at: now)
        shard.remember(key, verified)
        return verified
    }

    /// How many tokens are remembered.
    var count: Int { shards.reduce(0) { $0 + $1.count } }
}

/// A SHA-256 value as a key of a dictionary.
private struct Key: Hashable {
    let first: UInt64
    let rest: (UInt64, UInt64, UInt64)

    init(_ token: some Collection<UInt8>) {
        var hasher = SHA256()
        let whole: Void? = token.withContiguousStorageIfAvailable { hasher.update(bufferPointer: .init($0)) }
        if whole == nil { Array(token).withUnsafeBytes { hasher.update(bufferPointer: $0) } }
        (first, rest) = hasher.finalize().withUnsafeBytes { bytes in
            func word(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
            return (word(0), (word(1), word(2), word(3)))
        }
    }

    static func == (a: Key, b: Key) -> Bool { a.first == b.first && a.rest == b.rest }

    // Already evenly spread, and nobody can choose it: one word is enough.
    func hash(into hasher: inout Hasher) { hasher.combine(first) }
}

/// A part of the cache with a lock of its own.
private final class Shard: Sendable {
    private struct State {
        var tokens: [Key: AccessToken] = [:]
        /// Keys in the order they came, as a ring.
        var ring: [Key] = []
        var oldest = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    var count: Int { state.withLock { $0.tokens.count } }

    func find(_ key: Key) -> AccessToken? {
        state.withLock { $0.tokens[key] }
    }

    func remember(_ key: Key, _ token: AccessToken) {
        state.withLock { state in
            guard state.tokens.updateValue(token, forKey: key) == nil else { return }
            if state.ring.count < capacity {
                state.ring.append(key)
            } else {
                state.tokens[state.ring[state.oldest]] = nil
                state.ring[state.oldest] = key
                state.oldest = (state.oldest + 1) % capacity
            }
        }
    }
}
