import MerkleLog
import Testing

struct NoteTests {
    private let signer: NoteSigner
    private let checkpoint: Checkpoint

    init() throws {
        signer = try NoteSigner(name: "example.com/log", privateKey: NoteSigner.generatePrivateKey())
        checkpoint = try Checkpoint(origin: "example.com/log", size: 3, root: .leaf([1]))
    }

    @Test("A signed checkpoint is read back and opened with the published key")
    func roundTrip() throws {
        let note = try checkpoint.signed(by: signer)
        let key = try NoteVerifier(signer.verifier.description)
        #expect(key == signer.verifier)
        #expect(try Checkpoint(opening: SignedNote(note.bytes), with: key) == checkpoint)
    }

    @Test("A changed byte anywhere in a signed checkpoint is noticed")
    func tampered() throws {
        let bytes = try checkpoint.signed(by: signer).bytes
        for place in bytes.indices {
            var broken = bytes
            broken[place] ^= 1
            #expect(throws: NoteError.self, "byte \(place)") {
                try Checkpoint(opening: SignedNote(broken), with: signer.verifier)
            }
        }
    }

    @Test("Lines by unknown keys and witnesses do not matter to the log's signature")
    func foreignLines() throws {
        var note = try checkpoint.signed(by: signer)
        let witness = try NoteSigner(
            name: "witness.example",
            kind: .cosignature,
            privateKey: NoteSigner.generatePrivateKey()
        )
        note.append(try witness.sign(note.text, time: 1_700_000_000))
        note.append(try SignedNote.Signature(name: "stranger", keyID: 7, bytes: [1, 2, 3]))
        let read = try SignedNote(note.bytes)
        #expect(read.signatures.count == 3)
        #expect(try Checkpoint(opening: read, with: signer.verifier) == checkpoint)
        #expect(try witness.verifier.cosignatureTime(on: read) == 1_700_000_000)
    }

    @Test("A witness's time is part of what it signs")
    func cosignedTime() throws {
        let witness = try NoteSigner(
            name: "witness.example",
            kind: .cosignature,
            privateKey: NoteSigner.generatePrivateKey()
        )
        let line = try witness.sign(checkpoint.text, time: 1_700_000_000)
        let late = try SignedNote.Signature(
            name: line.name,
            keyID: line.keyID,
            bytes: [0, 0, 0, 0, 0x70, 0, 0, 0] + line.bytes.dropFirst(8)
        )
        let note = try SignedNote(text: checkpoint.text, signatures: [late])
        #expect(throws: NoteError.wrongSignature(by: "witness.example")) { try witness.verifier.verify(note) }
    }

    @Test("A note without this key's line is not signed, and a log's key is no witness's")
    func notSigned() throws {
        let note = try checkpoint.signed(by: signer)
        let other = try NoteSigner(name: "example.com/log", privateKey: NoteSigner.generatePrivateKey())
        #expect(throws: NoteError.notSigned(by: "example.com/log")) { try other.verifier.verify(note) }
        let witness = try NoteVerifier(
            name: signer.verifier.name,
            kind: .cosignature,
            publicKey: signer.verifier.publicKey
        )
        #expect(throws: NoteError.notSigned(by: "example.com/log")) { try witness.verify(note) }
        #expect(throws: NoteError.self) { try signer.verifier.cosignatureTime(on: note) }
    }

    @Test("A checkpoint of another log is refused even when the signature is right")
    func wrongOrigin() throws {
        let note = try Checkpoint(origin: "example.com/other", size: 3, root: .leaf([1])).signed(by: signer)
        #expect(throws: NoteError.wrongOrigin(expected: "example.com/log", found: "example.com/other")) {
            try Checkpoint(opening: note, with: signer.verifier)
        }
        #expect(try Checkpoint(opening: note, with: signer.verifier, origin: "example.com/other").size == 3)
    }

    @Test(
        "A text that is no checkpoint is refused",
        arguments: [
            "", "a\n1\n", "a\n01\n\(Digest.emptyTree)\n", "a\n-1\n\(Digest.emptyTree)\n",
            "a\n+1\n\(Digest.emptyTree)\n",
            "\n1\n\(Digest.emptyTree)\n", "a\n1\nAAAA\n", "a\n1\n\(Digest.emptyTree)",
            "a\n1\n\(Digest.emptyTree)\n\nx\n",
            "a\n9223372036854775808\n\(Digest.emptyTree)\n", "a\n1 \n\(Digest.emptyTree)\n",
        ]
    )
    func malformedCheckpoint(text: String) {
        #expect(throws: NoteError.self) { try Checkpoint(text: text) }
    }

    @Test("Further lines of a checkpoint are kept and signed")
    func extensions() throws {
        let long = try Checkpoint(origin: "a", size: 0, root: .emptyTree, extensions: ["one", "two"])
        #expect(try Checkpoint(text: long.text) == long)
    }

    @Test(
        "Bytes that are no signed note are refused",
        arguments: [
            "", "\n", "text\n", "text\n\n", "text\n\n\u{2014} name AAAAAAE=", "text\n\n- name AAAAAAE=\n",
            "text\n\n\u{2014} name\n", "text\n\n\u{2014}  AAAAAAE=\n", "text\n\n\u{2014} na+me AAAAAAE=\n",
            "text\n\n\u{2014} name AAAAAAF=\n", "text\n\n\u{2014} name AAAAAA==\n",
            "text\u{1}\n\n\u{2014} name AAAAAAE=\n",
            "text\r\n\n\u{2014} name AAAAAAE=\n", "\n\u{2014} name AAAAAAE=\n",
        ]
    )
    func malformedNote(text: String) {
        #expect(throws: NoteError.self) { try SignedNote(Array(text.utf8)) }
    }

    @Test("Invalid UTF-8 and more than a hundred signature lines are refused")
    func hostileNote() throws {
        #expect(throws: NoteError.self) { try SignedNote([0xFF, 0x0A, 0x0A, 0x0A]) }
        let line = "\u{2014} name AAAAAAE=\n"
        #expect(try SignedNote(Array(("a\n\n" + String(repeating: line, count: 100)).utf8)).signatures.count == 100)
        #expect(throws: NoteError.self) {
            try SignedNote(Array(("a\n\n" + String(repeating: line, count: 101)).utf8))
        }
    }

    @Test("A text may itself hold blank lines")
    func blankLines() throws {
        let text = "first\n\nsecond\n\n"
        let note = try SignedNote(text: text, signatures: [signer.sign(text)])
        #expect(try SignedNote(note.bytes) == note)
    }

    @Test("A key whose id, kind or length does not fit is refused")
    func brokenKeys() throws {
        let key = signer.verifier.description
        let parts = key.split(separator: "+", maxSplits: 2)
        #expect(throws: NoteError.self) { try NoteVerifier("other+\(parts[1])+\(parts[2])") }
        #expect(throws: NoteError.self) { try NoteVerifier("\(parts[0])+00000000+\(parts[2])") }
        #expect(throws: NoteError.self) { try NoteVerifier("\(parts[0])+\(parts[1])") }
        #expect(throws: NoteError.self) { try NoteVerifier("\(parts[0])+\(parts[1])+AAAA") }
        #expect(throws: NoteError.self) { try NoteSigner(name: "a b", privateKey: NoteSigner.generatePrivateKey()) }
        #expect(throws: NoteError.self) { try NoteSigner(name: "ab", privateKey: [1, 2, 3]) }
    }

    @Test("A proof file shows that an entry is in a log, and fails for another entry")
    func proofFile() throws {
        let sample = SampleTree(size: 11)
        let note = try Checkpoint(origin: "example.com/log", size: 11, root: sample.tree.root).signed(by: signer)
        let proof = TransparencyProof(
            extra: [1, 2, 3],
            index: 6,
            hashes: try ProofPlan.inclusion(of: 6, in: 11).hashes(from: sample.tiles),
            checkpoint: note.bytes,
        )
        let read = try TransparencyProof(proof.bytes)
        #expect(read == proof)
        #expect(try read.verify(leaf: sample.leaves[6], key: signer.verifier).size == 11)
        #expect(throws: NoteError.proof(.wrongRoot)) {
            try read.verify(leaf: sample.leaves[5], key: signer.verifier)
        }
    }
}
