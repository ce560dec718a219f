package import MerkleLog

/// Signs the checkpoints of one log, without showing its key.
package struct LogSigner: Sendable {
    /// The public half; its name is the log's origin.
    package let verifier: NoteVerifier
    /// Makes the signature line for a checkpoint's text.
    package let sign: @Sendable (String) throws -> SignedNote.Signature

    package init(
        verifier: NoteVerifier,
        sign: @escaping @Sendable (String) throws -> SignedNote.Signature,
    ) {
        self.verifier = verifier
        self.sign = sign
    }

    /// A signer whose key is in memory.
    package init(_ signer: NoteSigner) {
        self.init(verifier: signer.verifier) { try signer.sign($0) }
    }

    /// The log's name: `penstock/` and the installation's id.
    package static func origin(installation id: String) -> String { "penstock/\(id)" }
}
