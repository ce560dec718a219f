/// One file that proves an entry to be in a log: index, inclusion proof and signed checkpoint.
///
/// It can be checked offline by anyone who has the entry and the log's public key.
///
/// Source: C2SP tlog-proof.
public struct TransparencyProof: Sendable, Hashable {
    /// Opaque data of the application, which nothing authenticates; nil when the line is left out.
    public let extra: [UInt8]?
    /// Zero-based position of the entry.
    public let index: Int
    /// Sibling hashes from the leaf upwards.
    public let hashes: [Digest]
    /// The signed checkpoint, verbatim.
    public let checkpoint: [UInt8]

    /// Puts a proof together; nothing is checked before ``verify(leaf:key:origin:)``.
    public init(extra: [UInt8]? = nil, index: Int, hashes: [Digest], checkpoint: [UInt8]) {
        self.extra = extra
        self.index = index
        self.hashes = hashes
        self.checkpoint = checkpoint
    }

    /// Reads a proof file.
    ///
    /// - Throws: `.malformed`.
    public init(_ bytes: some Sequence<UInt8>) throws(NoteError) {
        var rest = Array(bytes)[...]
        guard Self.takeLine(&rest) == Self.header else { throw .malformed("a proof must begin with `\(Self.header)`") }
        var line = Self.takeLine(&rest)
        extra = try Self.value(of: "extra ", in: line).map { encoded throws(NoteError) in
            guard let extra = Base64.decode(encoded.utf8) else { throw .malformed("a proof's extra must be Base64") }
            return extra
        }
        if extra != nil { line = Self.takeLine(&rest) }
        guard let index = Self.value(of: "index ", in: line).flatMap({ Int(canonical: $0) }) else {
            throw .malformed("a proof needs an index, a decimal number without leading zeros")
        }
        self.index = index
        var hashes: [Digest] = []
        while let line = Self.takeLine(&rest), !line.isEmpty {
            guard let hash = Base64.decode(line.utf8).flatMap({ Digest($0) }), hashes.count < Int.bitWidth else {
                throw .malformed("a proof's hashes must be at most 64 lines of 32 bytes in Base64")
            }
            hashes.append(hash)
        }
        guard !rest.isEmpty else { throw .malformed("a proof needs a blank line and a checkpoint") }
        self.hashes = hashes
        checkpoint = Array(rest)
    }

    /// The proof as a file.
    public var bytes: [UInt8] {
        var lines = [Self.header]
        if let extra { lines.append("extra " + Base64.encode(extra)) }
        lines.append("index \(index)")
        lines += hashes.map(\.description)
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + checkpoint
    }

    /// Checks signature and proof.
    ///
    /// - Parameters:
    ///   - leaf: The leaf hash of the entry, computed from the entry itself.
    ///   - key: The log's public key.
    ///   - origin: The log's name; nil when it is the key's name.
    /// - Returns: The checkpoint that the proof leads to.
    /// - Throws: Any ``NoteError``; `.proof` when the entry is not where the proof says.
    @discardableResult
    public func verify(
        leaf: Digest,
        key: NoteVerifier,
        origin: String? = nil,
    ) throws(NoteError) -> Checkpoint {
        let checkpoint = try Checkpoint(opening: SignedNote(self.checkpoint), with: key, origin: origin)
        do throws(ProofError) {
            try InclusionProof(index: index, size: checkpoint.size, hashes: hashes)
                .verify(leaf: leaf, root: checkpoint.root)
        } catch {
            throw .proof(error)
        }
        return checkpoint
    }

    private static let header = "c2sp.org/tlog-proof@v1"

    /// The bytes up to the next line break, which is dropped; nil when there is none or they are not UTF-8.
    private static func takeLine(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let line = String(validating: rest[..<end], as: UTF8.self)
        rest = rest[(end + 1)...]
        return line
    }

    private static func value(of key: String, in line: String?) -> String? {
        guard let line, line.hasPrefix(key) else { return nil }
        return String(line.dropFirst(key.count))
    }
}
