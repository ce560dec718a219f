/// What a log says of itself at one time: its name, how many entries it has and the root over them.
///
/// Source: C2SP tlog-checkpoint.
public struct Checkpoint: Sendable, Hashable {
    /// Unique name of the log, by custom a URL without its scheme.
    public let origin: String
    /// Number of entries.
    public let size: Int
    /// Root of the tree over them.
    public let root: Digest
    /// Further lines, opaque and seldom used.
    public let extensions: [String]

    /// States a checkpoint.
    ///
    /// - Throws: `.malformed` when the origin or an extension is empty or has control characters, or `size` is
    ///   negative.
    public init(origin: String, size: Int, root: Digest, extensions: [String] = []) throws(NoteError) {
        guard size >= 0 else { throw .malformed("a checkpoint's size must not be negative") }
        for line in [origin] + extensions where line.isEmpty || line.utf8.contains(where: { $0 < 0x20 }) {
            throw .malformed("a checkpoint's lines must not be empty or have control characters")
        }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a checkpoint, without signatures.
    ///
    /// - Throws: `.malformed`.
    public init(text: String) throws(NoteError) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.popLast() == "", lines.count >= 3 else {
            throw .malformed("a checkpoint needs three lines: origin, size and root")
        }
        guard let size = Int(canonical: lines[1]) else {
            throw .malformed("a checkpoint's size must be a decimal number without leading zeros")
        }
        guard let root = Base64.decode(lines[2].utf8).flatMap({ Digest($0) }) else {
            throw .malformed("a checkpoint's root must be 32 bytes in Base64")
        }
        try self.init(origin: lines[0], size: size, root: root, extensions: Array(lines[3...]))
    }

    /// Opens a signed checkpoint.
    ///
    /// - Parameters:
    ///   - note: The note as received; signatures by other keys do not matter.
    ///   - key: The log's public key.
    ///   - origin: The log's name; nil when it is the key's name, as it should be.
    /// - Throws: `.notSigned`, `.wrongSignature`, `.malformed` or `.wrongOrigin`.
    public init(opening note: SignedNote, with key: NoteVerifier, origin: String? = nil) throws(NoteError) {
        try key.verify(note)
        try self.init(text: note.text)
        let expected = origin ?? key.name
        guard self.origin.utf8.elementsEqual(expected.utf8) else {
            throw .wrongOrigin(expected: expected, found: self.origin)
        }
    }

    /// The text that is signed.
    public var text: String {
        ([origin, String(size), root.description] + extensions).map { $0 + "\n" }.joined()
    }

    /// The checkpoint as a note with a signature of the log.
    ///
    /// - Throws: `.invalidKey` when the key can't sign.
    public func signed(by signer: NoteSigner) throws(NoteError) -> SignedNote {
        let text = text
        return try SignedNote(text: text, signatures: [signer.sign(text)])
    }
}

extension Int {
    /// Reads ASCII digits without sign, space or leading zero; nil for anything else or above 2^63 - 1.
    init?(canonical text: some StringProtocol) {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text == "0" || text.first != "0" else { return nil }
        self.init(text)
    }
}
