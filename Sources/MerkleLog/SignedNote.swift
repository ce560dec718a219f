/// A text with signature lines: what a log publishes and witnesses cosign.
///
/// Lines by unknown keys are kept and otherwise ignored; only ``NoteVerifier`` says whether a line is right.
///
/// Source: C2SP signed-note.
public struct SignedNote: Sendable, Hashable {
    /// One line `— name base64`, where the decoded bytes are the key's id and the signature.
    public struct Signature: Sendable, Hashable {
        /// Name of the key.
        public let name: String
        /// First four bytes of the key's hash, to tell keys of the same name apart.
        public let keyID: UInt32
        /// What follows the id; its form depends on the kind of key.
        public let bytes: [UInt8]

        /// Names the parts of a line.
        ///
        /// - Throws: `.invalidName`; `.malformed` when there is no signature.
        public init(name: String, keyID: UInt32, bytes: [UInt8]) throws(NoteError) {
            guard NoteVerifier.isName(name) else { throw .invalidName(name) }
            guard !bytes.isEmpty else { throw .malformed("a signature line has no signature") }
            self.name = name
            self.keyID = keyID
            self.bytes = bytes
        }
    }

    /// Most signature lines that are read; more are refused, so that a hostile note stays cheap.
    public static let maximumSignatures = 100

    /// The signed text; ends with a line break.
    public let text: String
    /// The signature lines in their order.
    public private(set) var signatures: [Signature]

    /// A note with a text and signatures made elsewhere.
    ///
    /// - Throws: `.malformed` when the text is empty, does not end with a line break or has other control characters.
    public init(text: String, signatures: [Signature] = []) throws(NoteError) {
        guard text.utf8.last == newline else { throw .malformed("a note's text must end with a line break") }
        try SignedNote.checkCharacters(text)
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note.
    ///
    /// - Throws: `.malformed` or `.invalidName`.
    public init(_ bytes: some Sequence<UInt8>) throws(NoteError) {
        guard let whole = String(validating: Array(bytes), as: UTF8.self) else {
            throw .malformed("a note must be UTF-8")
        }
        try SignedNote.checkCharacters(whole)
        var lines = whole.utf8.split(separator: newline, omittingEmptySubsequences: false)
        guard let last = lines.popLast(), last.isEmpty, let blank = lines.lastIndex(where: \.isEmpty) else {
            throw .malformed("a note needs a blank line and a line break at its end")
        }
        let signed = lines[..<blank]
        guard let first = signed.first, let final = signed.last else { throw .malformed("a note needs a text") }
        guard lines.count - blank - 1 > 0 else { throw .malformed("a note needs a signature line") }
        guard lines.count - blank - 1 <= SignedNote.maximumSignatures else {
            throw .malformed("a note must not have more than \(SignedNote.maximumSignatures) signature lines")
        }
        text = String(whole[first.startIndex..<final.endIndex]) + "\n"
        signatures = []
        for line in lines[(blank + 1)...] {
            signatures.append(try Signature(line: String(whole[line.startIndex..<line.endIndex])))
        }
    }

    /// The note as bytes, as it is published.
    public var bytes: [UInt8] { Array(description.utf8) }

    /// Adds a signature line.
    public mutating func append(_ signature: Signature) {
        signatures.append(signature)
    }

    private static func checkCharacters(_ text: String) throws(NoteError) {
        guard text.utf8.allSatisfy({ $0 >= 0x20 || $0 == newline }) else {
            throw .malformed("a note must not have control characters")
        }
    }
}

extension SignedNote: CustomStringConvertible {
    /// The note as text.
    public var description: String {
        text + "\n" + signatures.map { $0.description + "\n" }.joined()
    }
}

extension SignedNote.Signature: CustomStringConvertible {
    fileprivate init(line: String) throws(NoteError) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "\u{2014}", let blob = Base64.decode(parts[2].utf8), blob.count > 4 else {
            throw .malformed("a signature line must be an em dash, a name and Base64, with single spaces between")
        }
        let keyID = blob.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        try self.init(name: String(parts[1]), keyID: keyID, bytes: Array(blob.dropFirst(4)))
    }

    /// The line without its line break.
    public var description: String {
        let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * $0)) }
        return "\u{2014} \(name) \(Base64.encode(id + bytes))"
    }
}

private let newline = UInt8(ascii: "\n")
